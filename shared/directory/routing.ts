import * as z from "zod";
import { type CategoryId, StaffId, type UnitId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";
import type { StepLevel } from "#ground/levels.ts";
import { type About, aboutNobody, type Category, type Directory, type Staff, type Unit } from "./directory.ts";
import { isComplainedAbout } from "./recusal.ts";
import { categoryNow, isAmongThem, unitNow } from "./succession.ts";

/** Why this person owns the step: the first rung of the routing ladder that held somebody. */
export const Because = z.enum(["onDuty", "deputy", "unitHead", "bureauDuty", "reassigned", "decided"]);
export type Because = z.infer<typeof Because>;

/** Somebody who stood before the owner on that ladder, and what kept them from the step. */
export const PassedOver = z.strictObject({
  staff: StaffId,
  why: z.enum(["away", "complainedAbout", "decides", "unreachable"]),
});
export type PassedOver = z.infer<typeof PassedOver>;

/** Why no unit of a level can hold a step: it has none for the case, or the complaint is about it. */
export const Vacancy = z.enum(["noUnit", "complainedAbout"]);
export type Vacancy = z.infer<typeof Vacancy>;

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

/** Where a step goes: the level, what of the case decides the unit there, and who must not get it. */
export type Destination = {
  level: StepLevel;
  /** None while nobody knows it: the levels that it decides have no unit for the case then. */
  community?: UnitId | undefined;
  category: CategoryId;
  on: DistrictDate;
  about: About;
  /** The units that the bureau has named for a level, instead of those that community and category give. */
  sentTo?: { township?: UnitId | undefined; department?: UnitId | undefined } | undefined;
  /** Who decides on what the owner has asked for, and so cannot be the owner. */
  decides?: readonly StaffId[] | undefined;
  /** Whom no mail reaches: they would not know of the step. */
  unreachable?: readonly StaffId[] | undefined;
  /** Who has refused what the step is to look at again: a head does, and never the same person. */
  refusedBy?: StaffId | undefined;
};

/**
 * The unit and the named person that a step falls to, with those of the unit who were asked before and could not take it.
 * `alarm`: nobody of the unit can, so another office holds it. `vacancy`: the level has no unit that may, and none is
 * above it, so the unit is that other office.
 */
export type Route = ({ kind: "routed"; unit: UnitId; vacancy?: Vacancy } & Owner) | { kind: "vacant"; reason: Vacancy };

type Owner = { owner: StaffId; because: Because; alarm: boolean; passedOver: PassedOver[] };

/** Deputies of deputies are asked up to this depth. */
const deputyDepth = 5;

const absenceOn = (staff: Staff, on: DistrictDate) => staff.away.find(({ from, until }) => from <= on && on <= until);

const unitsAt = (directory: Directory, level: StepLevel): Unit[] =>
  directory.units.filter((unit) => unit.level === level);

const communityNow = (directory: Directory, id: UnitId | undefined): Unit | undefined =>
  id === undefined ? undefined : unitNow(directory, id);

/** What of a case decides the unit of a level. */
type DecidesUnit = Pick<Destination, "community" | "category" | "about" | "sentTo">;

const named = (directory: Directory, id: UnitId | undefined): UnitId | undefined =>
  id === undefined ? undefined : unitNow(directory, id)?.id;

const townshipFor = (directory: Directory, { community, sentTo }: Omit<DecidesUnit, "about">): UnitId | undefined =>
  named(directory, sentTo?.township) ?? communityNow(directory, community)?.parent;

const departmentFor = (directory: Directory, { category, sentTo }: Omit<DecidesUnit, "about">): UnitId | undefined =>
  named(directory, sentTo?.department) ?? categoryNow(directory, category)?.department;

/** The leader over the category's department or else over the township; another one if the complaint is about them. */
const leaderFor = (directory: Directory, { about, ...matter }: DecidesUnit): UnitId | undefined => {
  const township = townshipFor(directory, matter);
  const department = departmentFor(directory, matter);
  const leaders = unitsAt(directory, "leader").filter(({ id }) => !isAmongThem(directory, about.units, id));
  const over = (unit: UnitId | undefined) => leaders.find(({ covers }) => unit !== undefined && covers.includes(unit));
  return (over(department) ?? over(township) ?? (about.units.length > 0 ? leaders[0] : undefined))?.id;
};

/** The unit of a level for a case, whether or not it may have it; `undefined` where the level has none. */
export const unitFor = (directory: Directory, to: Pick<Destination, "level"> & DecidesUnit): UnitId | undefined => {
  const { bureau } = directory.district;
  switch (to.level) {
    case "bureau":
      // A complaint about the bureau itself is examined by a leader's office.
      return isAmongThem(directory, to.about.units, bureau) ? leaderFor(directory, to) : bureau;
    case "community":
      return communityNow(directory, to.community)?.id;
    case "township":
      return townshipFor(directory, to);
    case "department":
      return departmentFor(directory, to);
    case "leader":
      return leaderFor(directory, to);
  }
};

const onDuty = (directory: Directory, unit: UnitId, of?: CategoryId): StaffId | undefined => {
  const category = of && categoryNow(directory, of)?.id;
  const duties = directory.duties.filter((duty) => duty.unit === unit);
  const special = duties.find((duty) => duty.category !== undefined && duty.category === category);
  return (special ?? duties.find((duty) => duty.category === undefined))?.staff;
};

/** Whether somebody is in the directory and not away on a day. */
export const isAtWork = (directory: Directory, id: StaffId, on: DistrictDate): boolean => {
  const staff = directory.staff.find((person) => person.id === id);
  return staff !== undefined && absenceOn(staff, on) === undefined;
};

type Demands = Pick<Destination, "on" | "about" | "decides" | "unreachable">;

/** What keeps somebody from taking a step: the complaint is about them, they decide on it, no mail reaches them, or else they are away. */
const obstacleTo = (
  directory: Directory,
  id: StaffId,
  { on, about, decides = [], unreachable = [] }: Demands,
): PassedOver["why"] | undefined => {
  const staff = staffOf(directory, id);
  if (isComplainedAbout(directory, about, staff)) return "complainedAbout";
  if (decides.includes(id)) return "decides";
  if (unreachable.includes(id)) return "unreachable";
  return absenceOn(staff, on) === undefined ? undefined : "away";
};

const canTake = (directory: Directory, id: StaffId, to: Demands): boolean =>
  obstacleTo(directory, id, to) === undefined;

/** The deputies who are asked in turn, each for the one before; the chain ends at its depth or where it repeats. */
const deputiesOf = (directory: Directory, away: StaffId, { on }: Demands): StaffId[] => {
  const asked = [away];
  let deputy = absenceOn(staffOf(directory, away), on)?.deputy;
  while (deputy !== undefined && !asked.includes(deputy) && asked.length <= deputyDepth) {
    asked.push(deputy);
    deputy = absenceOn(staffOf(directory, deputy), on)?.deputy;
  }
  return asked.slice(1);
};

/** The first deputy who can take it, following deputies of absent deputies. */
const deputyFor = (directory: Directory, away: StaffId, to: Demands): StaffId | undefined =>
  deputiesOf(directory, away, to).find((deputy) => canTake(directory, deputy, to));

/**
 * The head of a unit on a day, or while they are away whoever stands in for them; the head all the same where nobody does.
 * Of a unit that the directory names no more, and that nobody has taken over, the bureau's.
 */
export const headAtWork = (directory: Directory, unit: UnitId, on: DistrictDate): { unit: UnitId; staff: StaffId } => {
  const { id, head } = unitNow(directory, unit) ?? unitOf(directory, directory.district.bureau);
  const asked = { on, about: aboutNobody };
  const deputy = canTake(directory, head, asked) ? undefined : deputyFor(directory, head, asked);
  return { unit: id, staff: deputy ?? head };
};

/** The unit right above another one: a community's township, the leader's office over a township or a department, or else the bureau. */
export const unitAbove = (directory: Directory, unit: UnitId): UnitId => {
  const here = unitNow(directory, unit);
  const leader = unitsAt(directory, "leader").find(({ covers }) => here !== undefined && covers.includes(here.id));
  return here?.parent ?? leader?.id ?? directory.district.bureau;
};

/** Who holds what nobody else can take: duty officer, deputy, head; at last anybody of the office, even while away. */
const holderIn = (directory: Directory, { id, head }: Unit, to: Demands): StaffId | undefined => {
  const officer = onDuty(directory, id) ?? head;
  const inOrder = [officer, deputyFor(directory, officer, to), head].filter((staff) => staff !== undefined);
  const others = directory.staff.filter(({ unit }) => unit === id).map((staff) => staff.id);
  return (
    inOrder.find((staff) => canTake(directory, staff, to)) ??
    [officer, head, ...others].find(
      (staff) =>
        to.decides?.includes(staff) !== true && !isComplainedAbout(directory, to.about, staffOf(directory, staff)),
    )
  );
};

/** Whom a review falls to: who may not have it, and whether it is its body's head who has to decide now. */
export type ReviewAsked = Demands & {
  /** 经手人员: everybody who has had a part in the case, whoever they stood in for. */
  hands: readonly StaffId[];
  isLast?: boolean;
};

/** The people of an office in the order in which they are asked: on duty, who stands in for them, the head, the others. */
const peopleOf = (directory: Directory, { id, head }: Unit, to: Demands): StaffId[] => {
  const officer = onDuty(directory, id) ?? head;
  const others = directory.staff.filter(({ unit }) => unit === id).map((staff) => staff.id);
  return [officer, ...deputiesOf(directory, officer, to), head, ...others];
};

/**
 * 复查人员: who examines an answer: of the body that reviews it, and where nobody of it is left, of a leader's office; nobody who had
 * a part in the case, not even in another's place, whom it complains about, or who works for the unit that answered.
 * Whoever is at work and can be reached goes first. `undefined` when that leaves nobody.
 * @param answered the unit whose answer it is
 */
export const reviewerFor = (
  directory: Directory,
  { body, answered }: { body: UnitId; answered: UnitId },
  { hands, isLast = false, ...to }: ReviewAsked,
): Staff | undefined => {
  const offices = [unitNow(directory, body), ...unitsAt(directory, "leader")].filter((unit) => unit !== undefined);
  const asked = { ...to, decides: hands };
  const people = offices.flatMap((office) =>
    isLast ? [office.head, ...deputiesOf(directory, office.head, asked)] : peopleOf(directory, office, asked),
  );
  const fresh = people
    .map((id) => staffOf(directory, id))
    .filter(
      (person) =>
        !hands.includes(person.id) &&
        offices.some(({ id }) => id === person.unit) &&
        !isComplainedAbout(directory, to.about, person) &&
        !isAmongThem(directory, [answered], person.unit),
    );
  return fresh.find(({ id }) => canTake(directory, id, asked)) ?? fresh[0];
};

/** The bureau's duty officer on a day, or who stands in for them: whoever is to know what is wrong with the system. */
export const dutyOfficer = (directory: Directory, asked: Pick<Demands, "on" | "unreachable">): StaffId | undefined =>
  holderIn(directory, unitOf(directory, directory.district.bureau), { ...asked, about: aboutNobody });

/**
 * Whoever of the bureau is to know at once of a danger, by the same order; of a leader's office when nobody of the bureau
 * can. `undefined` when the complaint is about all of them.
 */
export const toldOfDanger = (directory: Directory, asked: Demands): StaffId | undefined => {
  const offices = (["bureau", "leader"] as const).flatMap((level) => unitsAt(directory, level));
  const holders = offices.flatMap((office) => holderIn(directory, office, asked) ?? []);
  return holders.find((staff) => canTake(directory, staff, asked)) ?? holders[0];
};

/** The offices that are asked at last. */
const lastOffices = ["bureau", "leader", "department", "township"] as const;

/**
 * Whether anybody of these offices is left whom a case is not about, so that somebody can always hold it.
 * @param decides those who decide on what its owner has asked for, and do not hold it meanwhile
 */
export const isAnybodyLeft = (directory: Directory, about: About, decides: readonly StaffId[] = []): boolean => {
  const able = directory.staff.filter((one) => !decides.includes(one.id) && !isComplainedAbout(directory, about, one));
  return lastOffices
    .flatMap((level) => unitsAt(directory, level))
    .some(({ id }) => able.some(({ unit }) => unit === id));
};

/**
 * Somebody always holds a case: the bureau; a leader's office when the complaint is about the bureau; and when it is about
 * both, the first office below that it is not about.
 */
const lastResort = (
  directory: Directory,
  to: Destination,
): Pick<Owner, "owner" | "because" | "alarm"> & { unit: UnitId } => {
  // Of a directory in which only those are left who decide on what the owner asked, one of them holds it: a case without anybody is worse.
  for (const demands of [to, { ...to, decides: [] }]) {
    for (const office of lastOffices.flatMap((level) => unitsAt(directory, level))) {
      const owner = holderIn(directory, office, demands);
      if (owner !== undefined) return { unit: office.id, owner, because: "bureauDuty", alarm: true };
    }
  }
  throw new Error(`Directory ${directory.version} names nobody whom the complaint is not about`);
};

/** The head who looks again at what somebody has refused, or who stands in for them; `undefined` where nobody may. */
const headAgain = (directory: Directory, unit: Unit, refusedBy: StaffId, to: Destination): Owner | undefined => {
  const decider = deciderFor(directory, { ...to, unit: unit.id, owner: refusedBy });
  if (decider === undefined) return undefined;
  const why = decider.id === unit.head ? undefined : obstacleTo(directory, unit.head, { ...to, decides: [refusedBy] });
  return {
    owner: decider.id,
    because: directory.units.some(({ head }) => head === decider.id) ? "unitHead" : "deputy",
    alarm: false,
    passedOver: why === undefined ? [] : [{ staff: unit.head, why }],
  };
};

/** Handler on duty, their deputies, the head: the first who can take it, or else the bureau. */
const ownerIn = (directory: Directory, unit: Unit, to: Destination): Owner => {
  const again = to.refusedBy === undefined ? undefined : headAgain(directory, unit, to.refusedBy, to);
  if (again !== undefined) return again;
  const handler = onDuty(directory, unit.id, to.category);
  const ladder: { staff: StaffId; because: Because }[] = [
    ...(handler === undefined ? [] : [{ staff: handler, because: "onDuty" as const }]),
    ...(handler === undefined ? [] : deputiesOf(directory, handler, to)).map((staff) => ({
      staff,
      because: "deputy" as const,
    })),
    { staff: unit.head, because: "unitHead" },
  ];
  const passedOver: PassedOver[] = [];
  for (const { staff, because } of ladder) {
    const why = obstacleTo(directory, staff, to);
    if (why === undefined) return { owner: staff, because, alarm: false, passedOver };
    if (!passedOver.some((before) => before.staff === staff)) passedOver.push({ staff, why });
  }
  const { owner, because, alarm } = lastResort(directory, to);
  return { owner, because, alarm, passedOver };
};

/** Why a level has no unit for a case. The leaders' offices are many: all of them may be what it complains about. */
const vacancyOf = (directory: Directory, { level, about }: Destination): Vacancy =>
  unitsAt(directory, level).some(({ id }) => isAmongThem(directory, about.units, id)) ? "complainedAbout" : "noUnit";

/**
 * Finds who answers for a step: the unit by level (community from the address, its township, the category's department,
 * the leader over that department or else over the township, or the bureau), then the first rung that holds somebody who
 * is at work and whom the complaint is not about: handler on duty, their deputies, the unit's head, the bureau's duty
 * officer with an alarm.
 * `vacant` means that the level has no unit for this case, or that the complaint is about its unit: the next level gets
 * it. Where none is above, at the leader's level and the bureau's, the last resort holds it instead.
 * Throws `NotInDirectory` when duties name unknown staff.
 */
export const routeStep = (directory: Directory, to: Destination): Route => {
  const id = unitFor(directory, to);
  const unit = directory.units.find((candidate) => candidate.id === id);
  if (unit === undefined && (to.level === "leader" || to.level === "bureau")) {
    const vacancy = vacancyOf(directory, { ...to, level: "leader" });
    return { kind: "routed", vacancy, passedOver: [], ...lastResort(directory, to) };
  }
  if (unit === undefined) return { kind: "vacant", reason: "noUnit" };
  if (isAmongThem(directory, to.about.units, unit.id)) return { kind: "vacant", reason: "complainedAbout" };
  return { kind: "routed", unit: unit.id, ...ownerIn(directory, unit, to) };
};

/**
 * Who takes a turn over from somebody of a unit who cannot keep it: by the same rungs as a step that opens there, or of
 * the last resort when the directory has the unit no more.
 */
export const successorIn = (directory: Directory, id: UnitId, to: Destination): Owner => {
  const unit = unitNow(directory, id);
  return unit === undefined ? { ...lastResort(directory, to), passedOver: [] } : ownerIn(directory, unit, to);
};

/** What `owner`, who works for the unit `unit`, asks a head to decide. */
type OwnersRequest = Demands & { unit: UnitId; owner: StaffId };

/** The heads who decide on what somebody of a unit asks for, in turn: the unit's, the bureau's, the leaders'. */
const headsOver = (directory: Directory, unit: UnitId): StaffId[] => {
  // A unit that nobody has taken over has no head any more.
  const offices = [unit, directory.district.bureau].flatMap((id) => unitNow(directory, id) ?? []);
  return [...offices, ...unitsAt(directory, "leader")].map(({ head }) => head);
};

/** Whether somebody is one of those heads, or is named to stand in for one at any time. */
export const mayDecide = (directory: Directory, unit: UnitId, id: StaffId): boolean => {
  const asked = new Set(headsOver(directory, unit));
  // A set goes on to what is added while it is gone through.
  for (const one of asked) {
    const { away } = staffOf(directory, one);
    for (const { deputy } of away) if (deputy !== undefined) asked.add(deputy);
  }
  return asked.has(id);
};

/**
 * Who decides on an owner's request: the unit's head, or else the bureau's, or else a leader; while a head is away,
 * their deputy. Nobody decides on a request of their own or about a case that complains about them (Art. 28);
 * `undefined` when that leaves nobody.
 */
export const deciderFor = (directory: Directory, { unit, owner, ...asked }: OwnersRequest): Staff | undefined => {
  const inOrder = headsOver(directory, unit).flatMap((head) => [head, deputyFor(directory, head, asked) ?? head]);
  const eligible = inOrder.filter(
    (id) => id !== owner && !isComplainedAbout(directory, asked.about, staffOf(directory, id)),
  );
  const decider = eligible.find((id) => canTake(directory, id, asked)) ?? eligible[0];
  return decider === undefined ? undefined : staffOf(directory, decider);
};

/**
 * Who decides for the bureau on what a unit objects to: its duty officer, or whoever stands in; the last word is its head's.
 * Where they are the unit's own owner, or complained about, whoever decides for the bureau otherwise. `undefined` when
 * that leaves nobody.
 */
export const senderFor = (
  directory: Directory,
  { isLast, owner, ...asked }: Omit<OwnersRequest, "unit"> & { isLast: boolean },
): Staff | undefined => {
  const { bureau } = directory.district;
  const officer = isLast ? undefined : holderIn(directory, unitOf(directory, bureau), { ...asked, decides: [owner] });
  return officer === undefined ? deciderFor(directory, { unit: bureau, owner, ...asked }) : staffOf(directory, officer);
};

/**
 * 督办: who watches over a case for the bureau: its duty officer, or whoever stands in; the last word is its head's. Nobody who
 * has a part in the case, as long as anybody else is there. `undefined` when that leaves nobody.
 * @param apart those who have a part in it; the first of them never watches over what is theirs
 */
export const watcherFor = (
  directory: Directory,
  { isLast, apart, ...asked }: Omit<Demands, "decides"> & { isLast: boolean; apart: readonly [StaffId, ...StaffId[]] },
): Staff | undefined => {
  const { bureau } = directory.district;
  const officer = isLast ? undefined : holderIn(directory, unitOf(directory, bureau), { ...asked, decides: apart });
  if (officer !== undefined && canTake(directory, officer, { ...asked, decides: apart })) {
    return staffOf(directory, officer);
  }
  const [owner] = apart;
  const head = deciderFor(directory, { unit: bureau, owner, ...asked, decides: apart });
  return head ?? senderFor(directory, { owner, ...asked, isLast });
};

/** Whoever has the duty of the leader's office that looks after a unit, or after the one above it; none where no office does. */
export const leaderOver = (directory: Directory, unit: UnitId, asked: Demands): Staff | undefined => {
  const now = unitNow(directory, unit);
  const office = unitsAt(directory, "leader").find(
    ({ id, covers }) =>
      !isAmongThem(directory, asked.about.units, id) &&
      [now?.id, now?.parent].some((one) => one !== undefined && covers.includes(one)),
  );
  const holder = office && holderIn(directory, office, asked);
  return holder === undefined ? undefined : staffOf(directory, holder);
};
