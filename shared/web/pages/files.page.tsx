import { readTypedPhone } from "#access/query-code.ts";
import type { BringForm } from "#case/files/shelves.ts";
import type { Case } from "#case/state/case.ts";
import { type CaseFile, mostFiles, mostOfFile, noFiles, type WhyNotFile } from "#case/state/facts/files.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { document } from "#web/parts/document.tsx";
import { FileList, type LinkedFile } from "#web/parts/file-list.tsx";
import { ErrorSummary, Hidden, Hint, problemsOf, TextField } from "#web/parts/form.tsx";
import { type Keyed, KeyedButton } from "#web/parts/keyed-button.tsx";
import { LeaveDevice } from "#web/parts/leave-device.tsx";
import { ToProgress } from "#web/parts/to-progress.tsx";
import type { View } from "#web/parts/view.ts";
import { fileKindWords } from "#words/acts/files.ts";
import { fileNotTaken } from "#words/refused-files.ts";

const say = {
  title: { zh: "交照片和 PDF", en: "Send photos and PDFs" },
  intro: {
    zh: `照片（JPG、PNG、WebP）或者 PDF，最多 ${mostFiles} 份，每份不超过 10 MB，一次交一份。承办单位能打开，每次打开都有记录。`,
    en: `Photos (JPG, PNG, WebP) or PDFs, at most ${mostFiles}, each of at most 10 MB, one at a time. The unit in charge can open them, and each time is recorded.`,
  },
  position: {
    zh: "照片里的拍摄地点，会先在您的手机上去掉，再传出来。浏览器不运行脚本的，这一步做不到，带有拍摄地点的照片不收。",
    en: "Where a photo was taken is removed on your phone before it leaves it. Where scripts are switched off that cannot be done, and a photo that says so is not taken.",
  },
  ask: { zh: "再交一份", en: "Send one more" },
  askFirst: { zh: "交一份", en: "Send one" },
  wholePhone: { zh: "您的完整号码", en: "Your whole number" },
  wholePhoneHint: {
    zh: "提交诉求时留的电话号码；自定了号码的，用自定的；没有留号码的，填完整的编号。",
    en: "The phone number that the petition was filed with, the number that you chose, or, if you left none, the petition’s whole number.",
  },
  agentsPhone: { zh: "您自己的完整号码", en: "Your own whole number" },
  agentsPhoneHint: {
    zh: "信访人指定您时填的、您自己的电话号码。您交的，信访人会知道。",
    en: "Your phone number, with which the petitioner named you. They are told of what you send.",
  },
  toFile: { zh: "去选择文件", en: "Choose the file" },
  file: { zh: "选择照片或者 PDF", en: "Choose a photo or a PDF" },
  fileHint: {
    zh: "可以现在拍。请在 15 分钟内选好、传完；超过 20 MB 的传不上来，会看到一页英文，请用浏览器的“后退”回来，换一份小的。",
    en: "You can take it now. Choose and send it within 15 minutes. What is larger than 20 MB cannot be sent: you would see a page of the store itself; come back from it and choose a smaller one.",
  },
  send: { zh: "传出去", en: "Send it" },
  shrinking: { zh: "正在处理照片……", en: "Preparing the photo…" },
  shrunk: { zh: "照片已经处理好，不带拍摄地点，大小：", en: "The photo is ready, without its location; its size: " },
  tooLarge: {
    zh: "这份文件超过 10 MB，收不下。照片请换一张小一些的，PDF 请分成几份。",
    en: "This file is larger than 10 MB and could not be taken. Please choose a smaller photo, or send the PDF in parts.",
  },
  cameNot: {
    zh: "还没有收到这份文件，可能没有传完。什么都没有丢，也不算一份；请在下面重新选择，再传一次。",
    en: "This file has not arrived; it may not have been sent whole. Nothing is lost, and it does not count. Please choose it below and send it once more.",
  },
  lookingTitle: { zh: "文件已经传到，正在检查", en: "The file has arrived and is being looked at" },
  looking: {
    zh: "一般几秒钟就好，本页会自己刷新。等不到的，点下面看结果。",
    en: "This takes a few seconds, and the page shows it by itself. If it does not, look below.",
  },
  lookNow: { zh: "看结果", en: "See what came of it" },
  added: {
    zh: (file: CaseFile) => `第 ${file.n} 份（${fileKindWords[file.kind].zh}）已经收到，承办单位会看到。`,
    en: (file: CaseFile) =>
      `No. ${file.n} (${fileKindWords[file.kind].en}) has arrived, and the unit in charge can see it.`,
  },
  arrived: { zh: "已经收到的", en: "What has arrived" },
  notTaken: { zh: "没有收下的", en: "What was not taken" },
  otherwise: {
    zh: "不会传的，可以把材料送到承办单位，或者请代理人代交。",
    en: "If this is difficult, bring the papers to the unit in charge, or have an agent send them.",
  },
  print: { zh: "打印本页", en: "Print this page" },
  toMaterial: { zh: "用文字补充", en: "Add something in words" },
} satisfies Record<string, Record<Lang, string | ((file: CaseFile) => string)>>;

