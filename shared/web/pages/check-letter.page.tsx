import type { LetterKind, LetterNumber } from "#case/state/facts/letter.ts";
import type { Bilingual, BilingualSentence, Lang } from "#ground/bilingual.ts";
import type { DistrictDate, Instant } from "#ground/instant.ts";
import { document } from "#web/parts/document.tsx";
import { ErrorSummary, type FieldErrors, problemsOf, TextField, type TypedFields } from "#web/parts/form.tsx";
import type { View } from "#web/parts/view.ts";
import { letterDate, minuteOver } from "#words/dates.ts";
import { letterNames } from "#words/letter-names.ts";

const letterFields = ["number", "code"] as const;
export type LetterField = (typeof letterFields)[number];

/** What is told of a letter to whoever has the paper. */
export type LetterKnown = {
  kind: LetterKind;
  by: Bilingual;
  on: DistrictDate;
  replaced?: { number: LetterNumber; on: DistrictDate } | undefined;
  ended?: DistrictDate | undefined;
};

/** What came of a check, or which fields could not be read. */
export type CheckShown =
  | { is: "known"; letter: LetterKnown }
  | { is: "unknown" }
  | { is: "wait"; until: Instant }
  | { is: "unread"; fields: readonly LetterField[] };

const say = {
  title: { zh: "文书核验", en: "Check a letter" },
  intro: {
    zh: "手里有一份盖着信访单位名称的告知书、处理意见书或者协议书？输入纸上的文号和校验码，就能知道它是不是真的、还有没有效。",
    en: "Do you hold a notice, an answer or an agreement in the name of an office here? Enter the number and the check code on it to learn whether it is genuine and still in force.",
  },
  number: { zh: "文号", en: "Number" },
  numberHint: {
    zh: "印在标题下面，例如 安和信〔2026〕0123号-受1。括号怎么打都可以。",
    en: "Printed below the title, such as 安和信〔2026〕0123号-受1. Any brackets will do.",
  },
  code: { zh: "校验码", en: "Check code" },
  codeHint: {
    zh: "印在文书末尾，三组，每组四位。不是您的查询码。",
    en: "Three groups of four, printed at the end of the letter. It is not your query code.",
  },
  send: { zh: "核验", en: "Check" },
  genuine: { zh: "是真的，现在有效", en: "Genuine, and in force" },
  replaced: { zh: "是真的，但已经被更正代替", en: "Genuine, but replaced by a correction" },
  ended: { zh: "是真的，但约定已经不再有效", en: "Genuine, but what was agreed is no longer in force" },
  kind: { zh: "文书", en: "Letter" },
  by: { zh: "发文单位", en: "Issued by" },
  on: { zh: "发文日期", en: "Issued on" },
  notShown: {
    zh: "这里只说明文书是否出自本单位，不显示内容，也不显示给谁。内容请与手里的文书核对；有疑问的，拨打下面的电话。",
    en: "This says only whether the letter comes from here. Neither what it says nor to whom is shown. If you doubt the text, call the number below.",
  },
  unknown: {
    zh: "没有这个文号和校验码的文书。请照着纸上再核对一遍：数字 0 和字母 O 可以混用，1 和 I、L 也可以。仍然不对的，这份文书可能不是这里发出的，请拨打下面的电话询问",
    en: "There is no letter with this number and this code. Please compare them with the paper once more: 0 and O may stand for each other, and so may 1, I and L. If that does not help, the letter may not come from here; please call the number below",
  },
  unread: {
    number: {
      zh: "请照抄文书标题下面的文号，到最后的数字为止",
      en: "Copy the number below the title, up to its last digit",
    },
    code: {
      zh: "请照抄文书末尾的校验码，三组，每组四位",
      en: "Copy the check code at the end of the letter: three groups of four",
    },
  },
};

const waitWords: BilingualSentence<{ until: Instant; now: Instant }> = {
  zh: ({ until, now }) => `试得太多了，请在${minuteOver(until, now, "zh")}以后再试`,
  en: ({ until, now }) => `Too many tries: please try again after ${minuteOver(until, now, "en")}`,
};

const replacedWords: BilingualSentence<{ number: LetterNumber; on: DistrictDate }> = {
  zh: ({ number, on }) => `${letterDate(on, "zh")}已由${number}更正并代替，请以更正后的文书为准。`,
  en: ({ number, on }) => `${number} of ${letterDate(on, "en")} takes its place: please go by that one.`,
};

const endedWords: BilingualSentence<DistrictDate> = {
  zh: (on) => `自${letterDate(on, "zh")}起不再有效。`,
  en: (on) => `Since ${letterDate(on, "en")} it is no longer in force.`,
};

const Known = ({ letter, lang }: { letter: LetterKnown; lang: Lang }) => {
  const { kind, by, on, replaced, ended } = letter;
  const standing = replaced === undefined ? (ended === undefined ? say.genuine : say.ended) : say.replaced;
  return (
    <section class="panel" role="status" aria-labelledby="checked-title">
      <h2 id="checked-title">{standing[lang]}</h2>
      <dl class="facts">
        <div>
          <dt>{say.kind[lang]}</dt>
          <dd>{letterNames[kind][lang]}</dd>
        </div>
        <div>
          <dt>{say.by[lang]}</dt>
          <dd>{by[lang]}</dd>
        </div>
        <div>
          <dt>{say.on[lang]}</dt>
          <dd>
            <time dateTime={on}>{letterDate(on, lang)}</time>
          </dd>
        </div>
      </dl>
      {replaced !== undefined && <p>{replacedWords[lang](replaced)}</p>}
      {ended !== undefined && <p>{endedWords[lang](ended)}</p>}
      <p class="quiet">{say.notShown[lang]}</p>
    </section>
  );
};

type CheckLetter = { view: View; now: Instant; typed: TypedFields<LetterField>; checked?: CheckShown };

const errorsOf = (checked: CheckShown | undefined, now: Instant, lang: Lang): FieldErrors<LetterField> => {
  switch (checked?.is) {
    case "unknown":
      return { number: say.unknown[lang] };
    case "wait":
      return { number: waitWords[lang]({ until: checked.until, now }) };
    case "unread":
      return Object.fromEntries(checked.fields.map((field) => [field, say.unread[field][lang]]));
    default:
      return {};
  }
};

/** 文书核验: whether a paper comes from here and is in force, and nothing else of it. */
export const checkLetterPage = ({ view, now, typed, checked }: CheckLetter): string => {
  const { lang } = view;
  const errors = errorsOf(checked, now, lang);
  const line = { autocomplete: "off", spellcheck: false } as const;
  return document(view, {
    title: say.title[lang],
    typedIn: { form: "check-letter", action: "/letter" },
    body: (
      <div class="narrow">
        <h1>{say.title[lang]}</h1>
        <ErrorSummary lang={lang} errors={problemsOf(letterFields, errors)} />
        {checked?.is === "known" && <Known letter={checked.letter} lang={lang} />}
        <p>{say.intro[lang]}</p>
        <form id="check-letter" method="post" action="/letter" noValidate>
          <TextField
            id="number"
            lang={lang}
            label={say.number[lang]}
            hint={say.numberHint[lang]}
            value={typed.number}
            error={errors.number}
            input={{ ...line, autofocus: true }}
          />
          <TextField
            id="code"
            lang={lang}
            label={say.code[lang]}
            hint={say.codeHint[lang]}
            value={typed.code}
            error={errors.code}
            input={{ ...line, autocapitalize: "characters", class: "mono" }}
          />
          <button type="submit">{say.send[lang]}</button>
        </form>
      </div>
    ),
  });
};
