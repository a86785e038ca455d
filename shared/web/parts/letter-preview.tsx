import type { Letter as LetterOfRecord } from "#case/state/facts/answer.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { Hidden } from "./form.tsx";
import { Letter } from "./letter.tsx";

const say = {
  notYet: {
    zh: "还没有发出。下面就是信访人将收到的样子；发出以后不能收回，写错了只能另发更正。",
    en: "Nothing is issued yet. This is the letter as the petitioner will get it. Once issued it cannot be taken back, only corrected by another.",
  },
  outdated: {
    zh: "没有发出：您核对以后，事项、名录或者日期有了变化，处理意见书和刚才看到的不一样了。您写的内容都还在，请再核对一遍",
    en: "Nothing was issued: since you checked it the case, the directory or the day has changed, and the letter with it. All that you wrote is here; please check it once more",
  },
  send: { zh: "发出处理意见书", en: "Issue the letter" },
  change: { zh: "修改", en: "Change it" },
} satisfies Record<string, Bilingual>;

export type LetterPreviewShown = {
  lang: Lang;
  /** Where its form is sent. */
  address: string;
  /** The letter as it would be issued now, with its texts, and the mark by which just this one is issued. */
  letter: LetterOfRecord;
  mark: string;
  requests: readonly string[];
  /** The form that brought it, with its token: it is sent again whole. */
  form: Readonly<Record<string, string>>;
  /** Whether another letter was checked before, which is not the one that would be issued now. */
  isAnother: boolean;
};

/** 预览: the letter as it will look, and the two ways on. */
export const LetterPreview = ({ lang, address, letter, mark, requests, form, isAnother }: LetterPreviewShown) => (
  <>
    <p class="notice" role={isAnother ? "alert" : "status"}>
      {(isAnother ? say.outdated : say.notYet)[lang]}
    </p>
    <Letter letter={letter} requests={requests} reviewUntil={undefined} lang={lang} />
    <form class="no-print" method="post" action={`${address}/act`} data-preview>
      <Hidden fields={{ ...form, previewed: mark }} />
      <p class="row">
        <button type="submit">{say.send[lang]}</button>
        <button type="submit" class="outline" name="rewrite" value="yes">
          {say.change[lang]}
        </button>
      </p>
    </form>
  </>
);
