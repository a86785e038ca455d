import { type Case, hasEnded } from "./case.ts";
import { type CaseEvent, type Fact, letterIn, traits } from "./event.ts";
import { acceptanceEvolutions } from "./evolve/acceptance.ts";
import { agentEvolutions } from "./evolve/agent.ts";
import { answerEvolutions } from "./evolve/answer.ts";
import { assistanceEvolutions } from "./evolve/assistance.ts";
import { attachmentEvolutions } from "./evolve/attachments.ts";
import { climbEvolutions } from "./evolve/climb.ts";
import { codeEvolutions } from "./evolve/code.ts";
import { communityEvolutions } from "./evolve/community.ts";
import { contactEvolutions } from "./evolve/contact.ts";
import { correctionEvolutions } from "./evolve/correction.ts";
import { deliveryEvolutions } from "./evolve/delivery.ts";
import type { EventOf, Evolutions } from "./evolve/evolution.ts";
import { extensionEvolutions } from "./evolve/extension.ts";
import { fileEvolutions } from "./evolve/files.ts";
import { followUpEvolutions } from "./evolve/follow-up.ts";
import { guidanceEvolutions } from "./evolve/guidance.ts";
import { hearingEvolutions } from "./evolve/hearing.ts";
import { jointEvolutions } from "./evolve/joint.ts";
import { leadEvolutions } from "./evolve/lead.ts";
import { mailboxEvolutions } from "./evolve/mailbox.ts";
import { materialEvolutions } from "./evolve/material.ts";
import { meetingEvolutions } from "./evolve/meeting.ts";
import { mergingEvolutions } from "./evolve/merging.ts";
import { newLinkEvolutions } from "./evolve/new-link.ts";
import { objectionEvolutions } from "./evolve/objection.ts";
import { otherWayEvolutions } from "./evolve/other-way.ts";
import { pressureEvolutions } from "./evolve/pressure.ts";
import { progressEvolutions } from "./evolve/progress.ts";
import { promiseEvolutions } from "./evolve/promise.ts";
import { ratingEvolutions } from "./evolve/rating.ts";
import { reconsiderationEvolutions } from "./evolve/reconsideration.ts";
import { recusalEvolutions } from "./evolve/recusal.ts";
import { registrationEvolutions } from "./evolve/registration.ts";
import { reminderEvolutions } from "./evolve/reminder.ts";
import { reviewEvolutions } from "./evolve/review.ts";
import { settlementEvolutions } from "./evolve/settlement.ts";
import { simpleEvolutions } from "./evolve/simple.ts";
import { stepEvolutions } from "./evolve/step.ts";
import { supervisionEvolutions } from "./evolve/supervision.ts";
import { transferEvolutions } from "./evolve/transfer.ts";
import { upkeepEvolutions } from "./evolve/upkeep.ts";
import { urgencyEvolutions } from "./evolve/urgency.ts";
import { urgencyRequestEvolutions } from "./evolve/urgency-request.ts";
import { withdrawalEvolutions } from "./evolve/withdrawal.ts";
import { handsAfter } from "./hands.ts";
import { leadAfter } from "./lead.ts";
import { standingNews } from "./message.ts";
import { isOneMoment } from "./one-moment.ts";
import { runningAfter } from "./running.ts";

const evolutions: Evolutions = {
  ...registrationEvolutions,
  ...acceptanceEvolutions,
  ...reconsiderationEvolutions,
  ...communityEvolutions,
  ...guidanceEvolutions,
  ...transferEvolutions,
  ...stepEvolutions,
  ...recusalEvolutions,
  ...urgencyRequestEvolutions,
  ...hearingEvolutions,
  ...progressEvolutions,
  ...settlementEvolutions,
  ...promiseEvolutions,
  ...simpleEvolutions,
  ...urgencyEvolutions,
  ...answerEvolutions,
  ...deliveryEvolutions,
  ...correctionEvolutions,
  ...ratingEvolutions,
  ...followUpEvolutions,
  ...reviewEvolutions,
  ...withdrawalEvolutions,
  ...pressureEvolutions,
  ...supervisionEvolutions,
  ...climbEvolutions,
  ...leadEvolutions,
  ...extensionEvolutions,
  ...objectionEvolutions,
  ...otherWayEvolutions,
  ...assistanceEvolutions,
  ...meetingEvolutions,
  ...materialEvolutions,
  ...fileEvolutions,
  ...attachmentEvolutions,
  ...reminderEvolutions,
  ...newLinkEvolutions,
  ...codeEvolutions,
  ...mailboxEvolutions,
  ...contactEvolutions,
  ...agentEvolutions,
  ...jointEvolutions,
  ...mergingEvolutions,
  ...upkeepEvolutions,
};

