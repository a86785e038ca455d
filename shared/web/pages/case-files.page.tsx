import type { Case } from "#case/state/case.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { document } from "#web/parts/document.tsx";
import { FileList, type LinkedFile } from "#web/parts/file-list.tsx";
import type { View } from "#web/parts/view.ts";

const say = {
  title: { zh: "信访人交的照片和 PDF", en: "Photos and PDFs from the petitioner" },
  hint: {
    zh: "这一次查看已经记录，信访人看得到是哪个单位、什么时候看的。内容只用于办理本事项，不要转发。",
    en: "This look is recorded: the petitioner sees which unit looked, and when. Use what you see for this case alone, and pass it on to nobody.",
  },
  none: { zh: "现在没有文件。", en: "There are no files now." },
  back: { zh: "回到办理页", en: "Back to the task" },
} satisfies Record<string, Record<Lang, string>>;

type CaseFilesDrawn = {
  view: View;
  petition: Case;
  directory: Directory;
  now: Instant;
  files: readonly LinkedFile[];
  /** The address of the task that they are opened for, and the token of its link. */
  task: string;
  token: string;
};

/** 照片和 PDF: for staff, the files of a case, each with a link that opens it for a short time. */
export const caseFilesPage = ({ view, petition, directory, now, files, task, token }: CaseFilesDrawn): string => {
  const { lang } = view;
  const number = caseNumber(petition.id, directory);
  return document(view, {
    title: `${say.title[lang]} ${number}`,
    readers: "staff",
    body: (
      <>
        <p class="quiet">{number}</p>
        <h1>{say.title[lang]}</h1>
        <p>{say.hint[lang]}</p>
        {files.length === 0 ? (
          <p>{say.none[lang]}</p>
        ) : (
          <section class="panel" aria-label={say.title[lang]}>
            <FileList {...{ files, now, lang }} isAgents={false} />
          </section>
        )}
        <p class="no-print">
          <a href={`${task}#${token}`}>{say.back[lang]}</a>
        </p>
      </>
    ),
  });
};
