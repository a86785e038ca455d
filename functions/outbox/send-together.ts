import { digest } from "#access/digest.ts";
import type { Posted, PostedTogether } from "#case/outbox/posted.ts";
import type { CaseReader } from "#case/store/case-reader.ts";
import type { OutboxStore } from "#case/store/outbox-store.ts";
import { minutesLater } from "#clock/period.ts";
import { inBatches } from "#ground/in-batches.ts";
import type { Instant } from "#ground/instant.ts";
import { TryLater } from "#lambda/try-later.ts";
import { AddressRefused, addressed } from "#mail/mail.ts";
import { togetherMail } from "#mail/together-mail.ts";
import { isGivenUp, type LeavingPorts, leave, senderLives, tellOfWaiting } from "./leaving.ts";
import { addressRefused, type TaskLetter, type TaskLetterPorts, type TaskUntold, taskLetters } from "./task-letter.ts";

export type SendTogetherPorts = {
  cases: Pick<CaseReader, "load">;
  outbox: Pick<OutboxStore, "event" | "takeTogether" | "waitTogether" | "markTogether">;
  from: string;
} & TaskLetterPorts &
  LeavingPorts;

/** What became of mails that were posted together: how many were told in how many mails, and of how many nothing was to be told. */
export type SentTogether = { told: number; mails: number; untold: number; waits: number };

/** One of them, with what it tells. */
type Ready = { mail: Posted; letter: TaskLetter };

const nameOf = ({ caseId, seq, position }: Posted): string => `${caseId}.${seq}.${position}`;

/**
 * Writes and sends what has come to one person together as one mail, once; as more where one has no room for all, and none
 * is left out. They are taken first, all or none, and those of one mail are marked together when it has left: a retry
 * finds the same, and its mail has the same Message-ID (fault 23). Of what is over by then nothing is told. A mail that its
 * server does not take stays in the outbox, and is tried again as one.
 * @throws when another sender is at any of them, for the retry that finds out whether that one lived.
 */
export const sendTogether = (ports: SendTogetherPorts) => {
  const { outbox } = ports;
  const letterOf = taskLetters(ports);

  const read = async (mail: Posted): Promise<{ mail: Posted; letter: TaskLetter | TaskUntold }> => {
    const [event, petition] = await Promise.all([outbox.event(mail.caseId, mail.seq), ports.cases.load(mail.caseId)]);
    const message = event?.messages[mail.position];
    if (event === undefined || petition === undefined || message?.kind !== "taskMail") {
      throw new Error(`${mail.caseId} event ${mail.seq} has no email to staff at position ${mail.position}`);
    }
    return { mail, letter: await letterOf(petition, message, event.fact) };
  };

  /** Sends as many of the first as one mail tells of. @returns how many those are, and what became of them. */
  const sendFirst = async ([first, ...others]: [Ready, ...Ready[]], at: Instant) => {
    const { mail: written, holds } = togetherMail([first.letter.asked, ...others.map(({ letter }) => letter.asked)]);
    const held = [first, ...others].slice(0, holds);
    const mails = held.map(({ mail }) => mail);
    const key = `together.${digest(mails.map(nameOf).join(" "))}`;
    const bounced = { bounced: first.mail, of: first.letter.of };
    const refusal = await leave(ports, addressed(written, { from: ports.from, to: first.letter.to, key, bounced }));
    if (refusal === undefined || refusal instanceof AddressRefused) {
      if (refusal !== undefined) {
        await addressRefused(
          ports,
          held.map(({ letter }) => letter),
          at,
        );
      }
      await outbox.markTogether(mails, at, refusal === undefined ? "sent" : "address refused");
      return { held: held.length, waits: false };
    }
    const waiting = await outbox.waitTogether(mails, `together.${first.letter.of.staff}`, at);
    await tellOfWaiting(ports, refusal, waiting, at);
    if (!isGivenUp(waiting, at)) return { held: held.length, waits: true };
    await outbox.markTogether(mails, at, "given up");
    throw new Error(`The email ${key} has waited since ${waiting.waitingSince} and is given up`, { cause: refusal });
  };

  return async ({ together }: PostedTogether): Promise<SentTogether> => {
    const { now: at } = await ports.world();
    const taken = await outbox.takeTogether(together, { at, dead: minutesLater(at, -senderLives) });
    if (taken === "busy") throw new TryLater("Another sender is at one of these emails");
    const found = await inBatches(taken, read);
    const sent: SentTogether = { told: 0, mails: 0, untold: 0, waits: 0 };
    for (const { mail, letter } of found) {
      if (typeof letter !== "string") continue;
      await outbox.markTogether([mail], at, letter);
      sent.untold += 1;
    }
    let open = found.flatMap(({ mail, letter }): Ready[] => (typeof letter === "string" ? [] : [{ mail, letter }]));
    for (let [first, ...others] = open; first !== undefined; [first, ...others] = open) {
      const { held, waits } = await sendFirst([first, ...others], at);
      sent.told += waits ? 0 : held;
      sent.waits += waits ? held : 0;
      sent.mails += waits ? 0 : 1;
      open = open.slice(held);
    }
    return sent;
  };
};
