import { endOfPeriod } from "#clock/period.ts";
import type { UnitId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";
import type { Case, In } from "./case.ts";
import type { Rating } from "./facts/rating.ts";
import { isPromisedByLetter } from "./promise.ts";
import type { World } from "./world.ts";

/** The states in which a case may be rated: once its petitioner has the answer, and after a settlement. */
export const rateableStates = ["window", "performing", "closed"] as const;
export type Rateable = In<(typeof rateableStates)[number]>;

/** Whether there is anything to rate: what is agreed as a settlement and not done yet is not. */
export const hasResult = (c: Rateable): boolean => c.status !== "performing" || isPromisedByLetter(c);

/** 责任单位: whose answer or settlement it is. */
export const unitRated = (c: Rateable): UnitId => {
  switch (c.status) {
    case "window":
      return c.answeredBy.unit;
    case "performing":
      return c.unit;
    case "closed":
      return c.endedBy;
  }
};

/** The last day on which a case may be rated; none while it goes on, as the time is counted from its end. */
export const rateableUntil = (c: Case, { calendar, directory }: Omit<World, "now">): DistrictDate | undefined =>
  c.status === "closed" ? endOfPeriod(calendar, c.closedAt, directory.policy.clocks.rating).lastDay : undefined;

/** Whether somebody is not satisfied with the office or the unit. */
export const isPoor = ({ bureauRating, unitRating }: Rating): boolean =>
  bureauRating === "notSatisfied" || unitRating === "notSatisfied";
