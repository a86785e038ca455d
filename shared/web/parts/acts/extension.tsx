import type { extensionActs, extensionDecisionActs } from "#case/acts/extension.ts";
import type { Lang } from "#ground/bilingual.ts";
import { NumberField } from "#web/parts/form.tsx";
import type { FormsOf } from "./form-fields.tsx";
import { reasonSeen } from "./reason.tsx";

const say = {
  days: { zh: "延长几天", en: "How many more days" },
  daysHint: {
    zh: "从现在的期限往后算，按日历日；遇节假日顺延。",
    en: "Calendar days from the present last day; a last day on a holiday moves on.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** 延期: what the owner asks for, and what the head says. */
export const extensionForms: FormsOf<typeof extensionActs & typeof extensionDecisionActs> = {
  askExtension: {
    days: ({ field, directory, lang }) => (
      <NumberField
        {...field}
        label={say.days[lang]}
        hint={say.daysHint[lang]}
        min={1}
        max={directory.policy.clocks.extension.days}
      />
    ),
    reason: reasonSeen,
  },
  approveExtension: {},
  refuseExtension: { reason: reasonSeen },
};
