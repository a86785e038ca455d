import * as z from "zod";
import { executionName } from "#case/outbox/execution-name.ts";
import { type Case, hasEnded } from "#case/state/case.ts";
import { firstDue } from "#case/state/due.ts";
import { Satisfaction } from "#case/state/facts/rating.ts";
import { clocksOf } from "#case/state/running.ts";
import { actor, inTransit, unitInCharge } from "#case/state/standing.ts";
import { supervisedSince } from "#case/state/supervision.ts";
import { clockKey, shardOf } from "#clock/keys.ts";
import { districtDate, lastDayIn } from "#clock/period.ts";
import type { StaffId, UnitId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";

/** The lists that a case is on: of its unit, of the person who has to act, and of those under supervision. */
export type Listed = { unit?: UnitId; person?: StaffId; supervised?: "district"; due?: DistrictDate };

/**
 * Where a case is found, and from which day on it presses. An answer is on its author's list until it is delivered.
 * Of those under supervision there are few at a time, so that they share one list.
 */
export const listed = (c: Case): Listed => {
  const unit = unitInCharge(c);
  const person = actor(c)?.staff;
  const until = firstDue(c)?.lastDay;
  const due = until && lastDayIn(until);
  const isSupervised = supervisedSince(c) !== undefined && due !== undefined;
  return {
    ...(unit !== undefined && { unit }),
    ...(person !== undefined && { person }),
    ...(isSupervised && { supervised: "district" }),
    ...(due !== undefined && { due }),
  };
};

/**
 * What should be there for a case that stands somewhere: the rows of its clocks, by sort key, and while no transit clock
 * watches its way its execution, by name.
 */
export const Expected = z.object({ clocks: z.array(z.string()), execution: z.string().optional() });
export type Expected = z.infer<typeof Expected>;

/** Keeps a case in the index of those that stand somewhere, with what should be there for it; nothing once it has ended, and nobody is to call its petitioner. */
export const standing = (c: Case): ({ standing: string } & Expected) | undefined =>
  hasEnded(c) && c.running.length === 0
    ? undefined
    : {
        standing: String(shardOf(c.id)),
        clocks: clocksOf(c).map((clock) => clockKey(c.id, clock).sk),
        ...(!hasEnded(c) && !inTransit(c) && { execution: executionName(c.id, c.epoch) }),
      };

/** 参评: the partition in which the ratings of a unit are counted: those of the cases that ended with it in a month. */
export const askedIn = (unit: UnitId, month: string): string => `${unit}#${month}`;

/** What an ended case says to whoever counts ratings: nothing where its petitioner has not rated. */
export const AskedToRate = z.object({ rated: z.strictObject({ bureau: Satisfaction, unit: Satisfaction }).optional() });
export type AskedToRate = z.infer<typeof AskedToRate>;

/**
 * Keeps a case among those whose petitioner is asked how it was handled, by the unit and the month with which it ended. A rating
 * of another unit, from before the case was taken up anew, counts for nobody.
 */
export const asked = (c: Case): ({ asked: string } & AskedToRate) | undefined => {
  if (c.status !== "closed") return undefined;
  const { endedBy, rating } = c;
  const month = districtDate(c.closedAt).slice(0, 7);
  const rated = rating?.unit === endedBy && { bureau: rating.bureauRating, unit: rating.unitRating };
  return { asked: askedIn(endedBy, month), ...(rated && { rated }) };
};
