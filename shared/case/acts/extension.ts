import * as z from "zod";
import { prose, wholeDays } from "#case/forms/form-text.ts";
import type { In } from "#case/state/case.ts";
import { happened, refuse, stopped } from "#case/state/decision.ts";
import { stepDue } from "#case/state/due.ts";
import type { Message } from "#case/state/message.ts";
import type { Refusal } from "#case/state/refusal.ts";
import { type Asking, isAsking } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import { districtDate } from "#clock/period.ts";
import { tracks } from "#clock/track.ts";
import type { Staff } from "#directory/directory.ts";
import { deciderFor } from "#directory/routing.ts";
import { type DistrictDate, earlier } from "#ground/instant.ts";
import { act } from "./act.ts";
import { byOwner } from "./by-owner.ts";
import { decideBy, isTooLate, startDecision } from "./extension-decision.ts";
import { issue } from "./issue.ts";
import { moreTime } from "./more-time.ts";
import { toMerged } from "./to-merged.ts";
import { unitNamed } from "./unit-named.ts";

/** Who would decide on an extension asked for at this step now, or why none can be asked for, however short. */
const decider = (c: In<"handling">, world: World): { head: Staff } | { refused: Refusal } => {
  if (c.level === "community") return { refused: "notAtThisLevel" };
  if (c.urgent) return { refused: "urgentNotExtended" };
  if (!tracks[c.track].extends) return { refused: "trackNotExtended" };
  if (c.extension !== undefined) return { refused: "extensionPending" };
  if (c.extensionDecided !== undefined) return { refused: "extendedBefore" };
  if (isTooLate(c, world)) return { refused: "tooLateToExtend" };
  const { unit, owner, about } = c;
  const head = deciderFor(world.directory, { unit, owner, about, on: districtDate(world.now) });
  return head === undefined ? { refused: "nobodyToDecide" } : { head };
};

/** The owner is told what became of the request. */
const decided = ({ owner: to, stepNo, assignment }: Asking, lastDay: DistrictDate): Message => {
  return { kind: "taskMail", to, ask: "extensionDecided", stepNo, assignment, lastDay };
};

const byHead = ({ extension: { head } }: Asking) => ({ kind: "staff", id: head.staff }) as const;

/**
 * 延期: the owner of a step that may answer asks for more time, once in the life of a case.
 * Source: 《信访工作条例》 Art. 34: in complex circumstances, by at most 30 days.
 */
export const extensionActs = {
  askExtension: act({
    form: z.strictObject({ days: wholeDays, reason: prose("reason") }),
    role: "owner",
    at: ["handling"],
    turn: "stays",
    whyNot: (c, world) => {
      const found = decider(c, world);
      return "refused" in found ? found.refused : undefined;
    },
    decide: (c, { days, reason }, world) => {
      const found = decider(c, world);
      if ("refused" in found) return refuse(found.refused);
      if (days > world.directory.policy.clocks.extension.days) return refuse("extensionTooLong");
      const { stepNo, assignment } = c;
      const head = { unit: found.head.unit, staff: found.head.id };
      return happened(
        byOwner(c),
        { type: "extensionAsked", stepNo, days, reason, head, assignment },
        [startDecision(world)],
        [{ kind: "taskMail", to: head.staff, ask: "decideExtension", stepNo, assignment, lastDay: decideBy(c, world) }],
      );
    },
  }),
};

/** 延期审批: the head decides. */
export const extensionDecisionActs = {
  /** The step's clock and the statutory one get their new ends with the decision. */
  approveExtension: act({
    form: z.strictObject({}),
    role: "head",
    at: ["handling"],
    turn: "ends",
    whyNot: (c) => (c.urgent ? "urgentNotExtended" : undefined),
    decide: (c, _, world) => {
      if (!isAsking(c)) return refuse("movedOn");
      if (isTooLate(c, world)) return refuse("tooLateToExtend");
      const { days, reason, head } = c.extension;
      const { article } = world.directory.policy.clocks.extension;
      const [step, handling] = [moreTime(c, "step", days, world), moreTime(c, "handling", days, world)];
      const { lastDay } = step.clock;
      const answerBy = handling.clock.lastDay;
      const approvedBy = unitNamed(head.unit, world.directory).name;
      const letter = issue("extension", c, c.unit, { days, answerBy, article, reason, approvedBy }, world);
      return happened(
        byHead(c),
        { type: "extensionApproved", stepNo: c.stepNo, lastDay, letter },
        [step, handling, ...stopped(c, ["decision"])],
        [decided(c, earlier(lastDay, answerBy)), ...toMerged(c), { kind: "newsMail", news: "extended" }],
      );
    },
  }),

  /** For a reason; the time limits stay. */
  refuseExtension: act({
    form: z.strictObject({ reason: prose("reason") }),
    role: "head",
    at: ["handling"],
    turn: "ends",
    decide: (c, { reason }) =>
      isAsking(c)
        ? happened(
            byHead(c),
            { type: "extensionRefused", stepNo: c.stepNo, how: "head", reason },
            stopped(c, ["decision"]),
            [decided(c, stepDue(c).lastDay)],
          )
        : refuse("movedOn"),
  }),
};
