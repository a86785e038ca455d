import { directoryMark } from "#access/directory-mark.ts";
import type { Posted } from "#case/outbox/posted.ts";
import { type Case, isOpen } from "#case/state/case.ts";
import { firstDue } from "#case/state/due.ts";
import type { Fact } from "#case/state/event.ts";
import type { DutyMail, TaskMail } from "#case/state/message.ts";
import { onDutyFor } from "#case/state/route-for.ts";
import { inTransit } from "#case/state/standing.ts";
import type { CaseReader } from "#case/store/case-reader.ts";
import type { OutboxStore } from "#case/store/outbox-store.ts";
import { minutesLater } from "#clock/period.ts";
import { languageOf } from "#directory/language.ts";
import { isComplainedAbout } from "#directory/recusal.ts";
import { registerOf } from "#ground/ids.ts";
import type { Instant } from "#ground/instant.ts";
import { TryLater } from "#lambda/try-later.ts";
import { dutyMail } from "#mail/duty-mail.ts";
import { AddressRefused, addressed } from "#mail/mail.ts";
import { taskMail } from "#mail/task-mail.ts";
import { chainText } from "#words/chain-stations.ts";
import { type EntryLetterPorts, entryLetters } from "./entry-letter.ts";
import {
  type BouncePorts,
  haveItDelivered,
  isGivenUp,
  type LeavingPorts,
  leave,
  senderLives,
  type ToSend,
  tellOfWaiting,
} from "./leaving.ts";
import { type NewsPorts, type NotMailed, newsMails } from "./news.ts";
import { addressRefused, type TaskLetterPorts, taskLetters } from "./task-letter.ts";

export type SendMailPorts = {
  cases: CaseReader;
  outbox: Pick<OutboxStore, "event" | "leaving" | "takeMail" | "waitMail" | "markMail">;
  from: string;
} & NewsPorts &
  TaskLetterPorts &
  EntryLetterPorts &
  LeavingPorts &
  BouncePorts;

/**
 * What became of a mail; all but `sent before` is kept with the case. `waits`: its server does not take it now, and it is
 * tried again. `nobody there`: the directory has lost whoever was asked. `address refused`: for good, now or before.
 */
export type Sent = NotMailed | "sent before" | "waits" | "nobody there";

/** What becomes of a mail that tells a petitioner nothing: their answer has to be brought to them. */
const tellsNobody: ReadonlySet<Sent> = new Set<Sent>(["no address", "address refused", "not confirmed", "disowned"]);

/** Who has a case that somebody has to see to; between two steps, who answers for it. Nobody once it is answered or over. */
const holderOf = (c: Case) => {
  if (isOpen(c)) return { unit: c.ownersUnit, staff: c.owner };
  return inTransit(c) ? c.responsible : undefined;
};

/** With the event's hash: of two events that have had a number, before and after a restore, each has mails of its own. */
const keyOf = ({ caseId, seq, position }: Posted, { hash }: { hash: string }): string =>
  `${caseId}.${seq}.${position}.${hash.slice(0, 16)}`;

/**
 * Writes and sends a mail that an event called for, once. It is taken first, so that two copies of the message make one
 * mail. At least once when the machine dies between the sending and its mark (fault 23); then both copies have the same
 * Message-ID. Nothing is sent about what is over. A mail that its server does not take stays in the outbox, however long
 * the server is away, and leaves with its return (fault 25).
 * @throws when another sender is at it, for the retry that finds out whether that one lived.
 */
