import type { Actor } from "#case/state/actor.ts";
import { type Case, type In, isIn } from "#case/state/case.ts";
import { type Decision, happened, nothingToDo, refuse } from "#case/state/decision.ts";
import { firstDue } from "#case/state/due.ts";
import type { SameAsks } from "#case/state/facts/merging.ts";
import type { World } from "#case/state/world.ts";
import type { CaseId } from "#ground/ids.ts";
import { escalationOrder, type StepLevel } from "#ground/levels.ts";
import { goesOnAlone, mergeableStates, whyNotMerged, whyNotTogether } from "./merging.ts";
import { tellsHolder } from "./tells-holder.ts";

/**
 * 牵头件更换: for each request of a petition the number of the same one in another, by what both are the same as in the one that
 * led; nothing where the other makes one of them not at all.
 */
export const asksIn = (
  next: Pick<In<"merged">, "asks">,
  { asks }: Pick<In<"merged">, "asks">,
): SameAsks | undefined => {
  const found = asks.map((of) => next.asks.indexOf(of) + 1);
  return found.every((n) => n > 0) ? found : undefined;
};

/** Whether one of those that were handled together could lead another of them, as the bureau could have merged them. */
const canLead = (next: In<"merged">, other: In<"merged">): boolean => {
  const asks = asksIn(next, other);
  return asks !== undefined && whyNotMerged(next, other, { asks }) === undefined;
};

/**
 * Which of the petitions leads the others once the one in which they were handled is withdrawn: the one that can lead most of
 * them; of several such ones that which was filed first. None where none can lead another.
 * @param together those that are still handled in the one that was withdrawn
 */
export const nextLead = (together: readonly In<"merged">[]): In<"merged"> | undefined => {
  const inOrder = together.toSorted((a, b) => a.registeredAt.localeCompare(b.registeredAt) || a.id.localeCompare(b.id));
  const led = (next: In<"merged">): number => inOrder.filter((one) => one !== next && canLead(next, one)).length;
  const most = Math.max(0, ...inOrder.map(led));
  return most === 0 ? undefined : inOrder.find((one) => led(one) === most);
};

/** The higher of two places in the chain. */
const higher = (one: StepLevel, other: StepLevel): StepLevel => {
  const of = (level: StepLevel): number => (level === "bureau" ? -1 : escalationOrder.indexOf(level));
  return of(one) < of(other) ? other : one;
};

const by = (id: CaseId): Actor => ({ kind: "case", id });

/** Of the petition that is withdrawn: it is known once, for all that were handled in it, which of them leads the others. */
export const passLead = (lead: Case, { to }: { to: Case }): Decision => {
  if (lead.status !== "withdrawing" || lead.leadPassedTo !== undefined) return nothingToDo;
  if (to.status !== "merged" || to.lead !== lead.id) return nothingToDo;
  return happened(by(to.id), { type: "leadPassed", to: to.id, asks: to.asks });
};

/**
 * Of the one that leads from now on: it goes on for itself, at the higher of the levels at which it and the withdrawn one stood, so
 * that nothing that was tried below is tried again for all.
 */
export const takeLead = (next: Case, { from }: { from: Case }, world: World): Decision => {
  if (next.status !== "merged" || next.lead !== from.id || from.status !== "withdrawing") return nothingToDo;
  return goesOnAlone(next, by(from.id), "leadsNow", world, higher(next.back.to, from.back.to));
};

/** What is known of two petitions that were handled in one that is withdrawn, of which one leads now. `asks`: which requests of that one those of the new lead are. */
export type LeadTaken = { from: CaseId; asks: SameAsks };

/**
 * What happens to either when the one follows the other.
 * @param what with the requests of the one that follows, by those of the other
 */
const following = (
  { lead, member }: { lead: Case; member: Case },
  { from, asks: ofLead }: LeadTaken,
  what: (asks: SameAsks) => Decision,
): Decision => {
  if (member.status !== "merged" || member.lead !== from) return nothingToDo;
  const asks = asksIn({ asks: ofLead }, member);
  if (asks === undefined) return refuse("asksDoNotMatch");
  const barred = whyNotTogether(lead);
  if (barred !== undefined) return refuse(barred);
  if (!isIn(lead, mergeableStates)) return refuse("notMergeable");
  const refused = whyNotMerged(lead, member, { asks });
  return refused === undefined ? what(asks) : refuse(refused);
};

/** Of one that follows: it is handled in another one from now on, and nothing of it is opened or stops. */
export const followLead = (member: Case, { lead, ...known }: LeadTaken & { lead: Case }): Decision =>
  following({ lead, member }, known, (asks) =>
    happened(by(known.from), { type: "leadChanged", from: known.from, lead: lead.id, asks }),
  );

/** Of the one that leads: as when the bureau merges another with it. */
export const takeFollower = (lead: Case, { member, ...known }: LeadTaken & { member: Case }): Decision =>
  following({ lead, member }, known, () =>
    happened(
      by(known.from),
      { type: "memberMerged", member: member.id },
      [],
      lead.members === undefined ? tellsHolder(lead, "casesMerged", firstDue(lead)?.lastDay) : [],
    ),
  );
