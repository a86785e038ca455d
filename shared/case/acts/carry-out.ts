import type { LinkFor } from "#access/link.ts";
import type { Case } from "#case/state/case.ts";
import { type Cases, type Change, LinkUsed } from "#case/state/change.ts";
import type { CaseEvent } from "#case/state/event.ts";
import { linksOf } from "#case/state/links-of.ts";
import { record } from "#case/state/record.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { World } from "#case/state/world.ts";
import { carryOutOn, type Read } from "#record/carry-out.ts";
import type { CommandOf, CommandType } from "./command.ts";
import { decideBy, type Judges } from "./judges.ts";

export type Ports = {
  cases: Cases;
  /** The moment, the calendar and the directory to decide by. */
  world: () => Promise<World>;
  /**
   * The hash under which a new task link is stored. Doors that never give tasks hand in `noLinks`; those that have no secret
   * to make it with, `inTheMail`.
   */
  linkHash: ((link: LinkFor) => Promise<string>) | typeof inTheMail;
};

/** What became of a command: events stored (none when there was nothing to do), or a refusal with the state that refused. */
export type CarriedOut =
  | { kind: "done"; before: Case; after: Case; events: CaseEvent[] }
  | { kind: "refused"; refusal: Refusal; case: Case };

/** There is no such case. */
export class UnknownCase extends Error {
  override name = "UnknownCase";
}

/** For doors whose commands give tasks, with links that are made where the mail about them leaves. */
export const inTheMail = "inTheMail" as const;

/** For doors whose commands give nobody a task. */
export const noLinks = (link: LinkFor): Promise<string> =>
  Promise.reject(new Error(`This door gives no tasks, but ${link.caseId} step ${link.stepNo} needs a link`));

/** The hashed links that a decision calls for. */
export const hashLinks = (
  { before, after, events }: Pick<Change, "before" | "after" | "events">,
  linkHash: Ports["linkHash"],
): Promise<{ hash: string; for: LinkFor }[]> =>
  linkHash === inTheMail
    ? Promise.resolve([])
    : Promise.all(linksOf(before, after, events).map(async (link) => ({ hash: await linkHash(link), for: link })));

/**
 * Carries a command out on a case: load, decide, store in one transaction. When somebody else was faster the
 * decision is made again on the new state, so that the loser of a race gets that state's answer (guarantee 1).
 * @param judges of the commands that the door may give.
 * @param read the case and the world as the door has read them already; the first attempt decides on them.
 * @throws UnknownCase; RangBefore; MovedOn after too many lost races, for the caller's retry.
 */
export const carryOut =
  <T extends CommandType>({ cases, world, linkHash }: Ports, judges: Judges<T>) =>
  async (
    caseId: string,
    command: CommandOf<T>,
    along: Pick<
      Change,
      "cameBy" | "token" | "ring" | "texts" | "code" | "contact" | "agent" | "opening" | "signatory"
    > = {},
    read?: Read<Case, World>,
  ): Promise<CarriedOut> => {
    const outcome = await carryOutOn(
      {
        read: async () => {
          const before = await cases.load(caseId);
          if (before === undefined) throw new UnknownCase(`There is no case ${caseId}`);
          return { before, world: await world() };
        },
        decide: ({ before, world: now }: Read<Case, World>) => Promise.resolve(decideBy(judges)(before, command, now)),
        record: (before, decided, at) => record(caseId, before, decided, at),
        storesAnyway: along.token !== undefined,
        commit: async ({ before, after, events }) =>
          cases.commit({
            before,
            after,
            events,
            links: await hashLinks({ before, after, events }, linkHash),
            ...along,
          }),
        refusalBy: (error): Refusal | undefined => (error instanceof LinkUsed ? "movedOn" : undefined),
      },
      read,
    );
    return outcome.kind === "done" ? outcome : { kind: "refused", refusal: outcome.refusal, case: outcome.before };
  };
