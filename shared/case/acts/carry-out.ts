import type { LinkFor } from "#access/link.ts";
import type { Case } from "#case/state/case.ts";
import { CaseMovedOn, type Cases, type Change, LinkUsed } from "#case/state/change.ts";
import type { CaseEvent } from "#case/state/event.ts";
import { linksOf } from "#case/state/links-of.ts";
import { record } from "#case/state/record.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { World } from "#case/state/world.ts";
import type { Command } from "./command.ts";
import { decide } from "./decide.ts";

export type Ports = {
  cases: Cases;
  /** The moment, the calendar and the directory to decide by. */
  world: () => Promise<World>;
  /** The hash under which a new task link is stored. Doors that never give tasks hand in `noLinks`. */
  linkHash: (link: LinkFor) => Promise<string>;
};

/** What became of a command: events stored (none when there was nothing to do), or a refusal with the state that refused. */
export type CarriedOut =
  | { kind: "done"; before: Case; after: Case; events: CaseEvent[] }
  | { kind: "refused"; refusal: Refusal; case: Case };

/** There is no such case. */
export class UnknownCase extends Error {
  override name = "UnknownCase";
}

/** For doors whose commands give nobody a task. */
export const noLinks = (link: LinkFor): Promise<string> =>
  Promise.reject(new Error(`This door gives no tasks, but ${link.caseId} step ${link.stepNo} needs a link`));

const attempts = 8;
const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));

/** The hashed links that a decision calls for. */
export const hashLinks = (
  { before, after, events }: Pick<Change, "before" | "after" | "events">,
  linkHash: Ports["linkHash"],
): Promise<{ hash: string; for: LinkFor }[]> =>
  Promise.all(linksOf(before, after, events).map(async (link) => ({ hash: await linkHash(link), for: link })));

/**
 * Carries a command out on a case: load, decide, store in one transaction. When somebody else was faster the
 * decision is made again on the new state, so that the loser of a race gets that state's answer (guarantee 1).
 * @throws UnknownCase; RangBefore; CaseMovedOn after {@link attempts} lost races, for the caller's retry.
 */
export const carryOut =
  ({ cases, world, linkHash }: Ports) =>
  async (
    caseId: string,
    command: Command,
    along: Pick<Change, "cameBy" | "token" | "ring"> = {},
  ): Promise<CarriedOut> => {
    for (let attempt = 0; ; attempt += 1) {
      const before = await cases.load(caseId);
      if (before === undefined) throw new UnknownCase(`There is no case ${caseId}`);
      const now = await world();
      const decision = decide(before, command, now);
      if ("refused" in decision) return { kind: "refused", refusal: decision.refused, case: before };

      const [first, ...rest] = decision.events;
      const { events, after } =
        first === undefined ? { events: [], after: before } : record(caseId, before, [first, ...rest], now.now);
      const nothingToStore = events.length === 0 && along.token === undefined;
      if (nothingToStore) return { kind: "done", before, after, events };

      try {
        await cases.commit({
          before,
          after,
          events,
          links: await hashLinks({ before, after, events }, linkHash),
          ...along,
        });
        return { kind: "done", before, after, events };
      } catch (error) {
        if (error instanceof LinkUsed) return { kind: "refused", refusal: "movedOn", case: before };
        if (!(error instanceof CaseMovedOn) || attempt + 1 >= attempts) throw error;
        await pause(attempt);
      }
    }
  };
