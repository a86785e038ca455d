import { type Case, isIn, takingStates } from "#case/state/case.ts";
import { mostFiles, noFiles } from "#case/state/facts/files.ts";
import type { Lang } from "#ground/bilingual.ts";
import { Hidden } from "./form.tsx";

const say = {
  title: { zh: "照片和材料，现在就可以交", en: "Photos or papers? Send them now" },
  intro: {
    zh: `诉求已经登记，不等照片。照片或者 PDF 一次交一份，最多 ${mostFiles} 份，不用再输查询码。没有传成的，诉求不受影响，可以再传；以后要补交的，从“查询进度”进去。`,
    en: `Your petition is registered and does not wait for them. Send photos or PDFs one at a time, at most ${mostFiles}, without typing the code. If one does not get through, nothing happens to the petition, and you can try again; later, send them from “Follow this petition”.`,
  },
  send: { zh: "去交照片或者 PDF", en: "Send a photo or a PDF" },
  counterTitle: { zh: "来件的扫描件和材料，现在可以录入", en: "A scan of the letter, or papers? Enter them now" },
  counterIntro: {
    zh: `和这件诉求一起收到的，照片或者 PDF，一次一份，最多 ${mostFiles} 份，用您自己的登记凭证，不用信访人的查询码。只能在今天录入；没有传成的，登记不受影响。`,
    en: `What came together with the petition, as photos or PDFs, one at a time, at most ${mostFiles}: with your own pass, not with the petitioner’s code, and today only. If one does not get through, nothing happens to the registration.`,
  },
  enter: { zh: "去录入扫描件或者材料", en: "Enter a scan or a paper" },
  enterMore: { zh: "再录入一份", en: "Enter one more" },
  had: {
    zh: (count: number) => `已经收到 ${count} 份。`,
    en: (count: number) => `${count} ${count === 1 ? "has" : "have"} arrived.`,
  },
} satisfies Record<string, Record<Lang, string | ((count: number) => string)>>;

/** Whether something may still be sent to a case that was just filed. */
const takesFiles = (petition: Case): boolean =>
  isIn(petition, takingStates) && (petition.files ?? noFiles).kept.length < mostFiles;

/** How many have arrived, where some have. */
const FilesHad = ({ petition, lang }: { petition: Case; lang: Lang }) => {
  const { length: count } = (petition.files ?? noFiles).kept;
  return count === 0 ? null : <p role="status">{say.had[lang](count)}</p>;
};

type FilesNowDrawn = {
  petition: Case;
  code: string;
  /** The whole number that goes with the code; none where it is one that was chosen, of which nothing is known here. */
  known: string | undefined;
  lang: Lang;
};

/**
 * 附照片和 PDF: the first thing to do with a petition that was just registered. Its form sends the key that the receipt
 * shows, with the whole number, and so is answered with the form for a file at once; a number that was chosen is asked for
 * once more. There is none for a case that takes nothing more.
 */
export const FilesNow = ({ petition, code, known, lang }: FilesNowDrawn) =>
  takesFiles(petition) ? (
    <section class="panel no-print" aria-labelledby="files-now-title">
      <h2 id="files-now-title">{say.title[lang]}</h2>
      <p>{say.intro[lang]}</p>
      <FilesHad petition={petition} lang={lang} />
      <form method="post" action={known === undefined ? "/files" : "/files/bring"}>
        <Hidden fields={known === undefined ? { code } : { code, phoneTail: known, wholePhone: known }} />
        <button type="submit" class="outline">
          {say.send[lang]}
        </button>
      </form>
    </section>
  ) : null;

/** Where whoever has registered a petition enters what came with it. */
export const counterFilesAddress = "/register-files";

type EnterFileDrawn = { pass: string; caseId: string; isFirst: boolean; lang: Lang };

/** The button that asks for the form for a file, with the pass of whoever has registered the case. */
export const EnterFile = ({ pass, caseId, isFirst, lang }: EnterFileDrawn) => (
  <form method="post" action={counterFilesAddress}>
    <Hidden fields={{ pass, caseId }} />
    <button type="submit" class={isFirst ? "outline" : undefined}>
      {say[isFirst ? "enter" : "enterMore"][lang]}
    </button>
  </form>
);

/** 录入随件收到的材料: the same at a counter, for whoever has registered the petition. */
export const EnterFilesNow = ({ petition, pass, lang }: { petition: Case; pass: string; lang: Lang }) =>
  takesFiles(petition) ? (
    <section class="panel no-print" aria-labelledby="files-now-title">
      <h2 id="files-now-title">{say.counterTitle[lang]}</h2>
      <p>{say.counterIntro[lang]}</p>
      <FilesHad petition={petition} lang={lang} />
      <EnterFile pass={pass} caseId={petition.id} isFirst lang={lang} />
    </section>
  ) : null;
