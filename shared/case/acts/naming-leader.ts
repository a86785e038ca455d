import type { Case } from "#case/state/case.ts";
import { type Decision, refuse } from "#case/state/decision.ts";
import type { LeadChange, LeadGround, PullUpGround } from "#case/state/facts/lead.ts";
import { othersIn } from "#case/state/joint.ts";
import { leadOf } from "#case/state/lead.ts";
import type { Refusal } from "#case/state/refusal.ts";
import { clockOf } from "#case/state/running.ts";
import type { World } from "#case/state/world.ts";
import type { Directory } from "#directory/directory.ts";
import { isComplainedAbout } from "#directory/recusal.ts";
import type { StaffId } from "#ground/ids.ts";
import { officeLedBy } from "./office-led.ts";
import { pulledUp, takesCharge } from "./takes-charge.ts";

/** A joint petition of more than so many is one for a leader. */
const manyTogether = 10;

/** Why somebody may not name a leader, or pull a case up: neither the head of the bureau nor a leader, or it is about them. */
const whyNotNamedBy = ({ about }: Case, by: StaffId, directory: Directory): Refusal | undefined => {
  const { bureau } = directory.district;
  const person = directory.staff.find(({ id }) => id === by);
  const isHead = directory.units.some(({ id, head }) => id === bureau && head === by);
  if (person === undefined || !(isHead || officeLedBy(directory, by))) return "cannotNameLeader";
  return isComplainedAbout(directory, about, person) ? "complainedAbout" : undefined;
};

/** Whether the record bears a ground out. */
const isShown = (c: Case, ground: LeadGround, { by, leader }: { by: StaffId; leader: StaffId }): boolean => {
  switch (ground) {
    case "joint":
      return othersIn(c) + 1 > manyTogether;
    case "severalUnits": {
      const asked = c.status === "handling" ? (c.assists ?? []) : [];
      return new Set([...asked, ...(c.contributions ?? [])].map(({ unit }) => unit)).size > 1;
    }
    case "lateByLaw":
      return clockOf(c, "handling")?.ranOut === true;
    case "ownWish":
      return by === leader;
  }
};

/** The states of a case that a leader takes charge of: it is accepted, and not over. */
export const ledStates = ["accepted", "handling", "performing", "delivering", "window"] as const;

/**
 * 确定包案领导: the head of the bureau or a leader names one leader of the district, on a ground that the record bears out; or
 * another one, on a ground of its own.
 */
export const nameLeader = (
  c: Case,
  { by, leader, why, instead }: { by: StaffId; leader: StaffId; why: LeadGround; instead?: LeadChange | undefined },
  world: World,
): Decision => {
  const barred = whyNotNamedBy(c, by, world.directory);
  if (barred !== undefined) return refuse(barred);
  if (!ledStates.some((state) => state === c.status)) return refuse("nothingToLead");
  const before = leadOf(c);
  if (before !== undefined && instead === undefined) return refuse("leaderAlready");
  if (before === undefined && instead !== undefined) return refuse("noLeaderYet");
  if (!isShown(c, why, { by, leader })) return refuse("leadGroundUnshown");
  return takesCharge(c, by, { leader, ground: why, ...(instead && { change: instead }) }, world);
};

/** 提级 by the head of the bureau or a leader, as they are named. */
export const pullUp = (
  c: Case,
  { by, to, why }: { by: StaffId; to: "department" | "leader"; why: PullUpGround },
  world: World,
): Decision => {
  const barred = whyNotNamedBy(c, by, world.directory);
  return barred === undefined ? pulledUp(c, by, to, { ground: why }, world) : refuse(barred);
};
