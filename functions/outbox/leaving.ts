import type { Bounced, NotMailedAnswer, Unreached } from "#case/outbox/posted.ts";
import type { Case } from "#case/state/case.ts";
import type { Turn } from "#case/state/turn.ts";
import { patienceDays, type Waiting } from "#case/state/waiting.ts";
import type { BounceStore } from "#case/store/bounce-store.ts";
import type { OutboxStore } from "#case/store/outbox-store.ts";
import { minutesLater } from "#clock/period.ts";
import type { CaseId } from "#ground/ids.ts";
import type { Instant } from "#ground/instant.ts";
import { AddressRefused, type Mail, MailNotNow, type MailPort, type MailText } from "#mail/mail.ts";

/**
 * Minutes after which whoever began to send a mail is surely dead: a function ends within one, and the clocks of two
 * machines may be five minutes apart (fault 28).
 */
export const senderLives = 7;

/** A mail that is written, and what is to be noted when it has left, cannot leave now, or is refused for good. */
export type ToSend = {
  to: string;
  /** Whose address it is, of a member of staff. */
  of?: Bounced["of"];
  /** Which of the addresses it is that a petitioner has left. */
  address?: Bounced["address"];
  written: MailText;
  refused: (at: Instant) => Promise<void>;
  left?: (at: Instant) => Promise<void>;
  waits?: (at: Instant) => Promise<void>;
};

/** Tries after which a mail that alone does not leave, while others do, is worth an alarm: greylisting takes one or two. */
const quietTries = 3;

export type LeavingPorts = {
  mail: MailPort;
  outages: Pick<OutboxStore, "noteOutage" | "outages">;
  /** Counts a try in vain, for the alarm that tells of an outage. */
  tryInVain: () => void;
};

/** Hands a mail to the transport. @returns why it cannot leave now, or ever; nothing when it has left. */
export const leave = (
  { mail }: Pick<LeavingPorts, "mail">,
  letter: Mail,
): Promise<MailNotNow | AddressRefused | undefined> =>
  mail.send(letter).then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof MailNotNow || error instanceof AddressRefused) return error;
      throw error;
    },
  );

/** Makes known that a mail waits: at once when no other would leave either, else when it has waited for a while. */
export const tellOfWaiting = async (
  { outages, tryInVain }: Pick<LeavingPorts, "outages" | "tryInVain">,
  { isOutage }: MailNotNow,
  { tries }: Waiting,
  at: Instant,
): Promise<void> => {
  if (isOutage) await outages.noteOutage(at, tries === 1);
  if (isOutage || tries > quietTries) tryInVain();
};

/** Whether a mail has waited for so long that somebody has to look at it. */
export const isGivenUp = ({ waitingSince }: Waiting, at: Instant): boolean =>
  minutesLater(waitingSince, patienceDays * 24 * 60) <= at;

export type BouncePorts = {
  bounces: Pick<BounceStore, "note" | "unreachable">;
  signals: { post: (signals: (Unreached | NotMailedAnswer)[]) => Promise<void> };
};

/** Has the turns of a person whom no mail reaches pass to somebody else. */
export const passOn = (
  { signals }: Pick<BouncePorts, "signals">,
  turns: readonly ({ caseId: CaseId } & Turn)[],
): Promise<void> =>
  signals.post(
    turns.map(({ caseId, staff, stepNo, assignment }) => ({ caseId, unreached: staff, stepNo, assignment })),
  );

/** Has the answer of a case delivered by hand or post: no mail tells its petitioner that it is there. */
export const haveItDelivered = async ({ signals }: Pick<BouncePorts, "signals">, c: Case): Promise<void> => {
  if (c.status === "delivering") await signals.post([{ caseId: c.id, answerNotMailed: c.stepNo }]);
};
