import type { Case } from "#case/state/case.ts";
import type { Decision } from "#case/state/decision.ts";
import type { CaseEvent, NewEvent } from "#case/state/event.ts";
import { record } from "#case/state/record.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { World } from "#case/state/world.ts";
import { type Instant, later } from "#ground/instant.ts";
import { carryOutOn } from "#record/carry-out.ts";
import { hashLinks, type Ports, UnknownCase } from "./carry-out.ts";

/** Two cases as one, while it is decided what happens to both. */
type Pair = { lead: Case; member: Case; changedAt: Instant };
/** What is of both: of the one that leads, and of the one that is led. */
export type Both<Event> = { lead: Event; member: Event };

/** What became of two cases, or why nothing was done to either. */
export type BothCarriedOut = { kind: "done"; after: Both<Case> } | { kind: "refused"; refusal: Refusal };

/**
 * Carries out what happens to two cases at once, in one transaction: either both know of it or neither does. When either has moved
 * on meanwhile it is decided again on what is read then. What comes to nothing for one of them comes to nothing for both.
 * @param decide what happens to each, as both stand
 * @throws UnknownCase; MovedOn after too many lost races
 */
export const carryOutOnTwo =
  ({ cases, world, linkHash }: Ports) =>
  async (ids: Both<string>, decide: (as: Both<Case>, world: World) => Both<Decision>): Promise<BothCarriedOut> => {
    const read = async (id: string): Promise<Case> => {
      const c = await cases.load(id);
      if (c === undefined) throw new UnknownCase(`There is no case ${id}`);
      return c;
    };
    const outcome = await carryOutOn<Pair, World, Both<readonly NewEvent[]>, Both<CaseEvent[]>, Refusal>({
      read: async () => {
        const [lead, member] = await Promise.all([read(ids.lead), read(ids.member)]);
        return { before: { lead, member, changedAt: later(lead.changedAt, member.changedAt) }, world: await world() };
      },
      decide: ({ before, world: now }) => {
        const { lead, member } = decide(before, now);
        if ("refused" in member) return member;
        if ("refused" in lead) return lead;
        const isNothing = lead.events.length === 0 || member.events.length === 0;
        return { events: isNothing ? [] : [{ lead: lead.events, member: member.events }] };
      },
      record: (before, [happened], at) => {
        const written = (which: keyof Both<Case>) => {
          const [first, ...rest] = happened[which];
          if (first === undefined) throw new Error(`Nothing happens to ${before[which].id}`);
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
