import type { Refusal } from "#case/state/refusal.ts";
import type { Bilingual } from "#ground/bilingual.ts";

/** Why something was not done that anybody may have tried, of the office or not. */
export const everyonesRefusals = {
  movedOn: {
    zh: "事项已经转到别处，您的操作没有生效",
    en: "The case has moved on; nothing was recorded",
  },
  ended: { zh: "事项已经结束，不能再办理", en: "The case has ended; nothing more can be done on it" },
  notAtThisLevel: {
    zh: "本环节不能这样办理，请选择页面上列出的办法",
    en: "This step does not allow that; please choose one of the actions shown",
  },
} satisfies Partial<Record<Refusal, Bilingual>>;
