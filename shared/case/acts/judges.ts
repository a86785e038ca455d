import type { Case } from "#case/state/case.ts";
import { type Decision, refuse } from "#case/state/decision.ts";
import type { World } from "#case/state/world.ts";
import { openStation, replaceExecution } from "./arrival.ts";
import { answerNotMailed } from "./ask-to-deliver.ts";
import { beginSupervision } from "./begin-supervision.ts";
import { carried } from "./carried.ts";
import { renewCode } from "./code.ts";
import type { CommandOf, CommandType } from "./command.ts";
import { beginConvening } from "./convening.ts";
import { fileCame } from "./files.ts";
import { withFollowUp } from "./follow-up-watch.ts";
import type { GivenActs } from "./given-acts.ts";
import type { GivenToPetitioner } from "./given-to-petitioner.ts";
import { handOver } from "./hand-over.ts";
import { withWhatLapses } from "./lapse.ts";
import { askMailboxAgain } from "./mailbox.ts";
import { mergeInto, takeMember, unmerge } from "./merging.ts";
import { nameLeader, pullUp } from "./naming-leader.ts";
import { followLead, passLead, takeFollower, takeLead } from "./new-lead.ts";
import { renewLink } from "./new-link.ts";
import { oneMailAMoment } from "./one-mail-a-moment.ts";
import { undoForPetitioner, withdrawOnPaper } from "./paper-withdrawal.ts";
import { passOn } from "./pass-on.ts";
import { recount } from "./recount.ts";
import { askRecusalFor } from "./recusal-request.ts";
import { releaseClock } from "./release-clock.ts";
import { ring } from "./ring.ts";
import { join, leave, stand } from "./signatory.ts";
import { turnOrdinary } from "./simple.ts";
import { markUrgent, unmarkUrgent } from "./urgency.ts";
import { waitingForMorning } from "./waiting-for-morning.ts";

/** How each of some commands is judged. A door hands in those that it may give, and its bundle carries no others. */
export type Judges<T extends CommandType> = {
  readonly [N in T]: (c: Case, command: CommandOf<N>, world: World) => Decision;
};

/** Whoever holds a link to a task, by the acts that its door gives. */
export const staffJudges = ({ decideStaff }: Pick<GivenActs, "decideStaff">): Judges<"staff" | "renewLink"> => ({
  staff: decideStaff,
  renewLink: (c, { link }, world) => renewLink(c, link, world),
});

/** Whoever has the query code, by the acts that its door gives. */
export const petitionerJudges = ({
  decidePetitioner,
}: Pick<GivenToPetitioner, "decidePetitioner">): Judges<"petitioner" | "askMailboxAgain"> => ({
  petitioner: (c, { act, saw, agent }, world) => decidePetitioner(c, act, { saw, agent }, world),
  askMailboxAgain,
});

/** Whoever joins a petition, or has joined it. */
export const signatoryJudges = {
  join,
  leave,
  stand,
} satisfies Judges<"join" | "leave" | "stand">;

/** What looks at photos and PDFs as they arrive. */
export const fileJudges = { fileCame } satisfies Judges<"fileCame">;

/** A clock whose moment has come. */
export const clockJudges = {
  ring: (c, { clock }, world) => oneMailAMoment(c, ring(c, clock, world), world),
} satisfies Judges<"ring">;

/** The workflow, at a station. */
export const stationJudges = { openStation } satisfies Judges<"openStation">;

/** What looks after executions, and after people and petitioners whom no mail reaches. */
export const followingJudges = {
  replaceExecution: (c, { epoch, lost }, world) =>
    c.epoch === epoch ? replaceExecution(c, "executionGone", world, lost) : refuse("executionSuperseded"),
  passOn: (c, { turn, unreachable }, world) => passOn(c, turn, unreachable, world),
  answerNotMailed: (c, { stepNo }, world) => answerNotMailed(c, stepNo, world),
} satisfies Judges<"replaceExecution" | "passOn" | "answerNotMailed">;

/** What follows a case to those that it is merged with. */
export const mergedJudges = { carry: carried } satisfies Judges<"carry">;

/** Two petitions become one matter. */
export const mergingJudges = { mergeInto, takeMember } satisfies Judges<"mergeInto" | "takeMember">;

/** One of those that were handled together leads the others. */
export const newLeadJudges = {
  passLead,
  takeLead,
  followLead,
  takeFollower,
} satisfies Judges<"passLead" | "takeLead" | "followLead" | "takeFollower">;

/** Operators, and the bureau's window. */
export const upkeepJudges = {
  renewCode,
  turnOrdinary,
  askRecusalFor,
  markUrgent,
  unmarkUrgent,
  beginConvening,
  beginSupervision,
  nameLeader,
  pullUp,
  withdrawOnPaper,
  undoForPetitioner,
  unmerge,
  handOver: (c, _, world) => handOver(c, world),
  releaseClock: (c, { clock, by }, world) => releaseClock(c, clock, by, world),
  recount,
} satisfies Judges<
  | "renewCode"
  | "turnOrdinary"
  | "askRecusalFor"
  | "markUrgent"
  | "unmarkUrgent"
  | "beginConvening"
  | "beginSupervision"
  | "nameLeader"
  | "pullUp"
  | "withdrawOnPaper"
  | "undoForPetitioner"
  | "unmerge"
  | "handOver"
  | "releaseClock"
  | "recount"
>;

/**
 * Judges a command to a case: the one way for staff, petitioner, clock and workflow.
 * Pure: the same case, command and world give the same decision. Returns the events to store, or why not.
 */
export const decideBy =
  <T extends CommandType>(judges: Judges<T>) =>
  (c: Case, command: CommandOf<T>, world: World): Decision =>
    waitingForMorning(c, withFollowUp(c, withWhatLapses(c, judges[command.type](c, command, world)), world), world);
