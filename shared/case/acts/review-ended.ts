import type { Actor } from "#case/state/actor.ts";
import type { In } from "#case/state/case.ts";
import { type Decision, stop, stopped } from "#case/state/decision.ts";
import type { NewEvent } from "#case/state/event.ts";
import { openPromises } from "#case/state/promise.ts";
import { answeredSignal, isUnderReview } from "#case/state/review.ts";
import { clockOf } from "#case/state/running.ts";
import type { World } from "#case/state/world.ts";
import type { ClockName } from "#clock/clock.ts";
import { endOfDay } from "#clock/period.ts";
import { later } from "#ground/instant.ts";
import { takenUp } from "./promise-taken-up.ts";
import { endedAs } from "./promise-watch.ts";
import { standIn } from "./stand-in.ts";

/**
 * The answer cannot be contested here any more: its review was not taken up, or the time after the review is over. The case ends as
 * the answer says, or stays open for what that has promised.
 * @param rang the clock that has rung, if one has
 */
export const contestOver = (c: In<"window">, by: Actor, rang: ClockName | undefined, world: World): Decision => {
  const clocks = rang === undefined ? [] : [stop(rang, "rang")];
  if (clockOf(c, "performance") !== undefined) {
    // Its author keeps what it has promised as a whole: another chain carries that.
    const epoch = c.epoch + 1;
    const { after, event } = takenUp(c, by, "reviewOver", world);
    const { fact, ...taken } = event;
    if (fact.type !== "promiseAwaited") throw new Error(`${c.id}: what its letter promises is not taken up`);
    const { owner: to, stepNo, assignment } = after;
    const passed = standIn(after, { by }, world).events;
    const lastDay = after.settlement.promisedFor;
    return {
      events: [
        {
          ...taken,
          fact: { ...fact, epoch },
          clocks,
          messages: [
            answeredSignal(c, "promised"),
            { kind: "start", epoch, startAt: "window" },
            // Where its day is over too, the mail of that asks for it.
            ...(passed.length > 0 || endOfDay(lastDay) <= world.now
              ? []
              : [{ kind: "taskMail", to, ask: "keepPromise", stepNo, assignment, lastDay } as const]),
          ],
        },
        ...passed.map((one) => ({ ...one, clocks: [] })),
      ],
    };
  }
  if (openPromises(c).length > 0) {
    const promisedFor = openPromises(c)
      .map(({ until }) => until)
      .reduce(later);
    const fact = { type: "promiseAwaited", stepNo: c.stepNo, why: "reviewOver", promisedFor } as const;
    return { events: [{ by, fact, clocks, messages: isUnderReview(c) ? [answeredSignal(c, "reviewed")] : [] }] };
  }
  const closed: NewEvent = {
    by,
    fact: { type: "closed", ...endedAs(c) },
    clocks,
    // That its review is not taken up was news enough.
    messages: [
      answeredSignal(c, "closed"),
      ...(isUnderReview(c) ? [] : [{ kind: "newsMail", news: "closed" } as const]),
    ],
  };
  return { events: [closed] };
};

/** The clocks of a review, which end with it. */
export const reviewClocks = (c: In<"window">) => stopped(c, ["reviewAccept", "reviewDecision"]);
