import type { WhyNotAttach } from "#case/state/attaching.ts";
import type { Case } from "#case/state/case.ts";
import {
  type Attachment,
  mostAttached,
  mostAttachments,
  mostRefusedAttachments,
} from "#case/state/facts/attachments.ts";
import type { WhyNotFile } from "#case/state/facts/files.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import { document } from "#web/parts/document.tsx";
import { sizeWords } from "#web/parts/file-list.tsx";
import { type SentStep, StoreStep } from "#web/parts/store-form.tsx";
import { caseFilesAddress } from "#web/parts/to-case-files.tsx";
import type { View } from "#web/parts/view.ts";
import { fileKindWords } from "#words/acts/files.ts";
import { whyNotTaken } from "#words/why-not-taken.ts";

const say = {
  title: { zh: "给答复附照片和 PDF", en: "Photos and PDFs with your answer" },
  intro: {
    zh: `照片（JPG、PNG、WebP）或者 PDF，一个答复最多 ${mostAttached} 份，每份不超过 10 MB，一次一份。承办单位能打开，每次打开都有记录。信访人知道您单位附了几份，不能打开。别人的姓名、号码等个人信息，办理用不上的，请先遮住。`,
    en: `Photos (JPG, PNG, WebP) or PDFs: at most ${mostAttached} with an answer, each of at most 10 MB, one at a time. The unit in charge can open them, and each time is recorded. The petitioner is told how many your unit has attached, and cannot open them. Please cover names, numbers and the like of other people where the case does not need them.`,
  },
  apart: {
    zh: "答复不等附件，也不受附件影响：没有传成、没有收下的，可以再附，答复照样算数。",
    en: "The answer does not wait for them: where one does not get through or is not taken, attach it again, and the answer stands all the same.",
  },
  added: {
    zh: (nth) => `${nth}已经附上，承办单位会看到。`,
    en: (nth) => `${nth} is attached, and the unit in charge can see it.`,
  },
  notTaken: {
    zh: (why) => `这份文件没有收下，已经删除：${why}。请换一份再附；答复不受影响。`,
    en: (why) => `This file was not taken and is deleted: ${why}. Please try another one; the answer is not touched.`,
  },
  attached: { zh: "已经附上的", en: "What is attached" },
  refused: { zh: "没有收下的", en: "What was not taken" },
  open: { zh: "打开已经附上的", en: "Open what is attached" },
  back: { zh: "回到办理页", en: "Back to the task" },
} satisfies Record<string, Record<Lang, string | ((said: string) => string)>>;

/** Why no more can be attached. */
const whyNotWords: Readonly<Record<WhyNotAttach, Record<Lang, string>>> = {
  enough: {
    zh: `这个答复已经附满 ${mostAttached} 份。还有的，请直接送给承办单位。`,
    en: `This answer has its ${mostAttached} attachments. Please hand what is left to the unit in charge.`,
  },
  caseHasEnough: {
    zh: `这件事项的协办附件已经有 ${mostAttachments} 份，不能再附。还有的，请直接送给承办单位。`,
    en: `The case has ${mostAttachments} attachments from units, and takes no more. Please hand what is left to the unit in charge.`,
  },
  refusedEnough: {
    zh: `这件事项已经有 ${mostRefusedAttachments} 份附件没能收下，不能再附。请直接送给承办单位。`,
    en: `${mostRefusedAttachments} attachments to this case could not be taken, so no more are. Please hand yours to the unit in charge.`,
  },
};

const nthFile: Record<Lang, (file: Attachment) => string> = {
  zh: ({ n, kind }) => `第 ${n} 份（${fileKindWords[kind].zh}）`,
  en: ({ n, kind }) => `No. ${n} (${fileKindWords[kind].en})`,
};

export type AttachmentsDrawn = {
  view: View;
  petition: Case;
  directory: Directory;
  /** What goes with the answer already. */
  attached: readonly Attachment[];
  /** Why some of what was sent was not taken. */
  refused: readonly WhyNotFile[];
  step: SentStep<Attachment>;
  whyNot?: WhyNotAttach | undefined;
  /** Whether the turn is still the reader's, so that they may open what they have attached. */
  isOpen: boolean;
  /** The address of the task, and the token of its link. */
  task: string;
  token: string;
};

/** 协办附件: the form for a file that goes with the answer, what came of the one before, and what there is. */
export const attachmentsPage = ({
  view,
  petition,
  directory,
  attached,
  refused,
  step,
  whyNot,
  isOpen,
  task,
  token,
}: AttachmentsDrawn): string => {
  const { lang } = view;
  const number = caseNumber(petition.id, directory);
  const reasons = [...new Set(refused)].filter((why) => why !== step.notTaken);
  return document(view, {
    title: `${say.title[lang]} ${number}`,
    readers: "staff",
    scripts: ["photo.client.js"],
    body: (
      <div class="narrow">
        <p class="quiet">{number}</p>
        <h1 tabIndex={-1}>{say.title[lang]}</h1>
        <StoreStep
          {...{ step, lang }}
          byScript
          added={(file) => say.added[lang](nthFile[lang](file))}
          notTaken={(why) => say.notTaken[lang](whyNotTaken[why][lang])}
          notice={whyNot && whyNotWords[whyNot][lang]}
          intro={say.intro[lang]}
        />
        {attached.length > 0 && (
          <section class="panel" aria-labelledby="attached-title">
            <h2 id="attached-title">{say.attached[lang]}</h2>
            <ul>
              {attached.map((file) => (
                <li key={file.n}>
                  {nthFile[lang](file)} <span class="quiet">{sizeWords(file.bytes)}</span>
                </li>
              ))}
            </ul>
            {isOpen && (
              <p>
                <a href={`${caseFilesAddress}#${token}`}>{say.open[lang]}</a>
              </p>
            )}
          </section>
        )}
        {reasons.length > 0 && (
          <section class="panel" aria-labelledby="refused-title">
            <h2 id="refused-title">{say.refused[lang]}</h2>
            <ul>
              {reasons.map((why) => (
                <li key={why}>{whyNotTaken[why][lang]}</li>
              ))}
            </ul>
          </section>
        )}
        <p class="quiet">{say.apart[lang]}</p>
        <p>
          <a href={`${task}#${token}`}>{say.back[lang]}</a>
        </p>
      </div>
    ),
  });
};
