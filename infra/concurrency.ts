/** How many sweeps share the shards of the deadlines, each every minute and with a processor of its own. */
export const sweepParts = 4;

/** AWS refuses reservations that leave less than this to all other functions of an account. */
const leftToOthers = 100;

/**
 * How many executions of each part of the clockwork may run at once, kept for it alone: however many requests come to the
 * pages, a deadline rings.
 */
const clockwork = {
  /** One a minute for each part of the shards, which ends within the minute; the fifth is an operator's. */
  Sweep: sweepParts + 1,
  /** The morning's escalations come together; what finds none free is tried again for two minutes. */
  OpenStep: 50,
  /** One for each shard of the stream. */
  Publish: 20,
  Signal: 20,
  /** One every five minutes, of at most four; the other is an operator's. */
  Redrive: 2,
  /** One an hour, and one for the executions that have ended meanwhile; the third is an operator's. */
  Reconcile: 3,
  /** What arrives is looked at within seconds; what finds none free is tried again. */
  TakeFiles: 5,
  /** One an hour; the other is an operator's. */
  Anchor: 2,
  Digest: 2,
} as const;

/** The pages' share in their ceiling, in fortieths. Style and scripts are mostly cached. */
const pages = {
  FilePetition: 8,
  RegisterFor: 1,
  PetitionStatus: 5,
  OwnAffairs: 2,
  AddMaterial: 1,
  OwnFile: 1,
  JointPetition: 1,
  BringFiles: 1,
  StepTask: 6,
  ScreeningTask: 2,
  DeliveryTask: 2,
  BesideTask: 2,
  TogetherTask: 1,
  AfterTask: 1,
  ClockCourse: 1,
  SeeCase: 1,
  Mailbox: 1,
  CheckLetter: 1,
  Assets: 2,
} as const;

/** A call for each mail that bounces late, where SES mails; what finds none free is tried again for hours. */
const hearing = 2;

/** The functions of a stage. */
export type FunctionName = keyof typeof clockwork | keyof typeof pages | "SendMail" | "HearBounces";

/** What of a stage's configuration says how many executions each function gets. */
export type ExecutionsConfig = {
  concurrency: { account: number; pages: number; reserve: boolean };
  mail: { atOnce: number; transport: "ses" | "smtp" };
};

const isPage = (name: FunctionName): name is keyof typeof pages => Object.hasOwn(pages, name);

/** How many executions of a function may run at once: what it is sure of, and its ceiling. */
export const executionsOf = (name: FunctionName, { concurrency, mail }: ExecutionsConfig): number => {
  if (name === "SendMail") return mail.atOnce;
  if (name === "HearBounces") return hearing;
  return isPage(name) ? Math.max(1, Math.floor((concurrency.pages * pages[name]) / 40)) : clockwork[name];
};

/** The ceiling for which the paces of the routes are written down. */
const pagesAsWritten = 200;

/** Requests a second that a route of a stage lets through: with more pages at once, more of them, and 1 at least. */
export const paceOf = (asWritten: number, { concurrency }: ExecutionsConfig): number =>
  Math.max(1, Math.round((asWritten * concurrency.pages) / pagesAsWritten));

/** What a stage asks of its account: the sum of its reservations, and what AWS wants left besides. */
export const executionsNeeded = ({ concurrency, mail }: ExecutionsConfig): number => {
  const mailing = mail.atOnce + (mail.transport === "ses" ? hearing : 0);
  return Object.values(clockwork).reduce((sum, own) => sum + own, mailing + concurrency.pages + leftToOthers);
};
