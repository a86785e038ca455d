import * as z from "zod";
import { proseLimits, textOrNone } from "#case/forms/form-text.ts";
import type { In } from "#case/state/case.ts";
import { refuse, stepClocks, stopped } from "#case/state/decision.ts";
import type { NewEvent } from "#case/state/event.ts";
import type { Letter } from "#case/state/facts/answer.ts";
import { isUnheard } from "#case/state/hearing.ts";
import { isSimpleAnswer } from "#case/state/outcomes.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { World } from "#case/state/world.ts";
import { act } from "./act.ts";
import { byOwner } from "./by-owner.ts";
import { deliveryBegins } from "./delivery-begins.ts";
import { answerParts, issueAnswer, letterFields, missingInLetter, whyNotIssued } from "./letter.ts";
import { entrust, firstClock, promisesMade } from "./promise.ts";
import { toMerged } from "./to-merged.ts";
import { turnsOrdinary } from "./turns-ordinary.ts";

/** The simple way cannot give such an answer: the case is handled as any other before it is answered so. */
const turnedFirst = (c: In<"handling">, world: World): NewEvent => ({
  by: byOwner(c),
  fact: turnsOrdinary(c, "notSupported", world).fact,
  clocks: [],
  messages: [],
});

/**
 * 重新办理: after a review has revoked an answer, another one says what is different, and does not come to the same with the same
 * reasons. The same words go by the name that they had.
 */
const whyNotAnew = (
  { redo }: In<"handling">,
  differs: string | undefined,
  { findings }: Pick<Letter, "findings">,
): Refusal | undefined => {
  if (redo === undefined) return undefined;
  if (differs === undefined) return "differenceMissing";
  const isSame = findings.every(({ outcome, decision }, at) => {
    const before = redo.findings[at];
    return outcome === before?.outcome && decision === before.decision;
  });
  return isSame ? "sameAnswerAgain" : undefined;
};

/** 答复. */
export const answerActs = {
  /** The statutory reply (Art. 34). A community may not issue it. Delivery is owed within the policy's days. */
  reply: act({
    form: z.strictObject({ ...letterFields, differs: textOrNone(proseLimits.differs) }),
    together: missingInLetter,
    role: "owner",
    at: ["handling"],
    turn: "ends",
    whyNot: (c) => (c.level === "community" ? "notAtThisLevel" : isUnheard(c) ? "unheard" : undefined),
    decide: (c, { differs, ...typed }, world) => {
      const { level, unit, track } = c;
      if (level === "community") return refuse("notAtThisLevel");
      const made = promisesMade({ about: c.about, own: unit }, typed, world);
      if ("refused" in made) return refuse(made.refused);
      const parts = answerParts(c, { level, track }, { ...typed, ...made }, world);
      if (parts === undefined) return refuse("requestUnanswered");
      const whyNot = whyNotIssued(parts, track, world) ?? whyNotAnew(c, differs, parts);
      if (whyNot !== undefined) return refuse(whyNot);
      const said = c.redo === undefined || differs === undefined ? parts : { ...parts, differs };
      const letter = issueAnswer(c, unit, said, world);
      const stepNo = c.stepNo + 1;
      const author = { unit, staff: c.owner };
      const kept = entrust(c, { ...letter, author }, { stepNo, turn: 2, clock: firstClock(stepNo) }, world);
      const replied: NewEvent = {
        by: byOwner(c),
        fact: { type: "replied", stepNo: c.stepNo, unit, staff: c.owner, letter, ...kept.told },
        clocks: [...stopped(c, [...stepClocks, "handling"]), ...deliveryBegins(c, letter, world), ...kept.clocks],
        messages: [
          { kind: "signal", stepNo: c.stepNo, outcome: "answered" },
          ...toMerged(c),
          { kind: "newsMail", news: "answered" },
          ...kept.messages,
        ],
      };
      return { events: track === "simple" && !isSimpleAnswer(letter) ? [turnedFirst(c, world), replied] : [replied] };
    },
  }),
};