export const sendMail = (ports: SendMailPorts) => {
  const letterOf = taskLetters(ports);
  const news = newsMails(ports);
  const entryLetter = entryLetters(ports);

  const task = async (petition: Case, message: TaskMail, fact: Fact): Promise<ToSend | Sent> => {
    const letter = await letterOf(petition, message, fact);
    if (typeof letter === "string") return letter;
    const { asked, to, of } = letter;
    const [world, { events }] = await Promise.all([ports.world(), ports.cases.history(petition.id)]);
    const written = taskMail({ ...asked, chain: chainText(petition, events, world, asked.lang) });
    return { to, of, written, refused: (at) => addressRefused(ports, [letter], at) };
  };

  /**
   * To whoever was on duty when the case came, or, where they have left, are complained about by now or get no mail, to
   * whoever is on duty at this moment; to nobody who has the case, as they have a mail of their own.
   */
  const duty = async (petition: Case, { to: asked, urged }: DutyMail): Promise<ToSend | Sent> => {
    const world = await ports.world();
    const { directory, now } = world;
    const unreachable = await ports.bounces.unreachable(directory.version);
    const found = directory.staff.find(({ id }) => id === asked);
    const stays =
      found !== undefined && !unreachable.includes(asked) && !isComplainedAbout(directory, petition.about, found);
    const to = stays ? asked : onDutyFor(petition, world, unreachable);
    const staff = directory.staff.find(({ id }) => id === to);
    const [holder, due] = [holderOf(petition), firstDue(petition)];
    if (staff === undefined) return "nobody there";
    if (holder === undefined || due === undefined || holder.staff === staff.id) return "overtaken";
    if (unreachable.includes(staff.id)) return "address refused";
    const lang = languageOf(staff, directory);
    const written = dutyMail({ petition, holder, due, directory, lang, now, isUrged: urged === true });
    const refused = (at: Instant): Promise<void> => ports.bounces.note(staff.id, directory.version, at);
    return { to: staff.email, of: { staff: staff.id, directory: directoryMark(directory.version) }, written, refused };
  };

  /** What a mail about a case says, or why it does not leave; and what it is to its case. */
  const aboutCase = async ({ caseId, seq, position }: Posted) => {
    const [event, petition] = await Promise.all([ports.outbox.event(caseId, seq), ports.cases.load(caseId)]);
    const message = event?.messages[position];
    if (
      event === undefined ||
      petition === undefined ||
      (message?.kind !== "taskMail" && message?.kind !== "newsMail" && message?.kind !== "dutyMail")
    ) {
      throw new Error(`${caseId} event ${seq} has no email at position ${position}`);
    }
    const key = keyOf({ caseId, seq, position }, event);
    const written = (): Promise<ToSend | Sent> => {
      switch (message.kind) {
        case "taskMail":
          return task(petition, message, event.fact);
        case "newsMail":
          return news(petition, message.news, event.fact, key);
        case "dutyMail":
          return duty(petition, message);
      }
    };
    const isAnswer = message.kind === "newsMail" && message.news === "answered";
    return {
      letter: await written(),
      key,
      isDuty: message.kind === "dutyMail",
      ...(isAnswer && { answered: petition }),
    };
  };

  /** The same about an entry of a register. */
  const aboutEntry = async ({ caseId: entry, seq, position }: Posted): ReturnType<typeof aboutCase> => {
    const event = await ports.outbox.leaving(entry, seq);
    const message = event?.messages[position];
    if (event === undefined || message?.kind !== "entryMail") {
      throw new Error(`${entry} event ${seq} has no email at position ${position}`);
    }
    return {
      letter: await entryLetter(entry, message),
      key: keyOf({ caseId: entry, seq, position }, event),
      isDuty: false,
    };
  };

  return async (posted: Posted): Promise<Sent> => {
    const { caseId, seq, position } = posted;
    const { now: at } = await ports.world();
    const taken = await ports.outbox.takeMail(caseId, seq, position, { at, dead: minutesLater(at, -senderLives) });
    if (taken === "done") return "sent before";
    if (taken === "busy") throw new TryLater("Another sender is at this email");
    const { letter, key, isDuty, answered } = await (registerOf(caseId) === undefined ? aboutCase : aboutEntry)(posted);
    const mark = async (done: string): Promise<void> =>
      ports.outbox.markMail(caseId, seq, position, (await ports.world()).now, done);
    if (typeof letter === "string") {
      if (answered && tellsNobody.has(letter)) await haveItDelivered(ports, answered);
      await mark(letter);
      return letter;
    }
    const bounced = {
      bounced: { caseId, seq, position },
      ...(letter.of && { of: letter.of }),
      ...(letter.address && { address: letter.address }),
    };
    const refusal = await leave(ports, addressed(letter.written, { from: ports.from, to: letter.to, key, bounced }));
    if (refusal instanceof AddressRefused && isDuty) {
      await letter.refused(at);
      // Tried again in a few minutes, it goes to whoever is next on duty: a danger is not told to nobody.
      await ports.outbox.waitMail(caseId, seq, position, at);
      return "waits";
    }
    if (refusal === undefined || refusal instanceof AddressRefused) {
      await (refusal === undefined ? letter.left?.(at) : letter.refused(at));
      if (refusal !== undefined && answered) await haveItDelivered(ports, answered);
      const done = refusal === undefined ? "sent" : "address refused";
      await mark(done);
      return done;
    }
    await letter.waits?.(at);
    const waiting = await ports.outbox.waitMail(caseId, seq, position, at);
    await tellOfWaiting(ports, refusal, waiting, at);
    if (!isGivenUp(waiting, at)) return "waits";
    await mark("given up");
    throw new Error(`The email ${key} has waited since ${waiting.waitingSince} and is given up`, { cause: refusal });
  };
};
