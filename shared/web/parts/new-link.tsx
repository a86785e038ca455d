import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { Hidden } from "./form.tsx";

const say = {
  title: { zh: "数字用不了，或者没有收到？", en: "No digits, or they do not work?" },
  titleAgain: { zh: "新链接没有收到？", en: "Has the new link not come?" },
  how: {
    zh: "新的链接和数字只寄到您在人员名录中的邮箱。寄出以后，现在这个链接和数字就失效了。",
    en: "A new link with new digits goes to your address in the district’s directory, and nowhere else. This link and its digits are void from then on.",
  },
  again: {
    zh: "可以再寄一次，还是寄到您在人员名录中的邮箱。",
    en: "It can be emailed again, to your address in the district’s directory.",
  },
  send: { zh: "把新链接寄给我", en: "Email me a new link" },
  sendAgain: { zh: "再寄一次", en: "Email it again" },
} satisfies Record<string, Bilingual>;

/** 重寄链接: asks for a new link with the old one. @param again when a new one was mailed before */
export const NewLinkPanel = ({ token, lang, again }: { token: string; lang: Lang; again: boolean }) => (
  <section class="panel" aria-labelledby="new-link-title">
    <h2 id="new-link-title">{(again ? say.titleAgain : say.title)[lang]}</h2>
    <p>{(again ? say.again : say.how)[lang]}</p>
    <form method="post" action="/task/link">
      <Hidden fields={{ token }} />
      <button type="submit" class="outline">
        {(again ? say.sendAgain : say.send)[lang]}
      </button>
    </form>
  </section>
);
