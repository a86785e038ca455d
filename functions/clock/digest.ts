import { isTrouble, mailTrouble } from "#case/digest/mail-trouble.ts";
import type { PostedDigest } from "#case/outbox/posted.ts";
import { supervisorOf } from "#case/state/supervision.ts";
import type { World } from "#case/state/world.ts";
import type { BounceStore } from "#case/store/bounce-store.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import type { DigestStore } from "#case/store/digest-store.ts";
import type { OutboxStore } from "#case/store/outbox-store.ts";
import { districtDate, isWorkingTime } from "#clock/period.ts";
import { endOfWeek } from "#clock/week.ts";
import { dutyOfficer } from "#directory/routing.ts";
import { inBatches } from "#ground/in-batches.ts";
import { type LeftOut, orLeftOut } from "#record/row.ts";

export type DigestPorts = {
  cases: Pick<CaseStore, "load">;
  digests: Pick<DigestStore, "pressing" | "supervised">;
  mails: { post: (digests: readonly PostedDigest[]) => Promise<void> };
  bounces: Pick<BounceStore, "unreachable">;
  outages: Pick<OutboxStore, "outages">;
  world: () => Promise<World>;
  leftOut: LeftOut;
};

/**
 * The morning digest: posts one for every member of staff for whom something presses this week, whose last one never
 * left, or who watches over a case that is late; and for the duty officer when mail was in trouble. Outside working hours it
 * does nothing. Called again, it posts the same; whoever sends them knows what was sent. A supervised case that cannot be read is reported and keeps nobody's digest.
 * @returns how many were posted.
 */
export const digest =
  ({ cases, digests, bounces, outages, mails, world, leftOut }: DigestPorts) =>
  async (): Promise<{ posted: number }> => {
    const here = await world();
    const { now, calendar, directory } = here;
    if (!isWorkingTime(calendar, now)) return { posted: 0 };
    const on = districtDate(now);
    const until = endOfWeek(on);
    const supervised = await inBatches(await digests.supervised(), (id) => orLeftOut(() => cases.load(id), leftOut));
    const supervisors = new Set(supervised.flat().map((c) => c && supervisorOf(c, directory, on)));
    const trouble = await mailTrouble({ bounces, outages }, here);
    if (isTrouble(trouble)) supervisors.add(dutyOfficer(directory, { on, unreachable: trouble.unreachable }));
    const pressing = await digests.pressing(until);
    const posted = directory.staff.flatMap(({ id }): PostedDigest[] => {
      if (supervisors.has(id)) return [{ digest: id, on, supervises: true }];
      return pressing.has(id) ? [{ digest: id, on }] : [];
    });
    await mails.post(posted);
    return { posted: posted.length };
  };
