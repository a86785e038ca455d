import * as z from "zod";
import type { World } from "#case/state/world.ts";
import { districtDate, lastWorkingMorning } from "#clock/period.ts";
import type { StaffId } from "#ground/ids.ts";
import { type DistrictDate, Instant } from "#ground/instant.ts";

/** A day on which the mail server took nothing for a while: from when until when, and how many mails began to wait. */
export const Outage = z.strictObject({
  v: z.literal(1),
  waited: z.int().nonnegative(),
  from: Instant,
  until: Instant,
});
export type Outage = z.infer<typeof Outage>;

/** What went wrong with mail, for the duty officer: outages since the last working morning, and whom no mail reaches. */
export type MailTrouble = { outages: Outage[]; unreachable: StaffId[] };

export const noTrouble: MailTrouble = { outages: [], unreachable: [] };

type TroublePorts = {
  outages: { outages: (from: DistrictDate) => Promise<Outage[]> };
  bounces: { unreachable: (directory: string) => Promise<StaffId[]> };
};

/** What went wrong with mail until now. An outage is told on one morning: the first after its last try in vain. */
export const mailTrouble = async (
  { outages, bounces }: TroublePorts,
  { now, calendar, directory }: Pick<World, "now" | "calendar" | "directory">,
): Promise<MailTrouble> => {
  const since = lastWorkingMorning(calendar, now);
  const [days, unreachable] = await Promise.all([
    outages.outages(districtDate(since)),
    bounces.unreachable(directory.version),
  ]);
  return { outages: days.filter(({ until }) => until >= since), unreachable };
};

export const isTrouble = ({ outages, unreachable }: MailTrouble): boolean => outages.length + unreachable.length > 0;
