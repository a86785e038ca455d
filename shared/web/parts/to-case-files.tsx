import { attachmentsOf } from "#case/state/attaching.ts";
import type { Case } from "#case/state/case.ts";
import type { Lang } from "#ground/bilingual.ts";

const say = {
  title: { zh: "照片和 PDF：", en: "Photos and PDFs: " },
  hint: {
    zh: "打开就算查看，有记录，信访人看得到",
    en: "Opening them is a look: it is recorded, and the petitioner sees it",
  },
} satisfies Record<string, Record<Lang, string>>;

/** Where staff open the files of a case; a function of its own, which alone can. */
export const caseFilesAddress = "/case-files";

/** The way there from the task, for whoever is shown who petitions. */
export const ToCaseFiles = ({ petition, token, lang }: { petition: Case; token: string; lang: Lang }) => {
  const count = (petition.files?.kept.length ?? 0) + attachmentsOf(petition).length;
  return count === 0 ? null : (
    <div class="panel no-print">
      <p>
        <a href={`${caseFilesAddress}#${token}`}>
          {say.title[lang]}
          {count}
        </a>
        <br />
        <small class="quiet">{say.hint[lang]}</small>
      </p>
    </div>
  );
};
