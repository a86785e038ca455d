import type { BroughtField, Clerk, RegistrationField } from "#case/forms/registration-form.ts";
import { type Brought, Channel, checkedHow, WhyLate } from "#case/state/facts/registration.ts";
import { dayAfter, districtDate } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { channelNames, checkedNames, lateReasons } from "#words/channel-words.ts";
import { letterDate } from "#words/dates.ts";
import { capitalised } from "#words/phrasing.ts";
import { ChoiceField, DateField, type FieldErrors, SelectField, TextField, type TypedFields } from "./form.tsx";

/** Somebody who registers for others, with the pass that each of their forms sends along. */
export type CounterClerk = Clerk & { pass: string };

const say = {
  title: { zh: "这件诉求是怎么收到的", en: "How it came" },
  channel: { zh: "来件渠道", en: "The way it came" },
  receivedOn: { zh: "收到日期", en: "Day of receipt" },
  receivedOnHint: {
    zh: "本区任何单位第一次收到的那一天，不是录入的这一天。各项期限从这一天起算。",
    en: "The day on which any office of the district first had it, and not today: all time limits count from it.",
  },
  externalNumber: { zh: "原编号", en: "Its number there" },
  externalNumberHint: {
    zh: "12345 工单号、上级交办文号等。不要填手机号、身份证号。",
    en: "That of the hotline’s sheet or of the higher body’s letter. No phone number and no identity number.",
  },
  reportBy: { zh: "对方要求的反馈日期", en: "It wants a report by" },
  reportByHint: {
    zh: "上级交办、12345 工单写明了办理期限的，请填写。本区的各项期限不因此改变。",
    en: "If the higher body or the sheet names a day. It changes none of our own time limits.",
  },
  checked: { zh: "核对方式", en: "How it was checked" },
  scan: { zh: "扫描件编号", en: "Number of the scan" },
  scanHint: {
    zh: "原件扫描后在本单位档案中的编号。向本人宣读核对的，可以留空。",
    en: "Where the scan of the original is kept in your files. Not needed if it was read back.",
  },
  late: { zh: "登记较晚的原因", en: "Why it is entered late" },
  onTime: { zh: "没有迟延", en: "It is not late" },
} satisfies Record<string, Bilingual>;

const lateHint: Record<Lang, (days: number) => string> = {
  zh: (days) => `收到超过 ${days} 日才登记的，请选择；信访人会看到。`,
  en: (days) => `If it was received more than ${days} days ago. The petitioner reads it.`,
};

/** The names of the fields, as the page shows what was entered. */
export const broughtLabels: Record<BroughtField, Bilingual> = {
  channel: say.channel,
  receivedOn: say.receivedOn,
  externalNumber: say.externalNumber,
  reportBy: say.reportBy,
  checked: say.checked,
  scan: say.scan,
  late: say.late,
};

/** What was entered of how a petition came, in words. */
export const broughtShown = (
  { channel, receivedOn, number, reportBy, checked, late }: Brought,
  lang: Lang,
): Partial<Record<BroughtField, string>> => ({
  channel: capitalised(channelNames[channel][lang]),
  receivedOn: letterDate(receivedOn, lang),
  ...(number !== undefined && { externalNumber: number }),
  ...(reportBy !== undefined && { reportBy: letterDate(reportBy, lang) }),
  checked: checkedNames[checked.how][lang],
  ...(checked.scan !== undefined && { scan: checked.scan }),
  ...(late !== undefined && { late: lateReasons[late][lang] }),
});

type BroughtDrawn = {
  typed: TypedFields<RegistrationField>;
  errors: FieldErrors<RegistrationField>;
  directory: Directory;
  now: Instant;
  lang: Lang;
};

/** 来件情况: what a clerk says of a petition that they write down for somebody. */
export const BroughtFields = ({ typed, errors, directory, now, lang }: BroughtDrawn) => {
  const field = (id: BroughtField) => ({ id, lang, label: say[id][lang], value: typed[id], error: errors[id] });
  const today = districtDate(now);
  return (
    <section class="question" aria-labelledby="brought-title">
      <h2 id="brought-title">{say.title[lang]}</h2>
      <ChoiceField
        {...field("channel")}
        choices={Channel.options.map((value) => ({ value, label: capitalised(channelNames[value][lang]) }))}
      />
      <DateField
        {...field("receivedOn")}
        value={typed.receivedOn ?? today}
        hint={say.receivedOnHint[lang]}
        min={dayAfter(today, -366)}
        max={today}
      />
      <SelectField
        {...field("late")}
        required={false}
        hint={lateHint[lang](directory.policy.enteredWithin)}
        prompt={say.onTime[lang]}
      >
        {WhyLate.options.map((value) => (
          <option value={value} selected={value === typed.late} key={value}>
            {lateReasons[value][lang]}
          </option>
        ))}
      </SelectField>
      <TextField
        {...field("externalNumber")}
        required={false}
        hint={say.externalNumberHint[lang]}
        input={{ autocomplete: "off" }}
      />
      <DateField
        {...field("reportBy")}
        required={false}
        hint={say.reportByHint[lang]}
        min={dayAfter(today, -366)}
        max={dayAfter(today, 366)}
      />
    </section>
  );
};

/** 核对: after all else is written down. */
export const CheckedFields = ({ typed, errors, lang }: Pick<BroughtDrawn, "typed" | "errors" | "lang">) => {
  const field = (id: BroughtField) => ({ id, lang, label: say[id][lang], value: typed[id], error: errors[id] });
  return (
    <>
      <ChoiceField
        {...field("checked")}
        choices={checkedHow.map((value) => ({ value, label: checkedNames[value][lang] }))}
      />
      <TextField {...field("scan")} required={false} hint={say.scanHint[lang]} input={{ autocomplete: "off" }} />
    </>
  );
};
