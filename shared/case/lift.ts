import type { Instant } from "#clock/instant.ts";
import { endOfDay, sharePassed } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import type { In } from "./case.ts";
import { isBelow, type Level, liftedTo } from "./levels.ts";
import type { World } from "./world.ts";

type Accepted = In<"accepted" | "handling">;

/** The moment at which the policy's share of the statutory time is gone. */
export const liftMoment = ({ acceptedAt: start, answerBy }: Accepted, { policy }: Directory): Instant =>
  sharePassed({ start, due: endOfDay(answerBy) }, policy.liftAt);

/**
 * Whether a case may not stand at a level any more: it is low in the chain, and the policy's share of the statutory time
 * is gone, or was when that was judged; an extension does not take that back. So a case is lifted from there by its
 * clock, is not handed back to there, and does not stop there on its way.
 * Source: the chain of the district policy, that a case still low at three quarters of its time moves up.
 */
export const isTooLateFor = (level: Level, c: Accepted, { now, directory }: World): boolean =>
  isBelow(level, liftedTo) && (c.liftJudged === true || now >= liftMoment(c, directory));
