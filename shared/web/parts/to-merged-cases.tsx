import type { Case } from "#case/state/case.ts";
import type { Lang } from "#ground/bilingual.ts";

const say = {
  title: {
    zh: (n: number) => `并入办理的信访件（${n} 件）`,
    en: (n: number) => `Petitions that are handled with this one (${n})`,
  },
  hint: {
    zh: "各自写了什么、补充了什么；打开就算查看，有记录，信访人看得到",
    en: "What each of them says and has added; to open it is a look, which is recorded, and the petitioners see it",
  },
} satisfies Record<string, Record<Lang, string | ((n: number) => string)>>;

/** Where the owner of a step reads the petitions that are handled in theirs. */
export const mergedCasesAddress = "/case-merged";

/** The way there from the task; nothing where none are. */
export const ToMergedCases = ({ petition, token, lang }: { petition: Case; token: string; lang: Lang }) => {
  const count = petition.members?.length ?? 0;
  return count === 0 ? null : (
    <div class="panel no-print">
      <p>
        <a href={`${mergedCasesAddress}#${token}`}>{say.title[lang](count)}</a>
        <br />
        <small class="quiet">{say.hint[lang]}</small>
      </p>
    </div>
  );
};
