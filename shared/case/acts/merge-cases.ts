import type { Case } from "#case/state/case.ts";
import type { CaseEvent, NewEvent } from "#case/state/event.ts";
import { record } from "#case/state/record.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { World } from "#case/state/world.ts";
import { type Instant, later } from "#ground/instant.ts";
import { carryOutOn } from "#record/carry-out.ts";
import { hashLinks, type Ports, UnknownCase } from "./carry-out.ts";
import { decideBy, mergingJudges } from "./judges.ts";
import type { Merging } from "./merging.ts";

/** Two cases as one, while it is decided whether one of them is handled in the other. */
type MergedPair = { lead: Case; member: Case; changedAt: Instant };
/** What happens to both. */
type Both<Event> = { lead: Event; member: Event };

/**
 * 并案办理, in one transaction over both cases: either both know of it or neither does. When either has moved on meanwhile
 * it is decided again on what is read then. @returns what each has become, or why nothing was done
 * @throws UnknownCase; MovedOn after too many lost races
 */
export const mergeCases =
  ({ cases, world, linkHash }: Ports) =>
  async (
    ids: Both<string>,
    merging: Merging,
  ): Promise<{ kind: "done"; after: Both<Case> } | { kind: "refused"; refusal: Refusal }> => {
    const read = async (id: string): Promise<Case> => {
      const c = await cases.load(id);
      if (c === undefined) throw new UnknownCase(`There is no case ${id}`);
      return c;
    };
    const outcome = await carryOutOn<MergedPair, World, Both<readonly NewEvent[]>, Both<CaseEvent[]>, Refusal>({
      read: async () => {
        const [lead, member] = await Promise.all([read(ids.lead), read(ids.member)]);
        return { before: { lead, member, changedAt: later(lead.changedAt, member.changedAt) }, world: await world() };
      },
      decide: ({ before: { lead, member }, world: now }) => {
        const into = decideBy(mergingJudges)(member, { type: "mergeInto", lead, ...merging }, now);
        const taken = decideBy(mergingJudges)(lead, { type: "takeMember", member, ...merging }, now);
        if ("refused" in into) return into;
        return "refused" in taken ? taken : { events: [{ lead: taken.events, member: into.events }] };
      },
      record: (before, [happened], at) => {
        const written = (which: keyof Both<Case>) => {
          const [first, ...rest] = happened[which];
          if (first === undefined) throw new Error(`Nothing happens to ${before[which].id} by being merged`);
          return record(before[which].id, before[which], [first, ...rest], at);
        };
        const [lead, member] = [written("lead"), written("member")];
        return {
          events: [{ lead: lead.events, member: member.events }],
          after: { lead: lead.after, member: member.after, changedAt: at },
        };
      },
      storesAnyway: false,
      commit: async ({ before, after, events }) => {
        const changeOf = async (which: keyof Both<Case>) => {
          const change = { before: before[which], after: after[which], events: events.flatMap((both) => both[which]) };
          return { ...change, links: await hashLinks(change, linkHash) };
        };
        await cases.commit(await changeOf("member"), await changeOf("lead"));
      },
      refusalBy: () => undefined,
    });
    return outcome.kind === "done"
      ? { kind: "done", after: outcome.after }
      : { kind: "refused", refusal: outcome.refusal };
  };
