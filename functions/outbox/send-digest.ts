import { directoryMark } from "#access/directory-mark.ts";
import {
  agendaFor,
  type Gathered,
  hasGoneOn,
  mostPressing,
  rowsAtMost,
  tasksOf,
  toldWith,
} from "#case/digest/agenda.ts";
import type { Digest } from "#case/digest/digest.ts";
import { isTrouble, mailTrouble, noTrouble } from "#case/digest/mail-trouble.ts";
import type { PostedDigest } from "#case/outbox/posted.ts";
import { waitAgain } from "#case/state/waiting.ts";
import type { World } from "#case/state/world.ts";
import type { CaseReader } from "#case/store/case-reader.ts";
import type { DigestStore } from "#case/store/digest-store.ts";
import { districtDate, isWorkingTime, minutesLater } from "#clock/period.ts";
import { endOfWeek } from "#clock/week.ts";
import { languageOf } from "#directory/language.ts";
import { dutyOfficer } from "#directory/routing.ts";
import type { CaseId } from "#ground/ids.ts";
import { inBatches } from "#ground/in-batches.ts";
import type { Instant } from "#ground/instant.ts";
import { TryLater } from "#lambda/try-later.ts";
import { digestMail } from "#mail/digest-mail.ts";
import { AddressRefused, addressed } from "#mail/mail.ts";
import { type LeftOut, orLeftOut } from "#record/row.ts";
import { type BouncePorts, type LeavingPorts, leave, passOn, senderLives, tellOfWaiting } from "./leaving.ts";
import { type TaskDoorPorts, taskDoors } from "./task-door.ts";

export type SendDigestPorts = {
  cases: CaseReader;
  digests: DigestStore;
  world: () => Promise<World>;
  from: string;
  leftOut: LeftOut;
} & TaskDoorPorts &
  LeavingPorts &
  BouncePorts;

/**
 * What became of a posted digest. `overtaken`: its day or the working hours are over, and the next one tells all of it.
 * `waits`: the mail server does not take it now, and it is tried again. `address refused`: for good, now or before; what it
 * would have carried is told once mail reaches its reader again.
 */
export type DigestSent = "sent" | "nothingToTell" | "sent before" | "overtaken" | "waits" | "address refused";

/**
 * Writes and sends a person's morning digest, once a day, in the working hours of that day. It is taken first, with the
 * notices that it carries, and marked when it has left: a retry finds the notices that were taken and sends the digest
 * with them, written as things stand by then, under the same Message-ID (fault 23). One that has not left when its day
 * is over gives its notices to the next. A row that cannot be read is reported and keeps nothing else from its reader.
 * @throws when another sender is at it, for the retry that finds out whether that one lived.
 */
export const sendDigest = (ports: SendDigestPorts) => {
  const { cases, digests, leftOut } = ports;
  const openDoors = taskDoors(ports);

  const takenBefore = async ({ digest, on }: PostedDigest, before: Digest, at: Instant): Promise<Digest> => {
    const isWaiting = before.outboxAt !== undefined;
    if (!isWaiting && minutesLater(before.takenAt, senderLives) > at)
      throw new TryLater("Another sender is at this digest");
    await digests.takeAgain(digest, on, before, at);
    return before;
  };

  const gather = async (ids: ReadonlySet<CaseId>, { notices }: Digest): Promise<Gathered> => {
    const loaded = await inBatches([...ids], (id) => orLeftOut(() => cases.load(id), leftOut));
    const found = new Map(loaded.flat().flatMap((c) => (c === undefined ? [] : [[c.id, c] as const])));
    const gone = notices.flatMap((told) => {
      const c = found.get(told.caseId);
      return c !== undefined && hasGoneOn(c, told) ? [c.id] : [];
    });
    const histories = await inBatches([...new Set(gone)], (id) =>
      orLeftOut(async () => [id, (await cases.history(id)).events] as const, leftOut),
    );
    return { notices, cases: [...found.values()], histories: new Map(histories.flat()) };
  };

  return async (posted: PostedDigest): Promise<DigestSent> => {
    const { digest: staff, on } = posted;
    const [world, before] = await Promise.all([ports.world(), digests.digest(staff, on)]);
    const { now, calendar, directory } = world;
    if (before?.done !== undefined) return "sent before";
    const today = districtDate(now);
    const reader = directory.staff.find(({ id }) => id === staff);
    if (reader === undefined || on !== today || !isWorkingTime(calendar, now)) {
      if (before?.outboxAt !== undefined) await digests.stopWaiting(staff, on);
      return "overtaken";
    }

    const trouble = await mailTrouble(ports, world);
    if (trouble.unreachable.includes(staff)) return "address refused";
    const isOnDuty = dutyOfficer(directory, { on: today, unreachable: trouble.unreachable }) === staff;
    const toldTrouble = isOnDuty ? trouble : noTrouble;

    const [waiting, supervised] = await Promise.all([
      digests.waiting(staff, endOfWeek(today)),
      posted.supervises ? digests.supervised() : [],
    ]);
    const digest =
      before === undefined
        ? await digests.take(staff, on, waiting.notices, now, leftOut)
        : await takenBefore(posted, before, now);
    const about = new Set([...waiting.cases, ...supervised, ...digest.notices.map(({ caseId }) => caseId)]);
    const { agenda, told } = agendaFor(reader, await gather(about, digest), world);

    const isEmpty = Object.values(agenda).every((rows) => rows.length === 0) && !isTrouble(toldTrouble);
    let listed = agenda;
    if (!isEmpty) {
      const doorOf = await openDoors(tasksOf(mostPressing(agenda, rowsAtMost)), now);
      const { mail, ...written } = digestMail({
        agenda,
        directory,
        lang: languageOf(reader, directory),
        now,
        waiting: digest.waiting,
        trouble: toldTrouble,
        linkOf: ({ link }) => doorOf(link),
      });
      const key = `digest.${staff}.${on}`;
      listed = written.listed;
      const bounced = { bounced: { digest: staff, on }, of: { staff, directory: directoryMark(directory.version) } };
      const refusal = await leave(ports, addressed(mail, { from: ports.from, to: reader.email, key, bounced }));
      if (refusal instanceof AddressRefused) {
        await ports.bounces.note(staff, directory.version, now);
        await passOn(
          ports,
          tasksOf(agenda).map(({ link }) => link),
        );
        return "address refused";
      }
      if (refusal !== undefined) {
        const waiting = waitAgain(key, now, digest);
        await digests.wait(staff, on, waiting);
        await tellOfWaiting(ports, refusal, waiting, now);
        return "waits";
      }
    }
    const came = isEmpty ? "nothingToTell" : "sent";
    await digests.markDone(staff, on, { at: now, came, told: toldWith(listed, digest.notices, told) });
    return came;
  };
};
