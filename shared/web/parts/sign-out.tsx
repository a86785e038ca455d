import type { Lang } from "#ground/bilingual.ts";

const say = {
  why: {
    zh: "不是您，或者已经办完？退出后，这台设备上再打开办理页要重新输入验证码。",
    en: "Not you, or done? Once you have signed out, task pages ask this device for the digits again.",
  },
  leave: { zh: "退出", en: "Sign out" },
} satisfies Record<string, Record<Lang, string>>;

/** 退出: has the device forget whose it is today, and what it keeps of tasks. */
export const SignOut = ({ lang }: { lang: Lang }) => (
  <form class="sign-out no-print" method="post" action="/task/leave">
    <p class="quiet">{say.why[lang]}</p>
    <button type="submit" class="outline">
      {say.leave[lang]}
    </button>
  </form>
);
