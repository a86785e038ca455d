import type { settlementActs, settlementAnswers } from "#case/acts/settlement.ts";
import type { settlementFacts } from "#case/state/facts/settlement.ts";
import { doer } from "#words/doer.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import type { Deeds, MatterWords, Notices } from "./matter-words.ts";

/** 化解: what was done, in a word or two. */
export const settlementDeeds = {
  settlementProposed: { zh: "提出化解办法", en: "settlement proposed" },
  settlementConfirmed: { zh: "化解，信访人已确认", en: "settled and confirmed" },
  settlementDeclined: { zh: "信访人表示未解决", en: "settlement declined" },
  settlementLapsed: { zh: "化解办法没有等到确认", en: "settlement lapsed unconfirmed" },
} satisfies Deeds<typeof settlementFacts>;

/** 化解: what is said about it. */
export const settlementWords = {
  acts: {
    proposeSettlement: {
      button: { zh: "提出化解办法", en: "Propose a settlement" },
      effect: {
        zh: () => "请信访人确认是否已解决：确认后办结，不确认则继续办理，期限照常计算。留了邮箱的信访人会收到邮件。",
        en: () =>
          "The petitioner is asked whether the matter is settled: if so it ends, if not it goes on, and the deadlines keep running. They get a mail if they left an address.",
      },
    },
  },
  facts: {
    settlementProposed: {
      petitioner: {
        zh: ({ fact }) => `办理单位提出了解决办法，请您确认是否已解决：${withoutStop(fact.terms)}。`,
        en: ({ fact }) =>
          `The unit in charge proposed a settlement and asks you whether it settles the matter: ${withoutStop(fact.terms)}.`,
      },
      office: {
        zh: (told) => `${doer(told, "zh")}提出化解办法，等待信访人确认：${withoutStop(told.fact.terms)}。`,
        en: (told) =>
          capitalised(
            `${doer(told, "en")} proposed a settlement and awaits the petitioner's word: ${withoutStop(told.fact.terms)}.`,
          ),
      },
      clock: "never",
    },
    settlementConfirmed: {
      petitioner: {
        zh: () => "您确认问题已解决。",
        en: () => "You confirmed that the matter is settled.",
      },
      office: {
        zh: () => "信访人确认已解决。",
        en: () => "The petitioner confirmed the settlement.",
      },
      clock: "never",
    },
    settlementDeclined: {
      petitioner: {
        zh: ({ fact }) => `您表示问题还没有解决：${withoutStop(fact.reason)}。办理继续进行。`,
        en: ({ fact }) => `You said that the matter is not settled: ${withoutStop(fact.reason)}. Work on it goes on.`,
      },
      office: {
        zh: ({ fact }) => `信访人表示没有解决：${withoutStop(fact.reason)}。`,
        en: ({ fact }) => `The petitioner said that it is not settled: ${withoutStop(fact.reason)}.`,
      },
      clock: "never",
    },
    settlementLapsed: {
      petitioner: {
        zh: () => "上一环节提出的解决办法没有等到您的确认，不再有效，不影响您的诉求继续办理。",
        en: () => "The settlement that was proposed lapsed before you had confirmed it. Work on your petition goes on.",
      },
      office: {
        zh: () => "本环节结束，提出的化解办法没有等到信访人确认，不再有效。",
        en: () => "The step ended before the petitioner had confirmed the proposed settlement, which lapsed with it.",
      },
      clock: {
        came: "deed",
        because: () => ({ zh: "到期没有得到确认", en: "it ended with the settlement unconfirmed" }),
        again: "noted",
      },
    },
  },
  refusals: {
    settlementPending: {
      zh: "化解情况已经发给信访人，正在等对方确认",
      en: "A settlement is already waiting for the petitioner's confirmation",
    },
    noSettlementPending: {
      zh: "现在没有等您确认的化解情况，请看下面的最新进展",
      en: "There is no settlement waiting for your confirmation; please see the latest below",
    },
  },
  fields: {
    terms: {
      name: { zh: "化解情况", en: "What was agreed" },
      missing: { zh: "请写明双方商定的内容", en: "Write what was agreed" },
    },
  },
} satisfies MatterWords<typeof settlementFacts, typeof settlementActs>;

/** 化解: what the petitioner's act has brought about. */
export const settlementNotices = {
  confirmSettlement: {
    zh: "您已确认解决，事项办结。谢谢您的答复。",
    en: "You have confirmed that the matter is settled, and the case is closed. Thank you for telling us.",
  },
  declineSettlement: {
    zh: "您的话已转告办理单位，事项继续办理，期限不变。",
    en: "The unit in charge has been told. The case goes on, and its deadline stays the same.",
  },
} satisfies Notices<typeof settlementAnswers>;
