import type { Because } from "#case/event.ts";
import type { StepLevel } from "#case/levels.ts";
import type { DistrictDate } from "#clock/instant.ts";
import type { Category, CategoryId, Directory, Staff, StaffId, Unit, UnitId } from "./directory.ts";

/** A case names something that the present directory no longer has. */
export class NotInDirectory extends Error {
  override name = "NotInDirectory";
  readonly kind: "unit" | "staff" | "category";
  readonly id: string;
  constructor(kind: "unit" | "staff" | "category", id: string) {
    super(`The directory has no ${kind} "${id}"`);
    this.kind = kind;
    this.id = id;
  }
}

const find = <T extends { id: string }>(kind: NotInDirectory["kind"], items: T[], id: string): T => {
  const found = items.find((item) => item.id === id);
  if (found === undefined) throw new NotInDirectory(kind, id);
  return found;
};

/** The unit with this id. Throws `NotInDirectory`. */
export const unitOf = (directory: Directory, id: UnitId): Unit => find("unit", directory.units, id);

/** The member of staff with this id. Throws `NotInDirectory`. */
export const staffOf = (directory: Directory, id: StaffId): Staff => find("staff", directory.staff, id);

/** The category with this id. Throws `NotInDirectory`. */
export const categoryOf = (directory: Directory, id: CategoryId): Category =>
  find("category", directory.categories, id);

/** Where a step goes: the level, and what of the case decides the unit there. */
export type Destination = { level: StepLevel; community: UnitId; category: CategoryId; on: DistrictDate };

/** The unit and the named person that a step falls to. `alarm`: nobody of the unit is at work, so the bureau holds it. */
export type Route =
  | { kind: "routed"; unit: UnitId; owner: StaffId; because: Because; alarm: boolean }
  | { kind: "vacant"; reason: "noUnit" };

type Owner = { owner: StaffId; because: Because; alarm: boolean };

/** Deputies of deputies are asked up to this depth. */
const deputyDepth = 5;

const absenceOn = (staff: Staff, on: DistrictDate) => staff.away.find(({ from, until }) => from <= on && on <= until);

const unitFor = (directory: Directory, { level, community, category }: Destination): UnitId | undefined => {
  const township = directory.units.find(({ id }) => id === community)?.parent;
  const department = directory.categories.find(({ id }) => id === category)?.department;
  const leaderOf = (unit: UnitId | undefined) =>
    unit === undefined
      ? undefined
      : directory.units.find((candidate) => candidate.level === "leader" && candidate.covers.includes(unit))?.id;
  switch (level) {
    case "bureau":
      return directory.district.bureau;
    case "community":
      return community;
    case "township":
      return township;
    case "department":
      return department;
    case "leader":
      return leaderOf(department) ?? leaderOf(township);
  }
};

const onDuty = (directory: Directory, unit: UnitId, category?: CategoryId): StaffId | undefined => {
  const duties = directory.duties.filter((duty) => duty.unit === unit);
  const special = duties.find((duty) => duty.category !== undefined && duty.category === category);
  return (special ?? duties.find((duty) => duty.category === undefined))?.staff;
};

const isAtWork = (directory: Directory, staff: StaffId, on: DistrictDate): boolean =>
  absenceOn(staffOf(directory, staff), on) === undefined;

/** The first deputy at work, following deputies of absent deputies; the chain ends at its depth or where it repeats. */
const deputyAtWork = (directory: Directory, away: StaffId, on: DistrictDate): StaffId | undefined => {
  const asked = new Set([away]);
  let deputy = absenceOn(staffOf(directory, away), on)?.deputy;
  while (deputy !== undefined && !asked.has(deputy) && asked.size <= deputyDepth) {
    const absence = absenceOn(staffOf(directory, deputy), on);
    if (absence === undefined) return deputy;
    asked.add(deputy);
    deputy = absence.deputy;
  }
  return undefined;
};

/** The bureau always holds what nobody else can: its duty officer even while away, so that a name stands there. */
const bureauOwner = (directory: Directory, on: DistrictDate): Owner => {
  const { id, head } = unitOf(directory, directory.district.bureau);
  const officer = onDuty(directory, id) ?? head;
  const owner = isAtWork(directory, officer, on)
    ? officer
    : (deputyAtWork(directory, officer, on) ?? (isAtWork(directory, head, on) ? head : officer));
  return { owner, because: "bureauDuty", alarm: true };
};

const ownerIn = (directory: Directory, unit: Unit, category: CategoryId, on: DistrictDate): Owner => {
  const handler = onDuty(directory, unit.id, category);
  if (handler !== undefined) {
    if (isAtWork(directory, handler, on)) return { owner: handler, because: "onDuty", alarm: false };
    const deputy = deputyAtWork(directory, handler, on);
    if (deputy !== undefined) return { owner: deputy, because: "deputy", alarm: false };
  }
  if (isAtWork(directory, unit.head, on)) return { owner: unit.head, because: "unitHead", alarm: false };
  return bureauOwner(directory, on);
};

/**
 * Finds who answers for a step: the unit by level (community from the address, its township, the category's department,
 * the leader over that department or else over the township, or the bureau), then the first rung that holds somebody at
 * work: handler on duty, their deputies, the unit's head, the bureau's duty officer with an alarm.
 * `vacant` means that the level has no unit for this case. Throws `NotInDirectory` when duties name unknown staff.
 */
export const routeStep = (directory: Directory, to: Destination): Route => {
  const id = unitFor(directory, to);
  const unit = directory.units.find((candidate) => candidate.id === id);
  if (unit === undefined) return { kind: "vacant", reason: "noUnit" };
  return { kind: "routed", unit: unit.id, ...ownerIn(directory, unit, to.category, to.on) };
};
