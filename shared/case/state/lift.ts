import { sharePassed } from "#clock/period.ts";
import type { Instant } from "#ground/instant.ts";
import { isBelow, type Level, liftedTo } from "#ground/levels.ts";
import type { In } from "./case.ts";
import { periodClock } from "./running.ts";
import type { World } from "./world.ts";

type Accepted = In<"accepted" | "handling">;

/** The moment at which the policy's share of the statutory time is gone. */
export const liftMoment = (c: Accepted, { calendar, directory }: Omit<World, "now">): Instant =>
  sharePassed(calendar, periodClock(c, "handling"), directory.policy.liftAt);

/**
 * Whether a case may not stand at a level any more: it is low in the chain, and the policy's share of the statutory time
 * is gone, or was when that was judged; an extension does not take that back. So a case is lifted from there by its
 * clock, is not handed back to there, and does not stop there on its way.
 * Source: the chain of the district policy, that a case still low at three quarters of its time moves up.
 */
export const isTooLateFor = (level: Level, c: Accepted, world: World): boolean =>
  isBelow(level, liftedTo) && (c.liftJudged === true || world.now >= liftMoment(c, world));
