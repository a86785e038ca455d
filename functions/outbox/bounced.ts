import { directoryMark } from "#access/directory-mark.ts";
import { agendaFor, tasksOf } from "#case/digest/agenda.ts";
import type { Bounced, PostedMail } from "#case/outbox/posted.ts";
import { addressOf } from "#case/state/mailbox.ts";
import type { Turn } from "#case/state/turn.ts";
import type { World } from "#case/state/world.ts";
import type { CaseReader } from "#case/store/case-reader.ts";
import type { DigestStore } from "#case/store/digest-store.ts";
import type { MailboxStore } from "#case/store/mailbox-store.ts";
import type { OutboxStore } from "#case/store/outbox-store.ts";
import { districtDate } from "#clock/period.ts";
import { endOfWeek } from "#clock/week.ts";
import type { CaseId, StaffId } from "#ground/ids.ts";
import { inBatches } from "#ground/in-batches.ts";
import { type LeftOut, orLeftOut } from "#record/row.ts";
import { type BouncePorts, haveItDelivered, passOn } from "./leaving.ts";

export type BouncedPorts = {
  cases: Pick<CaseReader, "load">;
  digests: Pick<DigestStore, "waiting">;
  mailboxes: Pick<MailboxStore, "refuse">;
  outbox: Pick<OutboxStore, "leaving" | "toldWith">;
  world: () => Promise<World>;
  leftOut: LeftOut;
} & BouncePorts;

/** What came of a bounce. `mended since`: another directory is in force, and every address in it is to be tried. */
export type BounceTaken = "noted" | "mended since";

/**
 * Takes it that a mail bounced after it had left: what is noted, and whose turns pass on, is the same as when the server
 * refuses a mail at its door. Twice is as good as once.
 */
export const takeBounce = ({ cases, digests, mailboxes, outbox, bounces, signals, world, leftOut }: BouncedPorts) => {
  /** The turns that a mail was about: one, those that were told with it, or all that a digest lists. */
  const turnsIn = async (mail: PostedMail, staff: StaffId, here: World): Promise<({ caseId: CaseId } & Turn)[]> => {
    if ("caseId" in mail) {
      const turns = await inBatches([mail, ...(await outbox.toldWith(mail))], async ({ caseId, seq, position }) => {
        const message = (await outbox.leaving(caseId, seq))?.messages[position];
        if (message?.kind !== "taskMail" || message.to !== staff) return [];
        return [{ caseId, staff, stepNo: message.stepNo, assignment: message.assignment }];
      });
      return turns.flat();
    }
    const reader = here.directory.staff.find(({ id }) => id === staff);
    if (reader === undefined) return [];
    const waiting = await digests.waiting(staff, endOfWeek(districtDate(here.now)));
    const loaded = await inBatches(waiting.cases, (id) => orLeftOut(() => cases.load(id), leftOut));
    const gathered = { notices: [], cases: loaded.flat().flatMap((c) => c ?? []), histories: new Map() };
    return tasksOf(agendaFor(reader, gathered, here).agenda).map(({ link }) => link);
  };

  return async ({ bounced, of, address }: Bounced): Promise<BounceTaken> => {
    const here = await world();
    if (of === undefined) {
      if ("caseId" in bounced && address !== undefined) {
        await mailboxes.refuse({ caseId: bounced.caseId, address }, here.now);
        const petition = await cases.load(bounced.caseId);
        // Of an address that was corrected since nothing follows.
        if (petition !== undefined && addressOf(petition) === address) await haveItDelivered({ signals }, petition);
      }
      return "noted";
    }
    const { version } = here.directory;
    if (directoryMark(version) !== of.directory) return "mended since";
    await bounces.note(of.staff, version, here.now);
    await passOn({ signals }, await turnsIn(bounced, of.staff, here));
    return "noted";
  };
};
