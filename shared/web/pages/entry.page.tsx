import type { Texts } from "#access/texts.ts";
import { untilOf } from "#clock/clock.ts";
import { districtDate } from "#clock/period.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory } from "#directory/directory.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import type { DistrictDate, Instant } from "#ground/instant.ts";
import type { Entry } from "#register/entry.ts";
import type { Field } from "#register/fields.ts";
import { type AnyRegister, fieldsOf } from "#register/register.ts";
import { document } from "#web/parts/document.tsx";
import { ChoiceField, DateField, ErrorSummary, Hidden, SelectField, TextArea, TextField } from "#web/parts/form.tsx";
import type { View } from "#web/parts/view.ts";
import { dateWords, leftWords, momentWords } from "#words/dates.ts";
import { type AnyEntryWords, type EntryTitles, entryNumber } from "#words/registers/titles.ts";
import { unitName } from "#words/words.ts";

const say = {
  codeTitle: { zh: "请输入邮件里的验证码", en: "Type the 6 digits from the email" },
  why: {
    zh: "输入后才能看到内容并办理。这一步防止邮件程序替人点开链接。",
    en: "Only then can you see what it says, and act. This keeps email programs from opening links on your behalf.",
  },
  code: { zh: "验证码", en: "6 digits" },
  codeHint: { zh: "在同一封邮件里，链接的下面。", en: "In the same email, below the link." },
  open: { zh: "打开", en: "Open" },
  past: { zh: "已经记录", en: "Recorded" },
  pastHelp: {
    zh: "这一环节已经结束，可以关闭本页。邮件里的链接以后只显示办理结果。",
    en: "This turn is over and you can close this page. The link in the email will only show what has become of it.",
  },
  stands: { zh: "现在的情况", en: "Where it stands" },
  changed: { zh: "最近更新", en: "Last changed" },
  holder: { zh: "由谁办理", en: "Who has it" },
  until: { zh: "期限", en: "Last day" },
  content: { zh: "内容", en: "What it says" },
  rests: { zh: "所依据的记录", en: "The record it rests on" },
} satisfies Record<string, Bilingual>;

const restsOn: Record<Lang, (number: string, events: readonly number[]) => string> = {
  zh: (number, events) => `${number}，第 ${events.join("、")} 条记录`,
  en: (number, events) => `${number}, ${events.length === 1 ? "event" : "events"} ${events.join(", ")}`,
};

type EntryDrawn = {
  view: View;
  address: string;
  spec: AnyRegister;
  entry: Entry;
  directory: Directory;
  now: Instant;
  titles: EntryTitles;
  words: AnyEntryWords;
  token: string;
} & (
  | { shows: "past" }
  | { shows: "code"; error: string | undefined }
  | {
      shows: "task";
      /** What was written on it, opened for whoever has it. */
      texts: Texts;
      acts: readonly string[];
      sent?: { act: string; typed: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> };
    }
);

/** How a page begins: which entry, what is asked of whoever has it, and until when. */
const Headline = ({ entry, directory, titles, view: { lang }, now }: EntryDrawn, title: string) => {
  const [running] = entry.running;
  const until = running && entry.turn && untilOf(running.clock);
  return (
    <>
      <p class="quiet">
        {titles.name[lang]} {entryNumber(entry.id, titles.prefix, directory)}
      </p>
      <h1 tabIndex={-1}>{title}</h1>
      {until !== undefined && (
        <p>
          {say.until[lang]}
          {{ zh: "：", en: ": " }[lang]}
          {dateWords(until, lang, districtDate(now))}
          {{ zh: "，", en: ", " }[lang]}
          {leftWords(until, now, lang)}
        </p>
      )}
    </>
  );
};

/** Where it stands now, without anything that was written. */
const Standing = ({ entry, directory, words, view: { lang }, now }: EntryDrawn) => (
  <dl class="facts">
    <div>
      <dt>{say.stands[lang]}</dt>
      <dd>{words.states[entry.state]?.[lang]}</dd>
    </div>
    {entry.turn !== undefined && (
      <div>
        <dt>{say.holder[lang]}</dt>
        <dd>{unitName(directory, entry.turn.unit, lang)}</dd>
      </div>
    )}
    <div>
      <dt>{say.changed[lang]}</dt>
      <dd>{momentWords(entry.changedAt, lang, districtDate(now))}</dd>
    </div>
  </dl>
);

const valueWords = (
  { directory, words, view: { lang }, now }: EntryDrawn,
  texts: Texts,
  [name, field]: readonly [string, Field],
  value: string,
): string => {
  if (field.kept === "sealed") return texts.get(value) ?? "";
  switch (field.control.is) {
    case "choice":
      return words.fields[name]?.words?.[value]?.[lang] ?? value;
    case "unit":
      return unitName(directory, value, lang);
    case "day":
      return dateWords(value, lang, districtDate(now));
    case "text":
      return value;
  }
};

