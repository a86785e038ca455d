import type { Actor } from "#case/state/actor.ts";
import type { In } from "#case/state/case.ts";
import { type Decision, happened, startPeriod, stopped } from "#case/state/decision.ts";
import type { NewEvent } from "#case/state/event.ts";
import { correctedBy, type RightOfReview } from "#case/state/facts/answer.ts";
import type { Delivered } from "#case/state/facts/delivery.ts";
import type { ReviewLetter } from "#case/state/facts/review.ts";
import type { World } from "#case/state/world.ts";
import type { Instant } from "#ground/instant.ts";
import { askedFromDelivery } from "./promise-clock.ts";

/** 复核: so does the time to turn to the body above the review, with the delivery of what that came to (Art. 36). */
const reReviewFrom = (c: In<"delivering">, { reReview }: ReviewLetter, start: Instant, world: World) =>
  startPeriod(
    { kind: "reReview", n: c.stepNo },
    { rule: { ...reReview, notices: [] }, start, urgent: c.urgent === true },
    world,
  );

/** The time for review begins with the delivery, and is what the letter says (Art. 35). */
const reviewFrom = (c: In<"delivering">, review: RightOfReview, start: Instant, world: World) =>
  startPeriod(
    // A letter that corrects another begins the time anew, under a number of its own.
    { kind: "review", n: c.stepNo + (correctedBy(c.letter)?.n ?? 0) },
    { rule: { ...review, notices: [] }, start, urgent: c.urgent === true },
    world,
  );

/** An answer that no review is asked against ends its case with its delivery. */
const endedByIt = (c: In<"delivering">, { directory: { policy } }: World): NewEvent => ({
  by: { kind: "policy", version: policy.version },
  fact: { type: "closed", how: "noReview", outcome: c.letter.outcome },
  clocks: [],
  messages: [{ kind: "signal", stepNo: c.stepNo, outcome: "closed" }],
});

/** An answer is delivered, in whatever way: the time for a review runs `from` then, or the case ends. */
export const delivered = (
  c: In<"delivering">,
  by: Actor,
  delivery: Delivered,
  from: Instant,
  world: World,
): Decision => {
  const fact = { type: "delivered", ...delivery } as const;
  const { remedy } = c.letter;
  if (c.review?.letter !== undefined) {
    const clocks = [reReviewFrom(c, c.review.letter, from, world), ...askedFromDelivery(c, world)];
    return happened(by, fact, [...stopped(c, ["delivery"]), ...clocks]);
  }
  return remedy.kind === "review"
    ? happened(by, fact, [
        ...stopped(c, ["delivery"]),
        reviewFrom(c, remedy.review, from, world),
        ...askedFromDelivery(c, world),
      ])
    : { events: [{ by, fact, clocks: stopped(c, ["delivery"]), messages: [] }, endedByIt(c, world)] };
};
