import type { communityActs } from "#case/acts/community.ts";
import type { Lang } from "#ground/bilingual.ts";
import { CommunityOptions } from "#web/parts/community-options.tsx";
import { SelectField, TextField } from "#web/parts/form.tsx";
import { listsAll } from "#web/parts/units-listed.ts";
import type { FormsOf } from "./form-fields.tsx";

const say = {
  community: { zh: "所属社区（村）", en: "Its community or village" },
  prompt: { zh: "请选择", en: "Please choose" },
  hint: {
    zh: "写全称，也可以写小区、道路或者拼音，只要对得上一个；有同名的，在前面写上所属乡镇（街道）。",
    en: "Its whole name; or an estate, a road or pinyin that only one has. Write the township first where two are called alike.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** 确定社区: the form of the bureau, who may know it from the place that was written. */
export const communityForms: FormsOf<typeof communityActs> = {
  assignCommunity: {
    community: ({ field, directory, lang }) =>
      listsAll(directory, "community") ? (
        <SelectField {...field} label={say.community[lang]} prompt={say.prompt[lang]}>
          <CommunityOptions directory={directory} lang={lang} chosen={field.value} />
        </SelectField>
      ) : (
        <TextField {...field} label={say.community[lang]} hint={say.hint[lang]} />
      ),
  },
};
