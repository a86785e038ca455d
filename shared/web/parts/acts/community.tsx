import type { communityActs } from "#case/acts/community.ts";
import type { Lang } from "#ground/bilingual.ts";
import { UnitFinder } from "#web/parts/unit-finder.tsx";
import type { FormsOf } from "./form-fields.tsx";

const say = {
  community: { zh: "所属社区（村）", en: "Its community or village" },
  hint: {
    zh: "写小区、道路、学校或者社区的名称，再从找到的里面选；只对得上一个的，不选也行。",
    en: "Write an estate, a road, a school or its name, then choose from what is found; where only one fits you need not.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** 确定社区: the form of the bureau, who may know it from the place that was written. */
export const communityForms: FormsOf<typeof communityActs> = {
  assignCommunity: {
    community: ({ field, directory, sought, lang }) => (
      <UnitFinder
        {...{ directory, lang, id: field.id, field: "community", label: say.community[lang], hint: say.hint[lang] }}
        error={field.error}
        sought={sought ?? field.value ?? ""}
        chosen={field.value}
      />
    ),
  },
};
