import type { Case } from "#case/state/case.ts";
import { type CaseFile, mostFiles } from "#case/state/facts/files.ts";
import { districtDate } from "#clock/period.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import { document } from "#web/parts/document.tsx";
import { sizeWords } from "#web/parts/file-list.tsx";
import { EnterFile } from "#web/parts/files-now.tsx";
import { LeaveDevice } from "#web/parts/leave-device.tsx";
import { type SentStep, StoreStep } from "#web/parts/store-form.tsx";
import type { View } from "#web/parts/view.ts";
import { fileKindWords } from "#words/acts/files.ts";
import { letterDate } from "#words/dates.ts";
import { whyNotTaken } from "#words/why-not-taken.ts";

const say = {
  title: { zh: "录入随件收到的材料", en: "Enter what came with the petition" },
  intro: {
    zh: (on) =>
      `只录入和这件诉求一起收到的：来信原件的扫描件，或者当面带来的材料。记为${on}收到、由您录入。照片（JPG、PNG、WebP）或者 PDF，最多 ${mostFiles} 份，每份不超过 10 MB，一次一份。信访人凭查询码能打开；承办单位也能打开，每次打开都有记录。`,
    en: (on) =>
      `Only what came together with it: a scan of the letter, or papers that were brought along. They are on record as received on ${on} and entered by you. Photos (JPG, PNG, WebP) or PDFs, at most ${mostFiles}, each of at most 10 MB, one at a time. The petitioner can open them with the query code; so can the unit in charge, and each time is recorded.`,
  },
  added: {
    zh: (nth) => `${nth}已经录入。`,
    en: (nth) => `${nth} is entered.`,
  },
  notTaken: {
    zh: (why) => `这份文件没有收下，已经删除：${why}。请换一份再录入。实在收不下的，原件照常归档，登记不受影响。`,
    en: (why) =>
      `This file was not taken and is deleted: ${why}. Please try another one. If it cannot be taken at all, keep the original on file as usual; the registration is not touched.`,
  },
  entered: { zh: "已经录入的", en: "What is entered" },
  receipt: { zh: "回到回执", en: "Back to the receipt" },
  next: { zh: "登记下一件", en: "Register the next one" },
} satisfies Record<string, Record<Lang, string | ((said: string) => string)>>;

const nthFile: Record<Lang, (file: CaseFile) => string> = {
  zh: ({ n, kind }) => `第 ${n} 份（${fileKindWords[kind].zh}）`,
  en: ({ n, kind }) => `No. ${n} (${fileKindWords[kind].en})`,
};

export type CounterFilesDrawn = {
  view: View;
  petition: Case;
  directory: Directory;
  pass: string;
  /** What was entered by now. */
  entered: readonly CaseFile[];
  /** What is to be done now, or what came of what was done. */
  step: SentStep<CaseFile>;
  /** Why no more can be entered. */
  notice?: string;
  /** Where the receipt is, on a device that keeps it, and where the next petition is written down. */
  receipt?: `/${string}`;
  next: `/${string}`;
};

/** 录入随件收到的材料: the form for a file, what came of the one before, and what there is. Nothing of it can be opened here. */
export const counterFilesPage = ({
  view,
  petition,
  directory,
  pass,
  entered,
  step,
  notice,
  receipt,
  next,
}: CounterFilesDrawn): string => {
  const { lang } = view;
  const number = caseNumber(petition.id, directory);
  const receivedOn = petition.receivedOn ?? districtDate(petition.registeredAt);
  return document(view, {
    title: `${say.title[lang]} ${number}`,
    scripts: ["photo.client.js"],
    body: (
      <div class="narrow">
        <p class="quiet">{number}</p>
        <h1>{say.title[lang]}</h1>
        <StoreStep
          {...{ step, notice, lang }}
          added={(file) => say.added[lang](nthFile[lang](file))}
          notTaken={(why) => say.notTaken[lang](whyNotTaken[why][lang])}
          intro={say.intro[lang](letterDate(receivedOn, lang))}
        />
        {notice === undefined && ("added" in step || "notTaken" in step) && (
          <EnterFile pass={pass} caseId={petition.id} isFirst={false} lang={lang} />
        )}
        {entered.length > 0 && (
          <section class="panel" aria-labelledby="entered-title">
            <h2 id="entered-title">{say.entered[lang]}</h2>
            <ul>
              {entered.map((file) => (
                <li key={file.n}>
                  {nthFile[lang](file)} <span class="quiet">{sizeWords(file.bytes)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p class="row">
          {receipt !== undefined && <a href={receipt}>{say.receipt[lang]}</a>}
          <a href={next}>{say.next[lang]}</a>
        </p>
        <LeaveDevice lang={lang} />
      </div>
    ),
  });
};
