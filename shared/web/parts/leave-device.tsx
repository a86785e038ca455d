import type { Bilingual, Lang } from "#ground/bilingual.ts";

const say = {
  shared: {
    zh: "用的是公用电脑或别人的手机？离开前请清除，别人就打不开您看过的页面。",
    en: "Is this a shared computer, or somebody else’s phone? Clear it before you leave, so that nobody can open your pages after you.",
  },
  leave: { zh: "清除并离开", en: "Clear and leave" },
} satisfies Record<string, Bilingual>;

/** Has the device forget what is kept for it. */
export const LeaveDevice = ({ lang }: { lang: Lang }) => (
  <form class="no-print" method="post" action="/leave">
    <p class="quiet">{say.shared[lang]}</p>
    <button type="submit" class="outline">
      {say.leave[lang]}
    </button>
  </form>
);
