import type { In } from "#case/state/case.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { World } from "#case/state/world.ts";
import { type CountedLimit, countedFrom, earliestStart } from "#clock/counted-limit.ts";
import { districtDate } from "#clock/period.ts";
import type { StatutoryRoute } from "#clock/statutory-route.ts";
import { otherLimits } from "#directory/other-limits.ts";
import type { UnitId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";
import type { Written } from "#ground/written.ts";
import { issue } from "./issue.ts";

/** Why no limit can be counted from a day that somebody has named. */
export const whyNotFrom = (knownOn: DistrictDate | undefined, { now }: Pick<World, "now">): Refusal | undefined => {
  const today = districtDate(now);
  return knownOn !== undefined && (knownOn > today || knownOn < earliestStart(today))
    ? "limitDayImpossible"
    : undefined;
};

type Guided = {
  route: StatutoryRoute;
  /** From which day the limits of the procedure are counted, where the petitioner has said it. */
  knownOn: DistrictDate | undefined;
  explanation: Written;
  by: UnitId;
};

/** 导入告知书: the letter that guides the petitioner to a procedure, with the last days that can be counted. */
export const guidedTo = (
  c: In<"screening" | "handling">,
  { route, knownOn, explanation, by }: Guided,
  world: World,
) => {
  // The day is the one from which this procedure's limits run, and says nothing of the category's others.
  const limits = otherLimits(world.directory, c.category, route.limits).map(
    (limit): CountedLimit =>
      knownOn === undefined || !route.limits.includes(limit.id)
        ? { ...limit, counted: "notKnown" }
        : countedFrom(limit, knownOn, world),
  );
  return issue("guidance", c, by, { route, explanation, limits }, world);
};
