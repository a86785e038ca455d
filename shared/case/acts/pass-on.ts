import { type Case, isAnswered, isOpen } from "#case/state/case.ts";
import type { Decision, EventOfRing } from "#case/state/decision.ts";
import { isUnderReview } from "#case/state/review.ts";
import { isAsking, isConvening, partsIn } from "#case/state/standing.ts";
import { type Part, sameTurn, type Turn } from "#case/state/turn.ts";
import type { World } from "#case/state/world.ts";
import type { StaffId } from "#ground/ids.ts";
import { passAssistsOn } from "./assistance-watch.ts";
import { passAwaitedOn } from "./awaited-decision.ts";
import { awaitedDecisions } from "./awaited-decisions.ts";
import { passConvenerOn } from "./convening.ts";
import { passExtensionOn } from "./extension-decision.ts";
import { passFollowUpOn } from "./follow-up-watch.ts";
import { passLeadOn } from "./lead-watch.ts";
import { passWordOn } from "./pressure-answer.ts";
import { passPromisesOn } from "./promise-passing.ts";
import { passReviewOn } from "./review-watch.ts";
import { standIn, standInForLetter } from "./stand-in.ts";
import { passSupervisionOn } from "./supervision-watch.ts";
import type { Occasion } from "./unable.ts";

/** What comes of it that somebody cannot be reached about the part that they have. */
const passed = (c: Case, part: Part, occasion: Occasion, world: World): readonly EventOfRing[] => {
  switch (part.role) {
    case "head":
      return isAsking(c) ? passExtensionOn(c, occasion, world) : [];
    case "sender":
    case "consenter":
    case "judge":
    case "triage":
      return c.status === "handling"
        ? awaitedDecisions
            .filter(({ matter }) => c[matter]?.assignment === part.assignment)
            .flatMap((awaited) => passAwaitedOn(awaited, c, occasion, world))
        : [];
    case "assistant":
    case "invited":
    case "charged":
      return c.status === "handling" ? passAssistsOn(c, occasion, world, part.staff) : [];
    case "convener":
      return isConvening(c) ? passConvenerOn(c, occasion, world) : [];
    case "promiser":
    case "overseer":
      return isAnswered(c) ? passPromisesOn(c, occasion, world, part.staff) : [];
    case "caller":
      return passFollowUpOn(c, occasion, world);
    case "supervisor":
    case "supervised":
      return passSupervisionOn(c, occasion, world, part.staff);
    case "reviewer":
      return isUnderReview(c) ? passReviewOn(c, occasion, world) : [];
    case "inCharge":
    case "namer":
    case "instructed":
      return passLeadOn(c, occasion, world, part.staff);
    case "confidant":
      return passWordOn(c, occasion, world);
    case "owner":
      if (isOpen(c)) return standIn(c, occasion, world).events;
      return isAnswered(c) ? standInForLetter(c, part, occasion, world) : [];
  }
};

/**
 * The mail that told somebody of their turn was refused for good: the turn passes at once to deputy, head or the bureau,
 * and not only when its time is over (fault 24). Nothing to do once the turn is over, or when nobody else can take it.
 * @param unreachable all whom no mail reaches, so that it does not pass to one of them.
 */
export const passOn = (c: Case, turn: Turn, unreachable: readonly StaffId[], world: World): Decision => {
  const part = partsIn(c).find((one) => sameTurn(one, turn));
  if (part === undefined) return { events: [] };
  const by = { kind: "policy", version: world.directory.policy.version } as const;
  return { events: passed(c, part, { by, unreachable }, world).map((event) => ({ ...event, clocks: [] })) };
};
