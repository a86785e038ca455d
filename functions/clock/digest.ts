import type { PostedDigest } from "#case/outbox/posted.ts";
import { supervisorOf } from "#case/state/supervision.ts";
import type { World } from "#case/state/world.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import type { DigestStore } from "#case/store/digest-store.ts";
import type { QueueStore } from "#case/store/queue-store.ts";
import { districtDate, isWorkingTime } from "#clock/period.ts";
import { endOfWeek } from "#clock/week.ts";
import { inBatches } from "#ground/in-batches.ts";
import { type LeftOut, orLeftOut } from "#record/row.ts";

export type DigestPorts = {
  cases: Pick<CaseStore, "load">;
  digests: Pick<DigestStore, "hasWaiting" | "hasOpen" | "supervised">;
  mails: QueueStore;
  world: () => Promise<World>;
  leftOut: LeftOut;
};

/**
 * The morning digest: posts one for every member of staff for whom something presses this week, whose last one never
 * left, or who watches over a case that is late. Outside working hours it does nothing. Called again, it posts the same;
 * whoever sends them knows what was sent. A supervised case that cannot be read is reported and keeps nobody's digest.
 * @returns how many were posted.
 */
export const digest =
  ({ cases, digests, mails, world, leftOut }: DigestPorts) =>
  async (): Promise<{ posted: number }> => {
    const { now, calendar, directory } = await world();
    if (!isWorkingTime(calendar, now)) return { posted: 0 };
    const on = districtDate(now);
    const until = endOfWeek(on);
    const supervised = await inBatches(await digests.supervised(), (id) => orLeftOut(() => cases.load(id), leftOut));
    const supervisors = new Set(supervised.flat().map((c) => c && supervisorOf(c, directory, on)));
    const readers = await inBatches(directory.staff, async ({ id }): Promise<PostedDigest[]> => {
      if (supervisors.has(id)) return [{ digest: id, on, supervises: true }];
      const presses = (await digests.hasWaiting(id, until)) || (await digests.hasOpen(id, on, leftOut));
      return presses ? [{ digest: id, on }] : [];
    });
    const posted = readers.flat();
    await mails.post(posted);
    return { posted: posted.length };
  };
