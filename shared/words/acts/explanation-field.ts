import type { StaffField } from "#case/acts/staff-acts.ts";
import type { FieldsOf } from "./matter-words.ts";

/** What explains a decision to the petitioner, whatever is decided. */
export const explanationField = {
  explanation: {
    name: { zh: "说明", en: "The explanation" },
    missing: { zh: "请向信访人说明理由", en: "Explain the reason to the petitioner" },
  },
} satisfies FieldsOf<StaffField>;
