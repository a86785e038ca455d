import type { followUpActs } from "#case/acts/follow-up.ts";
import type { Lang } from "#ground/bilingual.ts";
import { ChoiceField, TextArea, TextField } from "#web/parts/form.tsx";
import { unitName } from "#words/words.ts";
import type { Control, FormsOf } from "./form-fields.tsx";

const say = {
  came: { zh: "事情办到没有", en: "Is it done?" },
  done: { zh: "已经办到", en: "Done" },
  partly: { zh: "办到了一部分", en: "Done in part" },
  notDone: { zh: "没有办到", en: "Not done" },
  declined: { zh: "不想接受回访", en: "They do not want to say" },
  said: { zh: "信访人的原话", en: "In their words" },
  saidHint: {
    zh: "写事情本身。不问满不满意，也不评价谁。",
    en: "About the matter itself. Do not ask how satisfied they are, or what they think of anybody.",
  },
  takeUp: { zh: "没有全部办到的：信访人是否要求重新办理", en: "If not all is done: do they want it taken up anew?" },
  yes: { zh: "要求重新办理", en: "They do" },
  no: { zh: "不要求，只作记录", en: "They do not; for the record alone" },
  notKept: { zh: "没有办到的是第几件（办到一部分的填写）", en: "Which promises are not kept (if done in part)" },
  tried: { zh: "怎么联系的", en: "How you tried" },
  triedHint: { zh: "几点、打哪里。", en: "When, and how." },
} satisfies Record<string, Record<Lang, string>>;

/** Which of several promises is not kept; nothing to choose where the letter of an ended case has made one or none. */
const notKept: Control = ({ field, petition, directory, lang }) => {
  const { promised = [] } = petition;
  if (petition.status === "closed" && promised.length < 2) return null;
  const listed = promised.map(({ n, unit, promise }) => `${n}. ${unitName(directory, unit, lang)}: ${promise}`);
  return <TextField {...field} label={say.notKept[lang]} hint={listed.join(" ")} required={false} />;
};

/** 回访: what whoever calls fills in. */
export const followUpForms: FormsOf<typeof followUpActs> = {
  recordCall: {
    callCame: ({ field, lang }) => (
      <ChoiceField
        {...field}
        label={say.came[lang]}
        choices={(["done", "partly", "notDone", "declined"] as const).map((value) => ({
          value,
          label: say[value][lang],
        }))}
      />
    ),
    said: ({ field, lang }) => <TextArea {...field} label={say.said[lang]} hint={say.saidHint[lang]} rows={4} />,
    takeUp: ({ field, lang }) => (
      <ChoiceField
        {...field}
        label={say.takeUp[lang]}
        required={false}
        choices={(["yes", "no"] as const).map((value) => ({ value, label: say[value][lang] }))}
      />
    ),
    notKept,
  },
  recordCallTry: {
    said: ({ field, lang }) => <TextArea {...field} label={say.tried[lang]} hint={say.triedHint[lang]} rows={2} />,
  },
};
