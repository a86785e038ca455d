import type { LinkFor } from "#access/link.ts";
import type { AtStep } from "#case/state/attaching.ts";
import type { Case } from "#case/state/case.ts";
import type { CodePapers, CodeReason } from "#case/state/facts/code.ts";
import type { LeadChange, LeadGround, PullUpGround } from "#case/state/facts/lead.ts";
import type { NotSimple } from "#case/state/facts/simple.ts";
import type { SupervisionGround } from "#case/state/facts/supervision.ts";
import type { CalmGround, UrgentGround } from "#case/state/facts/urgency.ts";
import type { SignedPaper, WordGiven } from "#case/state/facts/withdrawal.ts";
import type { Turn } from "#case/state/turn.ts";
import type { ClockName } from "#clock/clock.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import type { CaseId, StaffId } from "#ground/ids.ts";
import type { Station } from "#ground/levels.ts";
import type { CameFile } from "./came-file.ts";
import type { Carried } from "./carried.ts";
import type { EnteredBy } from "./files.ts";
import type { Merging } from "./merging.ts";
import type { LeadTaken } from "./new-lead.ts";
import type { DecidesOn, PetitionerCommand } from "./petitioner-acts.ts";
import type { RecusalToldToBureau } from "./recusal-request.ts";
import type { StaffCommand } from "./staff-acts.ts";

/** Everything that can be asked of a case after it was filed. Staff, petitioner, clock and workflow use the same door. */
export type Command =
  /** `stepNo` and `assignment` are those of the link that the person used. */
  | { type: "staff"; by: StaffId; stepNo: number; assignment: number; act: StaffCommand }
  /** Whoever holds a link, and has shown nothing else, asks that a new one be mailed to whose turn it is. */
  | { type: "renewLink"; link: LinkFor }
  /** Staff of the bureau, who have checked the papers of whoever asks at a window, give them a new query code. */
  | { type: "renewCode"; by: StaffId; why: CodeReason; papers: CodePapers }
  /** Staff of the bureau find that a case is not the same as the one that it was merged with. */
  | { type: "unmerge"; by: StaffId }
  /** Staff of the bureau find that a case is the same as another, as that stands; and the other one takes it. */
  | ({ type: "mergeInto"; lead: Case } & Merging)
  | ({ type: "takeMember"; member: Case } & Merging)
  /** One that led others is withdrawn: one of them, as it stands, leads; that one takes the lead from it; and the others follow. */
  | { type: "passLead"; to: Case }
  | { type: "takeLead"; from: Case }
  | ({ type: "followLead"; lead: Case } & LeadTaken)
  | ({ type: "takeFollower"; member: Case } & LeadTaken)
  /** Something has happened to a case that this one is merged with. */
  | { type: "carry"; from: CaseId; carried: Carried }
  /** Staff of the bureau know that a case is none for the simple way. */
  | { type: "turnOrdinary"; by: StaffId; why: NotSimple }
  /** Staff of the bureau record that a petitioner has asked, without the pages, that somebody have no part in the case. */
  | ({ type: "askRecusalFor"; by: StaffId } & RecusalToldToBureau)
  /** Staff of the bureau, or whoever heads the unit that has the case, say that it is urgent, or no longer is. */
  | { type: "markUrgent"; by: StaffId; why: UrgentGround }
  | { type: "unmarkUrgent"; by: StaffId; why: CalmGround }
  /** Staff of the bureau are to call units together on a case that one of them handles. */
  | { type: "beginConvening"; by: StaffId }
  /** Staff of the bureau are to supervise whoever has missed a day. */
  | { type: "beginSupervision"; by: StaffId; ground?: SupervisionGround | undefined }
  /** The head of the bureau, or a leader, names the leader in charge of a case, or another one in their place; or pulls it up. */
  | { type: "nameLeader"; by: StaffId; leader: StaffId; why: LeadGround; instead?: LeadChange | undefined }
  | { type: "pullUp"; by: StaffId; to: "department" | "leader"; why: PullUpGround }
  /** Staff of the bureau record a withdrawal that came on signed paper; they say, as the petitioner told them, that it goes on. */
  | { type: "withdrawOnPaper"; by: StaffId; paper: SignedPaper }
  | { type: "undoForPetitioner"; by: StaffId; word: WordGiven }
  /** The petitioner, with the query code, or one of their agents, with a code of their own. */
  | ({ type: "petitioner"; act: PetitionerCommand } & DecidesOn)
  /** Somebody joins the petition, with the code of an opening; and leaves it again, with a code of their own. */
  | { type: "join"; opening: number }
  | { type: "leave"; signatory: number }
  /** They are ready to be one of its contacts, or are so no more; or would take it over. */
  | { type: "stand"; signatory: number; ready: boolean; takesOver?: boolean | undefined }
  /** The petitioner, with the query code, asks that the mail be sent again that asks whether the address is theirs. */
  | { type: "askMailboxAgain" }
  /**
   * What the petitioner was given a form for, an agent of theirs, or whoever has registered it for them, has arrived and was
   * looked at; or what a unit attaches to its answer, in a turn of its own.
   */
  | { type: "fileCame"; file: CameFile; agent: number | undefined; entered?: EnteredBy | undefined; turn?: AtStep }
  /** The workflow has reached a station and waits there. */
  | { type: "openStation"; epoch: number; station: Station }
  | { type: "ring"; clock: ClockName }
  /** No mail reaches whoever has a turn. `unreachable`: all whom none reaches, so that it does not pass to one of them. */
  | { type: "passOn"; turn: Turn; unreachable: readonly StaffId[] }
  /** No mail tells the petitioner that the answer of a delivery is there: they left no address that takes one. */
  | { type: "answerNotMailed"; stepNo: number }
  /** Another directory is in force: whoever has a turn and may not keep it by that hands it over. */
  | { type: "handOver" }
  /** An operator puts a clock back that had failed too often. */
  | { type: "releaseClock"; clock: ClockName; by: string }
  /** The calendar has changed: the clocks of the case are counted by the one of now. */
  | { type: "recount"; reason: Bilingual }
  /**
   * The execution of `epoch` is gone; a new one takes over from where the record stands. `lost` is the clock that watched
   * the case on its way, when that has no row any more.
   */
  | { type: "replaceExecution"; epoch: number; lost?: ClockName };

export type CommandType = Command["type"];
/** The commands of some types. */
export type CommandOf<T extends CommandType> = { [N in T]: Extract<Command, { type: N }> & { type: N } }[T];
