import { readTypedPhone } from "#access/query-code.ts";
import type { Case } from "#case/state/case.ts";
import { type CaseFile, mostFiles, noFiles, type WhyNotFile } from "#case/state/facts/files.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { document } from "#web/parts/document.tsx";
import { FileList, type LinkedFile } from "#web/parts/file-list.tsx";
import { ErrorSummary, Hidden, problemsOf, TextField } from "#web/parts/form.tsx";
import { type Keyed, KeyedButton } from "#web/parts/keyed-button.tsx";
import { LeaveDevice } from "#web/parts/leave-device.tsx";
import { type SentStep, StoreStep } from "#web/parts/store-form.tsx";
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
  step: SentStep<CaseFile> & { error?: string; typed?: string };
  /** Why no more can be sent. */
  notice?: string | undefined;
};

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
        <StoreStep
          {...{ step, notice, lang }}
          added={say.added[lang]}
          notTaken={(why) => fileNotTaken[why][lang]}
          intro={say.intro[lang]}
        />
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
