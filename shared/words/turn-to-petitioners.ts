import type { TurnWords } from "./whose-turn.ts";

/** Whose turn it is, as petitioners and whoever follows a case with them are told. */
export const turnToPetitioners: TurnWords = {
  awaited: {
    word: { zh: "等您表态", en: "You" },
    confirmation: { zh: "等您确认", en: "You" },
    review: { zh: "等您决定是否申请复查", en: "You" },
    undoing: { zh: "等您想清楚", en: "You" },
  },
  settlementAsks: {
    zh: "承办单位提出了解决方案，请您表态。",
    en: "The unit in charge proposes a settlement and asks for your word on it.",
  },
  performanceAsks: { zh: "请您确认：所承诺的是否办到。", en: "You are asked whether what was promised is done." },
  withdrawing: {
    zh: "已经撤回，现在没有人办理。改了主意的，可以恢复办理。",
    en: "It has been withdrawn, and nobody works on it now. If you change your mind, have it taken up again.",
  },
  pressed: undefined,
  merged: {
    zh: "与反映同一事项、要求相同的另一件合并办理，答复单独发给您。",
    en: "It is handled together with another petition of the same facts and requests; the answer comes to you in a letter of your own.",
  },
  performing: {
    zh: "您同意的解决方案正在兑现，到了承诺的日子会请您确认。",
    en: "What you agreed to is being carried out; when the promised day has come you will be asked whether it is done.",
  },
  promisedByLetter: {
    zh: "答复中承诺的事正在办理，到了承诺的日子会请您确认。",
    en: "What the answer promised is being done; when the day has come you will be asked whether it is.",
  },
  review: {
    zh: "书面答复已送达。如果不同意，可以在期限内申请复查。",
    en: "The answer has been delivered. If you disagree, you can ask for a review in time.",
  },
  handler: () => undefined,
};
