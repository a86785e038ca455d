import { onDay, oneOf, sealedText, sealedTextOrNone, unit } from "./fields.ts";
import { register } from "./register.ts";

/** 三项建议: to mend the work, to change a policy, to hold somebody to account. Source: 《信访工作条例》 Art. 40. */
export const proposalSorts = ["work", "policy", "account"] as const;
/** 采纳情况. */
export const proposalAnswers = ["adopted", "partly", "notAdopted"] as const;

/**
 * 三项建议: an officer of the bureau drafts one out of a case, on events of its record; the head of the bureau issues it or
 * sends it back; the head of the unit answers it, with the unit's own statement, and reports what was carried out. Nothing of
 * it comes by itself but the reminders. Source: 《信访工作条例》 Art. 14(6) and 40; the clock is the district's rule.
 */
export const proposals = register({
  kind: "proposal",
  flavour: "file",
  fields: { sort: oneOf(proposalSorts), unit },
  states: ["drafting", "drafted", "issued", "adopted", "notAdopted", "carriedOut", "dropped"],
  owner: {
    drafting: { of: "opener" },
    drafted: { of: "bureau" },
    issued: { of: "unit", field: "unit" },
    adopted: { of: "unit", field: "unit" },
  },
  clocks: {
    issued: { rule: "proposal", late: { comes: "stays", tells: ["bureau", "above"] } },
    adopted: { rule: "proposal", late: { comes: "stays", tells: ["bureau", "above"] } },
  },
  acts: {
    handIn: {
      at: ["drafting"],
      form: { facts: sealedText(3000), rule: sealedText(1000), asked: sealedText(3000) },
      to: "drafted",
    },
    drop: { at: ["drafting"], form: { dropped: sealedText(1000) }, to: "dropped", tells: ["bureau"] },
    issue: { at: ["drafted"], form: {}, to: "issued", tells: ["opener"] },
    sendBack: { at: ["drafted"], form: { objection: sealedText(1000) }, to: "drafting" },
    answer: {
      at: ["issued"],
      form: { answer: oneOf(proposalAnswers), reason: sealedText(3000), statement: sealedTextOrNone(3000) },
      to: ({ answer }) => (answer === "notAdopted" ? "notAdopted" : "adopted"),
      tells: ["opener", "bureau"],
    },
    reportDone: {
      at: ["adopted"],
      form: { on: onDay, done: sealedText(3000) },
      to: "carriedOut",
      tells: ["opener", "bureau"],
    },
  },
  links: "case",
});
