import type { Bilingual, Lang } from "#ground/bilingual.ts";
import type { UnsentText } from "#words/staff-words.ts";

const say = {
  title: { zh: "您写的内容没有提交", en: "What you wrote was not sent" },
  how: {
    zh: "提交的时候，事项已经不在这一步，所以没有提交，什么也没有改变。内容都在下面，一天之内在这台设备上可以打开，需要的话请先复制。",
    en: "By the time you sent it, the petition had moved on from that step, so nothing was sent and nothing has changed. All of it is here and can be opened on this device for a day: copy it first if you need it.",
  },
  copy: { zh: "复制全部", en: "Copy all of it" },
  copied: { zh: "已复制", en: "Copied" },
} satisfies Record<string, Bilingual>;

/** 没有提交: what somebody wrote for a turn that was over, or another, when they sent it, to the device that they wrote it on. */
export const Unsent = ({ texts, lang }: { texts: readonly UnsentText[]; lang: Lang }) => (
  <section class="panel asked" role="alert" aria-labelledby="unsent-title">
    <h2 id="unsent-title">{say.title[lang]}</h2>
    <p>{say.how[lang]}</p>
    <dl class="facts stacked">
      {texts.map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd class="own-words">{text}</dd>
        </div>
      ))}
    </dl>
    <button
      class="outline"
      type="button"
      data-copy={texts.map(({ text }) => text).join("\n\n")}
      data-copied={say.copied[lang]}
      data-enhanced
      hidden
    >
      {say.copy[lang]}
    </button>
  </section>
);
