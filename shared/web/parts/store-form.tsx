import type { BringForm } from "#case/files/shelves.ts";
import { mostOfFile, type WhyNotFile } from "#case/state/facts/files.ts";
import type { Lang } from "#ground/bilingual.ts";
import { Hidden, Hint } from "./form.tsx";

const say = {
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
  position: {
    zh: "照片里的拍摄地点，会先在这台设备上去掉，再传出来。浏览器不运行脚本的，这一步做不到，带有拍摄地点的照片不收。",
    en: "Where a photo was taken is removed on this device before it leaves it. Where scripts are switched off that cannot be done, and a photo that says so is not taken.",
  },
  lookNow: { zh: "看结果", en: "See what came of it" },
} satisfies Record<string, Record<Lang, string>>;

const taken = ["image/jpeg", "image/png", "image/webp", "application/pdf"];

type FormDrawn = { form: BringForm; lang: Lang };

/** 传出去: the form that goes to the store: what it sends along is signed, and the file comes last. A script makes photos small first. */
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

/** What was sent is looked at: the page that says what came of it is a moment away. */
const IsLookedAt = ({ at, again, lang }: { at: string; again: boolean; lang: Lang }) => (
  <section class="panel" role="status" aria-labelledby="looking-title">
    <h2 id="looking-title">{say.lookingTitle[lang]}</h2>
    <p>{say.looking[lang]}</p>
    <p>
      <a href={at} data-look-again={again || undefined}>
        {say.lookNow[lang]}
      </a>
    </p>
  </section>
);

/** Nothing has arrived of what was sent. */
const CameNot = ({ lang }: { lang: Lang }) => (
  <p class="notice" role="status">
    {say.cameNot[lang]}
  </p>
);

/** What there is to be said of the file that was sent last, and the form for the next one. */
export type SentStep<Kept> = {
  form?: BringForm;
  /** Nothing has arrived of what was sent by the form. */
  cameNot?: true;
  /** Where the page is that says what came of it. */
  isLookedAt?: string;
  added?: Kept;
  notTaken?: WhyNotFile;
};

type StepDrawn<Kept> = {
  step: SentStep<Kept>;
  /** What is said of what has arrived, and of what was not taken. */
  added: (file: Kept) => string;
  notTaken: (why: WhyNotFile) => string;
  /** Why no more can be sent. */
  notice?: string | undefined;
  /** What can be sent, and who will see it. */
  intro: string;
  /** Whether the page is put in the place of another one, and so has to look again by a script. */
  byScript?: boolean;
  lang: Lang;
};

/** 传一份文件: what came of the one before, what can be sent, and the form. The same wherever files are sent, in the same order. */
export const StoreStep = <Kept,>({ step, added, notTaken, notice, intro, byScript = false, lang }: StepDrawn<Kept>) => (
  <>
    {step.added !== undefined && (
      <p class="notice" role="status">
        {added(step.added)}
      </p>
    )}
    {step.notTaken !== undefined && (
      <p class="notice late" role="alert">
        {notTaken(step.notTaken)}
      </p>
    )}
    {notice !== undefined && (
      <p class="notice" role="status">
        {notice}
      </p>
    )}
    {step.cameNot && <CameNot lang={lang} />}
    {step.isLookedAt === undefined ? (
      <>
        <p>{intro}</p>
        <p>{say.position[lang]}</p>
      </>
    ) : (
      <IsLookedAt at={step.isLookedAt} again={byScript} lang={lang} />
    )}
    {step.form !== undefined && <StoreForm form={step.form} lang={lang} />}
  </>
);
