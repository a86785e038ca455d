import type { Bilingual, BilingualSentence } from "#ground/bilingual.ts";
import { document } from "#web/parts/document.tsx";
import type { View } from "#web/parts/view.ts";

const title: Record<"mailed" | "mailedLately", Bilingual> = {
  mailed: { zh: "新链接已经寄出", en: "A new link is on its way" },
  mailedLately: { zh: "新链接刚刚寄过", en: "A new link was emailed just now" },
};

const say = {
  to: {
    zh: (to: string) => `寄到人员名录中的邮箱：${to}。`,
    en: (to: string) => `It goes to the address in the district’s directory: ${to}.`,
  },
  look: {
    zh: "请到您的工作邮箱查收，一般几分钟内送到。请用最近一封邮件里的链接和验证码打开；原来的链接和验证码已经失效。",
    en: "Please look into your office mailbox; it takes a few minutes as a rule. Use the link and the 6 digits of the latest email: the earlier ones are void.",
  },
  pace: {
    zh: "十分钟内只寄一次，一天最多五次。一直没有收到的，请联系信访局值班人员。",
    en: "It is emailed once in ten minutes and five times a day at most. If nothing comes, please call the duty officer of the petition office.",
  },
} satisfies Record<string, Bilingual | BilingualSentence<string>>;

type NewLinkCame = {
  view: View;
  came: keyof typeof title;
  /** The address that it goes to, masked. */
  to: string;
};

/**
 * What came of asking for a new link. It names neither the case nor the whole address: whoever asked is not recognised,
 * and whose link it is knows their address again.
 */
export const newLinkPage = ({ view, came, to }: NewLinkCame): string => {
  const { lang } = view;
  return document(view, {
    title: title[came][lang],
    readers: "staff",
    body: (
      <div class="narrow">
        <div class="notice" role="status">
          <h1 tabIndex={-1}>{title[came][lang]}</h1>
          <p>{say.to[lang](to)}</p>
          <p>{say.look[lang]}</p>
          <p class="quiet">{say.pace[lang]}</p>
        </div>
      </div>
    ),
  });
};
