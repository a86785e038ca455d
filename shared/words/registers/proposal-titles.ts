import type { EntryTitles } from "./titles.ts";

/** 三项建议, as mails name them. */
export const proposalTitles = {
  prefix: "建",
  name: { zh: "三项建议", en: "Proposal of the petition office" },
  asked: {
    drafting: { zh: "请起草建议书", en: "Please write the proposal" },
    drafted: { zh: "请审定建议书", en: "Please decide on a proposal" },
    issued: { zh: "请答复信访局的建议", en: "Please answer a proposal of the petition office" },
    adopted: { zh: "请落实已采纳的建议并报告", en: "Please carry out what was adopted, and report it" },
  },
} satisfies EntryTitles;
