import { districtDate, inWorkingHours } from "#clock/period.ts";
import { type Route, routeStep, toldOfDanger } from "#directory/routing.ts";
import type { StaffId } from "#ground/ids.ts";
import type { StepLevel } from "#ground/levels.ts";
import type { Case } from "./case.ts";
import type { World } from "./world.ts";

/**
 * Where a step of the case would go at a level. What begins at night or at a weekend is taken up by whoever is there when
 * work begins.
 */
export const routeFor = (
  {
    community,
    category,
    about,
    sentTo,
    reconsideration,
    redo,
  }: Pick<Case, "category" | "about"> & {
    community?: Case["community"] | undefined;
    sentTo?: Case["sentTo"];
    reconsideration?: Case["reconsideration"];
    redo?: Case["redo"];
  },
  level: StepLevel,
  { now, calendar, directory }: World,
): Route =>
  routeStep(directory, {
    ...{ level, community, category, about, sentTo },
    on: districtDate(inWorkingHours(calendar, now)),
    // Whoever had it before a review has revoked the answer does not answer it again.
    decides: redo?.notBy,
    refusedBy: level === "bureau" ? reconsideration?.refusedBy : undefined,
  });

/** Who is told of a danger beside its owner: whoever is on duty at this very moment, as it waits for no morning. */
export const onDutyFor = (
  { about }: Pick<Case, "about">,
  { now, directory }: Pick<World, "now" | "directory">,
  unreachable: readonly StaffId[] = [],
): StaffId | undefined => toldOfDanger(directory, { on: districtDate(now), about, unreachable });