/** All that the entry holds, in the order in which it came about. */
const Content = (drawn: EntryDrawn, texts: Texts) => {
  const { entry, spec, words, directory, view } = drawn;
  const { lang } = view;
  return (
    <section class="panel" aria-labelledby="content-title">
      <h2 id="content-title">{say.content[lang]}</h2>
      <dl class="facts">
        {Object.entries(fieldsOf(spec)).map((field) => {
          const value = entry.fields[field[0]];
          return value === undefined ? null : (
            <div key={field[0]}>
              <dt>{words.fields[field[0]]?.label[lang]}</dt>
              <dd class="own-words">{valueWords(drawn, texts, field, value)}</dd>
            </div>
          );
        })}
        {entry.links.length > 0 && (
          <div>
            <dt>{say.rests[lang]}</dt>
            {entry.links.map((link) => (
              <dd key={link.case}>{restsOn[lang](caseNumber(link.case, directory), link.events)}</dd>
            ))}
          </div>
        )}
      </dl>
    </section>
  );
};

type ControlOf = { lang: Lang; words: AnyEntryWords; directory: Directory; today: DistrictDate };

const ControlField = (
  { lang, words, directory, today }: ControlOf,
  id: string,
  name: string,
  { control }: Field,
  value: string | undefined,
  error: string | undefined,
) => {
  const { label, hint, words: choices } = words.fields[name] ?? { label: { zh: name, en: name } };
  const field = { id, name, lang, label: label[lang], hint: hint?.[lang], value, error };
  switch (control.is) {
    case "choice":
      return (
        <ChoiceField
          {...field}
          choices={control.words.map((word) => ({ value: word, label: choices?.[word]?.[lang] ?? word }))}
        />
      );
    case "unit":
      return (
        <SelectField {...field} prompt={{ zh: "请选择", en: "Choose" }[lang]}>
          {directory.units.map((unit) => (
            <option key={unit.id} value={unit.id} selected={unit.id === value}>
              {unit.name[lang]}
            </option>
          ))}
        </SelectField>
      );
    case "day":
      return <DateField {...field} min="2020-01-01" max={today} />;
    case "text":
      return <TextArea {...field} rows={5} most={control.most} required={control.optional !== true} />;
  }
};

/** What may be done now, each with its form. */
const Acts = ({ acts, sent, ...drawn }: Extract<EntryDrawn, { shows: "task" }>) => {
  const { view, spec, words, directory, now, entry, token, address } = drawn;
  const { lang } = view;
  const control = { lang, words, directory, today: districtDate(now) };
  return acts.map((name) => {
    const act = words.acts[name];
    const form = spec.acts[name]?.form ?? {};
    const typed = sent?.act === name ? sent : undefined;
    return (
      <section class="panel asked" key={name} aria-labelledby={`${name}-title`}>
        <h2 id={`${name}-title`}>{act?.title[lang]}</h2>
        {act?.hint !== undefined && <p>{act.hint[lang]}</p>}
        <form method="post" action={`${address}/act`} noValidate>
          <Hidden fields={{ token, act: name }} />
          {Object.entries(form).map(([field, of]) => {
            const before = of.kept === "sealed" ? drawn.texts.get(entry.fields[field] ?? "") : entry.fields[field];
            return (
              <div key={field}>
                {ControlField(
                  control,
                  `${name}-${field}`,
                  field,
                  of,
                  typed?.typed[field] ?? before,
                  typed?.errors[field],
                )}
              </div>
            );
          })}
          <button type="submit">{act?.does[lang]}</button>
        </form>
      </section>
    );
  });
};

/** 登记簿办理页: an entry for whoever has it; the way to it, before they are known; or what has become of it. */
export const entryPage = (drawn: EntryDrawn): string => {
  const { view, entry, titles } = drawn;
  const { lang } = view;
  const asked = titles.asked[entry.state]?.[lang] ?? titles.name[lang];
  const title = drawn.shows === "past" ? say.past[lang] : asked;
  const errors =
    drawn.shows === "task" && drawn.sent !== undefined
      ? Object.entries(drawn.sent.errors).map(([field, message]) => ({
          id: `${drawn.sent?.act ?? ""}-${field}`,
          message,
        }))
      : [];
  return document(view, {
    title: `${title} ${entryNumber(entry.id, titles.prefix, drawn.directory)}`,
    readers: "staff",
    body: (
      <div class="narrow">
        <ErrorSummary lang={lang} errors={errors} kept={errors.length > 0} />
        {Headline(drawn, title)}
        {Standing(drawn)}
        {drawn.shows === "past" && <p>{say.pastHelp[lang]}</p>}
        {drawn.shows === "code" && (
          <section class="panel asked" aria-labelledby="code-title">
            <h2 id="code-title">{say.codeTitle[lang]}</h2>
            <p>{say.why[lang]}</p>
            <form method="post" action={`${drawn.address}/open`} noValidate>
              <Hidden fields={{ token: drawn.token }} />
              <TextField
                id="code"
                lang={lang}
                label={say.code[lang]}
                hint={say.codeHint[lang]}
                error={drawn.error}
                input={{ inputMode: "numeric", autocomplete: "one-time-code", autofocus: true, class: "mono short" }}
              />
              <button type="submit">{say.open[lang]}</button>
            </form>
          </section>
        )}
        {drawn.shows === "task" && Content(drawn, drawn.texts)}
        {drawn.shows === "task" && Acts(drawn)}
      </div>
    ),
  });
};
