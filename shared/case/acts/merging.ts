import * as z from "zod";
import type { Actor } from "#case/state/actor.ts";
import { type Case, type In, isIn } from "#case/state/case.ts";
import { type Decision, happened, refuse, startTransit, stop } from "#case/state/decision.ts";
import { firstDue } from "#case/state/due.ts";
import type { FactOf } from "#case/state/event.ts";
import { mostMembers, type SameAsks } from "#case/state/facts/merging.ts";
import { isUnheard } from "#case/state/hearing.ts";
import type { Refusal } from "#case/state/refusal.ts";
import { periodClock } from "#case/state/running.ts";
import type { World } from "#case/state/world.ts";
import type { StaffId } from "#ground/ids.ts";
import type { StepLevel } from "#ground/levels.ts";
import { act } from "./act.ts";
import { whyNotOfTheBureau } from "./bureau-officer.ts";
import { tellsHolder } from "./tells-holder.ts";
import { toMerged } from "./to-merged.ts";
import { toldEnded } from "./told-ended.ts";

/** The states in which petitions can be handled together: accepted, and not yet answered. */
export const mergeableStates = ["accepted", "handling"] as const;
type Mergeable = In<(typeof mergeableStates)[number]>;
/** A petition that is handled by itself or in another, as long as it is not answered. */
type Unanswered = Mergeable | In<"merged">;

/** What the bureau says of two petitions: which requests of the one that is merged are the same in the other. */
export type Merging = { by: StaffId; asks: SameAsks };
/** Two petitions, as they stand. */
type Two = { lead: Case; member: Case };

/** Whether a petition is about somebody whom another is not about: they could then get it by that one's way. */
const isAboutOthers = ({ about }: Case, { about: known }: Case): boolean =>
  about.units.some((unit) => !known.units.includes(unit)) || about.staff.some((one) => !known.staff.includes(one));

/** Why one of two petitions, as it stands, cannot be handled with another. */
export const whyNotTogether = (c: Case): Refusal | undefined => {
  if (!isIn(c, mergeableStates)) return "notMergeable";
  if (c.track === "simple" || c.track === "accusation") return "trackNotMerged";
  if (c.status === "handling" && c.otherWay !== undefined) return "otherWayPending";
  return c.status === "handling" && c.settlement !== undefined ? "settlementPending" : undefined;
};

/**
 * Why a petition cannot be handled in another. The one whose time ends first leads: so what is done in time for it is in time for
 * all. Nobody gets by it what is about them, no request is lost, and nobody is answered unheard.
 */
export const whyNotMerged = (
  lead: Unanswered,
  member: Unanswered,
  { asks }: Pick<Merging, "asks">,
): Refusal | undefined => {
  if (lead.track !== member.track) return "tracksDiffer";
  if (member.members !== undefined) return "leadsOthers";
  if ((lead.members ?? []).length >= mostMembers) return "groupFull";
  if (member.urgent && !lead.urgent) return "leadNotUrgent";
  if (isAboutOthers(member, lead)) return "aboutOthers";
  if (periodClock(member, "handling").due < periodClock(lead, "handling").due) return "dueBeforeLead";
  if (isUnheard(member)) return "memberUnheard";
  return asks.length === member.requests && asks.every((n) => n <= lead.requests) ? undefined : "asksDoNotMatch";
};

/** Why one petition cannot be handled in another by the word of this officer; nothing where it can. */
const whyNotMergedBy = ({ lead, member }: Two, merging: Merging, { directory }: World): Refusal | undefined => {
  const barred =
    whyNotOfTheBureau(lead, merging.by, directory) ??
    whyNotOfTheBureau(member, merging.by, directory) ??
    (lead.id === member.id ? "mergesItself" : undefined) ??
    whyNotTogether(lead) ??
    whyNotTogether(member);
  if (barred !== undefined) return barred;
  return isIn(lead, mergeableStates) && isIn(member, mergeableStates)
    ? whyNotMerged(lead, member, merging)
    : "notMergeable";
};

/**
 * 并案办理: the bureau finds that two petitions have the same facts and the same requests. From then on this one is worked on in
 * the other; it keeps its code, its time set by law, its letter. Source: the district's rule for petitions of one matter.
 */
export const mergeInto = (member: Case, { lead, ...merging }: Merging & { lead: Case }, world: World): Decision => {
  const refused = whyNotMergedBy({ lead, member }, merging, world);
  if (refused !== undefined) return refuse(refused);
  return happened(
    { kind: "staff", id: merging.by },
    { type: "merged", lead: lead.id, asks: merging.asks },
    member.running.filter(({ clock }) => clock.family !== "statutory").map(({ clock }) => stop(clock)),
    [...toldEnded(member, "mergedAway"), { kind: "newsMail", news: "merged" }],
  );
};

/** The same for the one that leads: whoever has it is mailed of the first, and finds all on the task page. */
export const takeMember = (lead: Case, { member, ...merging }: Merging & { member: Case }, world: World): Decision => {
  const refused = whyNotMergedBy({ lead, member }, merging, world);
  if (refused !== undefined) return refuse(refused);
  return happened(
    { kind: "staff", id: merging.by },
    { type: "memberMerged", member: member.id },
    [],
    lead.members === undefined ? tellsHolder(lead, "casesMerged", firstDue(lead)?.lastDay) : [],
  );
};

/**
 * 解除并案: another execution takes the case up where it stood. The law's clock has never stopped.
 * @param to the level from which it goes on, where that is another one
 */
export const goesOnAlone = (
  c: In<"merged">,
  by: Actor,
  why: FactOf<"unmerged">["why"],
  world: World,
  to: StepLevel = c.back.to,
): Decision => {
  const { stepNo, lead } = c;
  if (to === "bureau") throw new Error(`${c.id} was merged before it was accepted`);
  const epoch = c.epoch + 1;
  return happened(
    by,
    { type: "unmerged", lead, why, to, epoch },
    [startTransit({ epoch, stepNo }, world)],
    [
      { kind: "start", epoch, startAt: to },
      ...(why === "leadWithdrawn" || why === "leadsNow" ? [] : toMerged(c)),
      ...(why === "petitioner" || why === "leadsNow" ? [] : [{ kind: "newsMail", news: "unmerged" } as const]),
    ],
  );
};

/** 单独办理, by the petitioner: at once, for no reason that they give, and whoever has the others learns of it. */
export const mergingActs = {
  handleAlone: act({
    form: z.strictObject({}),
    role: "petitioner",
    agent: "never",
    at: ["merged"],
    elsewhere: "notMerged",
    brings: "unmerged",
    turn: "stays",
    decide: (c, _, world) => goesOnAlone(c, { kind: "petitioner" }, "petitioner", world),
  }),
};

/** 解除并案, by the bureau: it was another matter after all. */
export const unmerge = (c: Case, { by }: { by: StaffId }, world: World): Decision => {
  const barred = whyNotOfTheBureau(c, by, world.directory);
  if (barred !== undefined) return refuse(barred);
  return c.status === "merged" ? goesOnAlone(c, { kind: "staff", id: by }, "bureau", world) : refuse("notMerged");
};
