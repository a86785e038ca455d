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

/** The pages' share in their ceiling, in eightieths. Style and scripts are mostly cached. */
const pages = {
  FilePetition: 13,
  RegisterFor: 2,
  PetitionStatus: 10,
  OwnAffairs: 3,
  OwnDecisions: 2,
  AddMaterial: 2,
  OwnFile: 2,
  JointPetition: 2,
  BringFiles: 2,
  StepTask: 12,
  ScreeningTask: 4,
  DeliveryTask: 4,
  BesideTask: 4,
  TogetherTask: 2,
  AfterTask: 2,
  WatchTask: 1,
  RegisterTask: 1,
  ReviewTask: 1,
  ClockCourse: 2,
  SeeCase: 2,
  Mailbox: 2,
  CheckLetter: 2,
  Assets: 3,
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

/** A share of the ceiling, but one execution at least: with a low ceiling the pages come to more than it. */
const ofShare = (share: number, ceiling: number): number => Math.max(1, Math.floor((ceiling * share) / 80));

const isPage = (name: FunctionName): name is keyof typeof pages => Object.hasOwn(pages, name);

/** How many executions of a function may run at once: what it is sure of, and its ceiling. */
export const executionsOf = (name: FunctionName, { concurrency, mail }: ExecutionsConfig): number => {
  if (name === "SendMail") return mail.atOnce;
  if (name === "HearBounces") return hearing;
  return isPage(name) ? ofShare(pages[name], concurrency.pages) : clockwork[name];
};

/** The ceiling for which the paces of the routes are written down. */
const pagesAsWritten = 200;

/** Requests a second that a route of a stage lets through: with more pages at once, more of them, and 1 at least. */
export const paceOf = (asWritten: number, { concurrency }: ExecutionsConfig): number =>
  Math.max(1, Math.round((asWritten * concurrency.pages) / pagesAsWritten));

/** What a stage asks of its account: the sum of its reservations, and what AWS wants left besides. */
export const executionsNeeded = ({ concurrency, mail }: ExecutionsConfig): number => {
  const mailing = mail.atOnce + (mail.transport === "ses" ? hearing : 0);
  const ofPages = Object.values(pages).map((share) => ofShare(share, concurrency.pages));
  return [...Object.values(clockwork), ...ofPages].reduce((sum, own) => sum + own, mailing + leftToOthers);
};