const taken = ["image/jpeg", "image/png", "image/webp", "application/pdf"];

/** The form that asks for one, and where it is sent. */
const asking = { form: "ask", action: "/files/bring" };

export type FilesDrawn = {
  view: View;
  petition: Case;
  directory: Directory;
  now: Instant;
  /** Which agent reads it, where it is one. */
  agent: number | undefined;
  files: readonly LinkedFile[];
  keyed: Keyed;
  /** What is to be done now, or what came of what was done. */
  step:
    | { form: BringForm; cameNot?: true }
    | { isLookedAt: string }
    | { added: CaseFile }
    | { notTaken: WhyNotFile }
    | { error?: string; typed?: string };
  /** Why no more can be sent. */
  notice?: string | undefined;
};

type FormDrawn = { form: BringForm; lang: Lang };

/** The form that goes to the store: what it sends along is signed, and the file comes last. A script makes photos small first. */
const StoreForm = ({ form: { action, fields }, lang }: FormDrawn) => (
  <form
    class="panel"
    method="post"
    action={action}
    encType="multipart/form-data"
    data-photo
    data-most={mostOfFile}
    data-shrinking={say.shrinking[lang]}
    data-shrunk={say.shrunk[lang]}
    data-too-large={say.tooLarge[lang]}
  >
    <Hidden fields={fields} />
    <div class="field">
      <label for="file">{say.file[lang]}</label>
      <Hint id="file">{say.fileHint[lang]}</Hint>
      <input
        id="file"
        name="file"
        type="file"
        accept={taken.join(",")}
        required
        aria-describedby="file-hint file-said"
      />
      <small class="hint" id="file-said" role="status" data-photo-said />
    </div>
    <button type="submit">{say.send[lang]}</button>
  </form>
);

type AskDrawn = { keyed: Keyed; isAgents: boolean; isFirst: boolean; error?: string; typed?: string; lang: Lang };

/** The form of ours that asks for one: every decision takes the whole number. */
const AskForm = ({ keyed, isAgents, isFirst, error, typed, lang }: AskDrawn) => (
  <form id={asking.form} class="panel" method="post" action={asking.action} noValidate>
    <h2>{say[isFirst ? "askFirst" : "ask"][lang]}</h2>
    <Hidden fields={keyed} />
    <TextField
      id="whole-phone"
      name="wholePhone"
      lang={lang}
      label={say[isAgents ? "agentsPhone" : "wholePhone"][lang]}
      hint={say[isAgents ? "agentsPhoneHint" : "wholePhoneHint"][lang]}
      value={typed ?? (readTypedPhone(keyed.phoneTail)?.part === "number" ? keyed.phoneTail : undefined)}
      error={error}
      input={{ inputMode: "tel", autocomplete: "tel", class: "mono phone" }}
    />
    <button type="submit">{say.toFile[lang]}</button>
  </form>
);

