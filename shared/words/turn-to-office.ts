import type { TurnWords } from "./whose-turn.ts";

/** Whose turn it is, as the office is told. */
export const turnToOffice: TurnWords = {
  awaited: {
    word: { zh: "等信访人表态", en: "The petitioner" },
    confirmation: { zh: "等信访人确认", en: "The petitioner" },
    review: { zh: "等信访人决定是否申请复查", en: "The petitioner" },
    undoing: { zh: "等信访人想清楚", en: "The petitioner" },
  },
  settlementAsks: {
    zh: "已提出解决方案，等待信访人表态。",
    en: "A settlement has been proposed and waits for the petitioner's word.",
  },
  performanceAsks: {
    zh: "等待信访人确认所承诺的是否办到。",
    en: "The petitioner is asked whether what was promised is done.",
  },
  withdrawing: {
    zh: "信访人已撤回，现在不用办理；信访人可以恢复办理，法定期限没有停。",
    en: "The petitioner has withdrawn it: nothing is to be done now. They may have it taken up again; the law's time runs on.",
  },
  pressed: {
    zh: "信访人反映撤回不是自己的意思，等负责人核实答复；答复以前撤回不生效。",
    en: "The petitioner says that they were pressed to withdraw it, and waits for an answer; until then the withdrawal is not final.",
  },
  merged: {
    zh: "已并入同一事项的另一件办理，由那一件的承办人一并答复；法定期限没有停。",
    en: "It is handled in another petition of the same matter, whose handler answers both; the law's time runs on.",
  },
  performing: {
    zh: "信访人已同意解决方案，正在兑现。",
    en: "The petitioner has agreed; what was promised is being carried out.",
  },
  promisedByLetter: {
    zh: "答复中承诺的事正在办理。",
    en: "What the answer promised is being done.",
  },
  review: {
    zh: "书面答复已送达，信访人可以在期限内申请复查。",
    en: "The answer has been delivered; the petitioner can ask for a review in time.",
  },
  handler: (name) => ({ zh: `（经办人${name}）`, en: ` (${name})` }),
};
