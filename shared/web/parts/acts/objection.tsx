import type { objectionActs, objectionDecisionActs } from "#case/acts/objection.ts";
import { leastReasoned } from "#case/forms/form-text.ts";
import { isObjecting } from "#case/state/standing.ts";
import type { Lang } from "#ground/bilingual.ts";
import { TextArea } from "#web/parts/form.tsx";
import { UnitFinder } from "#web/parts/unit-finder.tsx";
import type { Control, FormsOf } from "./form-fields.tsx";
import { reasonSeen } from "./reason.tsx";

const say = {
  rightUnit: { zh: "应当由哪个单位办理", en: "The unit that should have it" },
  hint: {
    zh: "写单位的名称，再从找到的里面选；只对得上一个的，不选也行。",
    en: "Write its name, then choose from what is found; where only one fits you need not.",
  },
  reason: { zh: "理由和依据", en: "Reasons, and what they rest on" },
  reasonHint: {
    zh: `至少 ${leastReasoned} 字：哪一项职责、哪条规定，为什么不属于本单位。信访人会看到原文。`,
    en: `At least ${leastReasoned} characters: which duty and which rule make it another unit’s. The petitioner reads it as you write it.`,
  },
} satisfies Record<string, Record<Lang, string>>;

/** The unit that should have it; on the bureau's form the one that the objection names is chosen already. */
const rightUnit: Control = ({ field, petition, directory, sought, lang }) => {
  const named = isObjecting(petition) ? petition.objection.names : undefined;
  return (
    <UnitFinder
      {...{ directory, lang, id: field.id, field: "rightUnit", label: say.rightUnit[lang], hint: say.hint[lang] }}
      error={field.error}
      sought={sought ?? field.value ?? ""}
      chosen={field.value ?? named}
    />
  );
};

/** 异议: what the unit says, and what the bureau decides. */
export const objectionForms: FormsOf<typeof objectionActs & typeof objectionDecisionActs> = {
  object: {
    rightUnit,
    reason: ({ field, lang }) => <TextArea {...field} label={say.reason[lang]} hint={say.reasonHint[lang]} rows={4} />,
  },
  upholdObjection: { rightUnit, reason: reasonSeen },
  refuseObjection: { reason: reasonSeen },
};