/** Picks the row of a fact's type; a union type would lose the tie between row and fact. */
const applied = <T extends Fact["type"]>(
  rows: Evolutions,
  type: T,
  before: Case | undefined,
  event: EventOf<T>,
): Case => rows[type](before, event);

/** What the petitioner decided with an event, and on what they saw. */
const decidedBy = ({ by, fact }: CaseEvent): Case["decided"] =>
  by.kind === "petitioner" && by.saw !== undefined ? { fact: fact.type, saw: by.saw } : undefined;

/** Which turns a clock, or the workflow after it, has mailed, with those of just before. */
const mailedBy = ({ by, at, messages }: CaseEvent, before: Case["mailed"] = []): Case["mailed"] => {
  if (by.kind !== "clock" && by.kind !== "workflow") return undefined;
  const mails = messages.filter((message) => message.kind === "taskMail");
  if (mails.length === 0) return undefined;
  const now = mails.map(({ to, stepNo, assignment }) => ({ to, stepNo, assignment, at }));
  return [...before.filter((one) => isOneMoment(one.at, at)), ...now];
};

/** When a clock has told the petitioner where the case stands. */
const newsBy = ({ by, at, messages }: CaseEvent): Case["newsAt"] =>
  by.kind === "clock" && messages.some((one) => one.kind === "newsMail" && standingNews.includes(one.news))
    ? at
    : undefined;

/** How many letters of each kind there are by now. */
const lettersBy = ({ fact }: CaseEvent, before: Case["letters"]): Case["letters"] => {
  const kind = letterIn(fact)?.kind;
  return kind === undefined ? before : { ...before, [kind]: (before?.[kind] ?? 0) + 1 };
};

/** 代理终止: nobody acts for a petitioner whose case has ended. How many have is still known, so that no number comes again. */
const agentsAfter = (c: Case): Case["agents"] =>
  c.agents !== undefined && hasEnded(c) ? { ...c.agents, now: [] } : c.agents;

/** The numbers of the turns that a fact gives: a meeting gives several at once. */
const turnsGiven = (fact: Fact): number[] => {
  if ("entrusted" in fact) return (fact.entrusted ?? []).map(({ assignment }) => assignment);
  if (fact.type === "promiseBroken" && fact.overseer !== undefined) return [fact.assignment, fact.overseer.assignment];
  if (fact.type === "supervisionNoticed") return fact.to.map(({ assignment }) => assignment);
  if ("assignment" in fact) return fact.assignment === undefined ? [] : [fact.assignment];
  if (fact.type === "convened") return fact.invited.map(({ assignment }) => assignment);
  return fact.type === "met" ? fact.decisions.map(({ assignment }) => assignment) : [];
};

/** The highest number of a turn at the newest step, so that no two of it have one. */
const turnsBy = ({ fact }: CaseEvent, before: Case | undefined, { stepNo }: Case): Case["turns"] => {
  const had = before?.stepNo === stepNo ? before.turns : undefined;
  const highest = Math.max(0, ...turnsGiven(fact));
  return highest > (had ?? 1) ? highest : had;
};

/**
 * The state after one more event. Pure, and total over every event that `decide` can give:
 * any prefix of a history replays to the state that the record had then. Its number, its hash, its moment, the clocks that
 * run, its letters, its agents and turns, what the petitioner is told, what they decided last, whom a clock has mailed and when it
 * told the petitioner, and who of the office had a part, are kept here, for every event alike.
 * @throws BrokenHistory when the event does not fit the state.
 */
export const evolve = (before: Case | undefined, event: CaseEvent): Case => {
  const decided = decidedBy(event) ?? before?.decided;
  const mailed = mailedBy(event, before?.mailed) ?? before?.mailed;
  const newsAt = newsBy(event) ?? before?.newsAt;
  const letters = lettersBy(event, before?.letters);
  const after = applied(evolutions, event.fact.type, before, event);
  const agents = agentsAfter(after);
  const turns = turnsBy(event, before, after);
  const { hands, owners } = handsAfter(before, after, event);
  return {
    ...after,
    ...leadAfter(after),
    version: event.seq,
    head: event.hash,
    changedAt: event.at,
    running: runningAfter(before?.running ?? [], event.clocks),
    told: before !== undefined && traits[event.fact.type].told === "office" ? before.told : event.seq,
    ...(decided !== undefined && { decided }),
    ...(mailed !== undefined && { mailed }),
    ...(newsAt !== undefined && { newsAt }),
    ...(letters !== undefined && { letters }),
    ...(agents !== undefined && { agents }),
    ...(turns !== undefined && { turns }),
    ...(hands !== undefined && { hands }),
    ...(owners !== undefined && { owners }),
  };
};
