import type { Case } from "#case/state/case.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { UnitId } from "#ground/ids.ts";
import type { Instant } from "#ground/instant.ts";
import { document } from "#web/parts/document.tsx";
import { FileList, type LinkedFile } from "#web/parts/file-list.tsx";
import type { View } from "#web/parts/view.ts";
import { unitName } from "#words/words.ts";

const say = {
  title: { zh: "照片和 PDF", en: "Photos and PDFs" },
  petitioners: { zh: "信访人交的", en: "From the petitioner" },
  attachedBy: { zh: (unit) => `${unit}附的`, en: (unit) => `Attached by ${unit}` },
  attachedHint: {
    zh: "这一次查看已经记录，信访人看得到是哪个单位、什么时候看的。内容只用于办理本事项，不要转发。单位附的，信访人不能打开；要让信访人知道的，写进处理意见书。",
    en: "This look is recorded: the petitioner sees which unit looked, and when. Use what you see for this case alone, and pass it on to nobody. The petitioner cannot open what units have attached: what they are to know of it goes into the answer.",
  },
  hint: {
    zh: "这一次查看已经记录，信访人看得到是哪个单位、什么时候看的。内容只用于办理本事项，不要转发。",
    en: "This look is recorded: the petitioner sees which unit looked, and when. Use what you see for this case alone, and pass it on to nobody.",
  },
  none: { zh: "现在没有文件。", en: "There are no files now." },
  back: { zh: "回到办理页", en: "Back to the task" },
} satisfies Record<string, Record<Lang, string | ((unit: string) => string)>>;

/** What a unit has attached to its answers. */
export type AttachedBy = { unit: UnitId; files: readonly LinkedFile[] };

type CaseFilesDrawn = {
  view: View;
  petition: Case;
  directory: Directory;
  now: Instant;
  /** The petitioner's; none for whoever is not shown who petitions. */
  files?: readonly LinkedFile[];
  attached: readonly AttachedBy[];
  /** The address of the task that they are opened for, and the token of its link. */
  task: string;
  token: string;
};

/** 照片和 PDF: for staff, the files of a case, each with a link that opens it for a short time. */
export const caseFilesPage = ({
  view,
  petition,
  directory,
  now,
  files = [],
  attached,
  task,
  token,
}: CaseFilesDrawn): string => {
  const { lang } = view;
  const number = caseNumber(petition.id, directory);
  return document(view, {
    title: `${say.title[lang]} ${number}`,
    readers: "staff",
    body: (
      <>
        <p class="quiet">{number}</p>
        <h1>{say.title[lang]}</h1>
        <p>{say[attached.length > 0 ? "attachedHint" : "hint"][lang]}</p>
        {files.length === 0 && attached.length === 0 && <p>{say.none[lang]}</p>}
        {files.length > 0 && (
          <section class="panel" aria-labelledby="petitioners-title">
            <h2 id="petitioners-title">{say.petitioners[lang]}</h2>
            <FileList {...{ files, now, lang }} isAgents={false} />
          </section>
        )}
        {attached.map(({ unit, files: theirs }) => (
          <section class="panel" aria-labelledby={`attached-${unit}`} key={unit}>
            <h2 id={`attached-${unit}`}>{say.attachedBy[lang](unitName(directory, unit, lang))}</h2>
            <FileList {...{ now, lang }} files={theirs} isAgents={false} />
          </section>
        ))}
        <p class="no-print">
          <a href={`${task}#${token}`}>{say.back[lang]}</a>
        </p>
      </>
    ),
  });
};