/** Why some of what was sent was not taken, each reason once; but for what is said above. */
const reasonsOf = ({ files = noFiles }: Case, step: FilesDrawn["step"]): WhyNotFile[] =>
  [...new Set(files.refused.map(({ why }) => why))].filter((why) => !("notTaken" in step) || step.notTaken !== why);

/** What was not taken, with what to do about it. */
const NotTaken = ({ reasons, lang }: { reasons: readonly WhyNotFile[]; lang: Lang }) => (
  <section class="panel" aria-labelledby="not-taken-title">
    <h2 id="not-taken-title">{say.notTaken[lang]}</h2>
    <ul>
      {reasons.map((why) => (
        <li key={why}>{fileNotTaken[why][lang]}</li>
      ))}
    </ul>
  </section>
);

/** 交照片和 PDF: what is to be done now, what has arrived, and what was not taken. */
export const filesPage = ({
  view,
  petition,
  directory,
  now,
  agent,
  files,
  keyed,
  step,
  notice,
}: FilesDrawn): string => {
  const { lang } = view;
  const number = caseNumber(petition.id, directory);
  const isAgents = agent !== undefined;
  const asks = notice === undefined && !("form" in step) && !("isLookedAt" in step);
  const reasons = reasonsOf(petition, step);
  const error = "error" in step ? step.error : undefined;
  return document(view, {
    title: `${say.title[lang]} ${number}`,
    scripts: ["photo.client.js"],
    ...(asks && { typedIn: asking }),
    body: (
      <div class="narrow">
        <p class="quiet">{number}</p>
        <h1>{say.title[lang]}</h1>
        {error !== undefined && (
          <ErrorSummary lang={lang} errors={problemsOf(["whole-phone"], { "whole-phone": error })} />
        )}
        {"added" in step && (
          <p class="notice" role="status">
            {say.added[lang](step.added)}
          </p>
        )}
        {"notTaken" in step && (
          <p class="notice late" role="alert">
            {fileNotTaken[step.notTaken][lang]}
          </p>
        )}
        {notice !== undefined && (
          <p class="notice" role="status">
            {notice}
          </p>
        )}
        {"cameNot" in step && (
          <p class="notice" role="status">
            {say.cameNot[lang]}
          </p>
        )}
        {"isLookedAt" in step ? (
          <section class="panel" role="status" aria-labelledby="looking-title">
            <h2 id="looking-title">{say.lookingTitle[lang]}</h2>
            <p>{say.looking[lang]}</p>
            <p>
              <a href={step.isLookedAt}>{say.lookNow[lang]}</a>
            </p>
          </section>
        ) : (
          <>
            <p>{say.intro[lang]}</p>
            <p>{say.position[lang]}</p>
          </>
        )}
        {"form" in step && <StoreForm form={step.form} lang={lang} />}
        {asks && (
          <AskForm
            {...{ keyed, isAgents, lang }}
            isFirst={files.length === 0}
            {...("error" in step || "typed" in step ? step : {})}
          />
        )}
        {files.length > 0 && (
          <section class="panel" aria-labelledby="arrived-title">
            <h2 id="arrived-title">{say.arrived[lang]}</h2>
            <FileList {...{ files, isAgents, now, lang }} />
            <button class="outline no-print" type="button" data-print data-enhanced hidden>
              {say.print[lang]}
            </button>
          </section>
        )}
        {!isAgents && reasons.length > 0 && <NotTaken {...{ reasons, lang }} />}
        <p class="quiet">{say.otherwise[lang]}</p>
        <KeyedButton to="/material" keyed={keyed} label={say.toMaterial[lang]} />
        <ToProgress keyed={keyed} lang={lang} />
        <LeaveDevice lang={lang} />
      </div>
    ),
  });
};
