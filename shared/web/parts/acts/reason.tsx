import type { Lang } from "#ground/bilingual.ts";
import { TextArea } from "#web/parts/form.tsx";
import type { Control } from "./form-fields.tsx";

const say = {
  reason: { zh: "理由", en: "Reason" },
  seen: { zh: "信访人会看到原文。", en: "The petitioner reads it as you write it." },
  inside: { zh: "只有工作人员能看到。", en: "Only staff can read it." },
} satisfies Record<string, Record<Lang, string>>;

/** Why somebody does something, for the petitioner to read too. */
export const reasonSeen: Control = ({ field, lang }) => (
  <TextArea {...field} label={say.reason[lang]} hint={say.seen[lang]} rows={3} />
);

/** Why somebody does something, among staff. */
export const reasonInside: Control = ({ field, lang }) => (
  <TextArea {...field} label={say.reason[lang]} hint={say.inside[lang]} rows={2} />
);
