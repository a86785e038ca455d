import type { guidanceActs } from "#case/acts/guidance.ts";
import type { Lang } from "#ground/bilingual.ts";
import { ChoiceField } from "#web/parts/form.tsx";
import { explanationSeen } from "./acceptance.tsx";
import type { FormsOf } from "./form-fields.tsx";

const say = {
  route: { zh: "应当走的法定途径", en: "The procedure that decides it" },
} satisfies Record<string, Record<Lang, string>>;

/** 导入: which procedure, and why. */
export const guidanceForms: FormsOf<typeof guidanceActs> = {
  guide: {
    route: ({ field, directory, lang }) => (
      <ChoiceField
        {...field}
        label={say.route[lang]}
        choices={directory.policy.routes.map(({ id, name, text }) => ({
          value: id,
          label: name[lang],
          hint: text[lang],
        }))}
      />
    ),
    explanation: explanationSeen,
  },
};
