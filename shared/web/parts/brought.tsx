import type { BroughtField, Clerk, RegistrationField } from "#case/forms/registration-form.ts";
import { type Brought, Channel, HowChecked, WhyLate } from "#case/state/facts/registration.ts";
import { dayAfter, districtDate } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { channelNames, checkedNames, lateReasons } from "#words/channel-words.ts";
import { letterDate } from "#words/dates.ts";
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
  checked: { zh: "核对方式", en: "How it was checked" },
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
  checked: say.checked,
  late: say.late,
};

/** What was entered of how a petition came, in words. */
export const broughtShown = (
  { channel, receivedOn, number, checked, late }: Brought,
  lang: Lang,
): Partial<Record<BroughtField, string>> => ({
  channel: channelNames[channel][lang],
  receivedOn: letterDate(receivedOn, lang),
  ...(number !== undefined && { externalNumber: number }),
  checked: checkedNames[checked][lang],
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
        choices={Channel.options.map((value) => ({ value, label: channelNames[value][lang] }))}
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
    </section>
  );
};

/** 核对: after all else is written down. */
export const CheckedField = ({ typed, errors, lang }: Pick<BroughtDrawn, "typed" | "errors" | "lang">) => (
  <ChoiceField
    id="checked"
    lang={lang}
    label={say.checked[lang]}
    value={typed.checked}
    error={errors.checked}
    choices={HowChecked.options.map((value) => ({ value, label: checkedNames[value][lang] }))}
  />
);
