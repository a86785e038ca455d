import type { StaffCommand } from "#case/acts/staff-acts.ts";
import {
  besideActs,
  callerActs,
  confidantActs,
  leadActs,
  type Move,
  promiserActs,
  reviewerActs,
  staffActs,
  supervisedActs,
  supervisorActs,
} from "../unit/case/any-history.ts";
import type { Chances } from "./random.ts";

/** The first of the acts of a name that staff may try. */
const act = (name: StaffCommand["command"]): Move => {
  const every = [
    ...staffActs,
    ...besideActs,
    ...confidantActs,
    ...promiserActs,
    ...leadActs,
    ...callerActs,
    ...supervisorActs,
    ...supervisedActs,
    ...reviewerActs,
  ];
  const found = every.find(({ command }) => command === name);
  if (found === undefined) throw new Error(`Nobody tries ${name}`);
  return found;
};

/** A call after the end, and what the petitioner says. */
const calls = (came: "done" | "notDone" | "partly"): Move => {
  const found = callerActs.find((one) => one.command === "recordCall" && one.callCame === came);
  if (found === undefined) throw new Error(`Nobody records ${came}`);
  return found;
};

const heard: readonly Move[] = [act("accept"), act("recordContact")];
const agreed: readonly Move[] = [act("accept"), { move: "promise" }, { move: "agree" }];
const convening: readonly Move[] = [act("accept"), { move: "beginConvening" }, { move: "conveneForBureau" }];
const convened: readonly Move[] = [act("accept"), act("reportUpward"), { move: "convene" }];
const answered: readonly Move[] = [...heard, act("reply")];
const promised: readonly Move[] = [...heard, { move: "promiseInLetter" }, { move: "openAnswer" }];

const led: readonly Move[] = [...heard, { move: "nameLeader" }];
// The last that is granted comes first: they meet once, and instruct until they may report.
const planned: readonly Move[] = [...led, { move: "instruct" }, { move: "recordFirstMet" }, act("reportLead")];
const entrusted: readonly Move[] = [...heard, { move: "promisesInLetter" }, { move: "openAnswer" }];

const reviewed: readonly Move[] = [...answered, { move: "openAnswer" }, { move: "askReview" }];

/**
 * Where a life may be bound for: what is done on the way, each where it is granted, and the last that is granted first.
 * What chance alone meets once in some thousands of lives has its way here.
 */
const ways: readonly [readonly Move[], ...(readonly Move[])[]] = [
  [...agreed, { move: "takeBack" }],
  [...agreed, { move: "confirm" }],
  [...agreed, { move: "confirm" }, { move: "rateAnew" }],
  [...agreed, { move: "confirm" }, { move: "reopen" }],
  [...agreed, { move: "confirm" }, calls("done")],
  [...agreed, { move: "confirm" }, calls("notDone")],
  [...agreed, { move: "confirm" }, calls("notDone"), act("accept"), act("recordContact"), act("reply")],
  [...agreed, { move: "confirm" }, act("recordCallTry")],
  [...agreed, { move: "deny" }],
  [...agreed, act("reportPerformance")],
  [...agreed],
  [act("accept"), { move: "promise" }, { move: "decline" }],
  [act("accept"), { move: "promise" }, act("retractSettlement")],
  // The time for a review ends before what was promised has to be done: that takes a life that grows old.
  [...promised],
  [...promised],
  [...promised],
  [...promised, { move: "rate" }],
  [...promised, act("reportPerformance"), { move: "deny" }],
  // That a leader is late takes time, too.
  [...led],
  [...led, act("changeLeader")],
  [...led, act("changeLeader")],
  [...led, { move: "nameAnotherLeader" }, { move: "recordMet" }],
  [...led, act("pullUp")],
  [...heard, { move: "pullUpByHead" }],
  [...planned],
  [...planned],
  [...planned, act("seeInstruction"), act("reportInstruction")],
  [...planned, act("reply"), { move: "openAnswer" }],
  // That one is missed takes time.
  [...entrusted],
  [...entrusted],
  [...entrusted, { move: "demandPromise" }],
  [...entrusted, { move: "demandPromise" }],
  [...entrusted, { move: "demandPromise" }],
  [...entrusted, act("reportPromise")],
  [...entrusted, act("reportPromise"), { move: "confirmPromise" }],
  [...entrusted, act("reportPromise"), { move: "confirmPromise" }],
  [...entrusted, act("reportPromise"), { move: "confirmPromise" }],
  [...entrusted, act("reportPromise"), { move: "denyPromise" }],
  [...entrusted, act("reportPromise"), { move: "denyPromise" }, { move: "demandPromise" }],
  [...entrusted, act("reportPromise"), { move: "confirmPromise" }, calls("notDone"), { move: "demandPromise" }],
  [...entrusted, act("reportPromise"), { move: "confirmPromise" }, calls("partly")],
  [...entrusted, act("passPromiseUp"), { move: "postponePromise" }],
  [...entrusted, act("passPromiseUp"), { move: "postponePromise" }],
  [...entrusted, act("passPromiseUp"), { move: "postponePromise" }],
  // What is late is supervised; that a day is missed takes time.
  [
    act("accept"),
    { move: "askSupervision" },
    { move: "issueSupervision" },
    act("reportFeedback"),
    { move: "refuseFeedback" },
  ],
  [
    act("accept"),
    { move: "beginSupervision" },
    { move: "issueSupervision" },
    act("reportFeedback"),
    act("acceptFeedback"),
  ],
  [act("accept"), { move: "askSupervision" }, act("declineSupervision")],
  [...reviewed, act("refuseReview")],
  [...reviewed, act("passReview"), act("acceptReview"), act("upholdAnswer")],
  [...reviewed, act("acceptReview"), act("upholdAnswer"), { move: "openAnswer" }],
  [...reviewed, act("acceptReview"), { move: "revokeAnswer" }, { move: "open" }, { move: "replyAnew" }],
  [
    ...reviewed,
    act("acceptReview"),
    { move: "revokeAnswer" },
    { move: "open" },
    { move: "replyAnew" },
    { move: "openAnswer" },
    { move: "askReview" },
  ],
  [...reviewed, act("acceptReview"), { move: "revokeAnswer" }],
  [...reviewed, act("acceptReview"), { move: "revokeAnswer" }, { move: "open" }, { move: "replyAnew" }],
  // Nobody decides in time.
  [...reviewed],
  [...entrusted, { move: "askReview" }, act("reportPromise"), act("acceptReview"), act("upholdAnswer")],
  [...entrusted, { move: "askReview" }, act("refuseReview")],
  [...promised, { move: "askReview" }, act("refuseReview")],
  [...answered, act("correctLetter")],
  [...answered, act("recordPhoneCall")],
  [...answered, { move: "notMailed" }, act("recordDelivery")],
  [...answered, { move: "openAnswer" }],
  [...answered, { move: "openAnswer" }, { move: "rate" }, { move: "rateAnew" }],
  [...answered],
  [act("accept"), act("askExtension")],
  [act("accept"), act("askExtension"), act("approveExtension")],
  [act("accept"), act("askExtension"), act("refuseExtension")],
  [act("assignCommunity"), act("accept"), act("handBack")],
  [act("assignCommunity"), act("guide")],
  [act("notAccept"), { move: "askAgain" }],
  [act("notAccept"), { move: "askAgain" }, act("upholdRefusal")],
  [act("notAccept"), { move: "askAgain" }, act("accept")],
  [act("transfer")],
  [act("transfer"), act("recordReceipt")],
  [{ move: "withdraw" }, { move: "undo" }],
  [act("accept"), { move: "withdraw" }],
  [act("accept"), { move: "withdraw" }, { move: "tellPressure" }],
  [act("accept"), { move: "withdraw" }, { move: "tellPressure" }, act("answerPressure")],
  [{ move: "withdraw" }, { move: "undo" }, { move: "tellPressure" }, { move: "open" }, { move: "refusePressed" }],
  [{ move: "openJoining" }, { move: "join" }, { move: "leave" }],
  [{ move: "openJoining" }, { move: "join" }, { move: "standReady" }, { move: "nameContactPerson" }],
  [act("accept"), { move: "openJoining" }, { move: "join" }, { move: "standReady" }, { move: "standDown" }],
  [
    ...([{ move: "openJoining" }, { move: "join" }, { move: "standReady" }, { move: "nameContactPerson" }] as const),
    ...([{ move: "offerToTakeOver" }, { move: "handOver" }] as const),
  ],
  [act("accept"), { move: "openJoining" }, { move: "join" }, { move: "closeJoining" }],
  [...heard, { move: "mergeInto" }, { move: "handleAlone" }],
  [...heard, { move: "mergeInto" }, { move: "unmerge" }],
  [...heard, { move: "mergeInto" }, { move: "leadExtends" }],
  [...heard, { move: "mergeInto" }, { move: "leadAnswers" }, { move: "openAnswer" }],
  [...heard, { move: "mergeInto" }, { move: "leadWithdraws" }],
  [...heard, { move: "mergeInto" }, { move: "takeLead" }, { move: "takeFollower" }],
  [...heard, { move: "mergeInto" }, { move: "followLead" }, { move: "leadAnswers" }],
  [...heard, { move: "mergeInto" }, { move: "followLead" }],
  [act("accept"), { move: "takeMember" }, { move: "withdraw" }, { move: "passLead" }],
  [act("accept"), { move: "takeMember" }, { move: "memberBrings" }, { move: "memberLeaves" }],
  [act("accept"), { move: "urgent" }],
  [act("accept"), { move: "askMaterial" }, { move: "urgent" }, { move: "calm" }],
  [act("accept"), { move: "paperWithdrawal" }, { move: "wordToUndo" }],
  // That it is passed on takes a directory of that time in which its sender is no more.
  [act("accept"), act("object")],
  [act("accept"), act("object")],
  [act("accept"), act("object")],
  [act("accept"), act("object"), act("upholdObjection")],
  [act("accept"), act("object"), act("refuseObjection")],
  [act("accept"), act("proposeTransfer")],
  [act("accept"), act("proposeGuidance")],
  [act("accept"), act("proposeTransfer"), act("agreeOtherWay")],
  [act("accept"), act("proposeTransfer"), act("agreeOtherWay"), act("recordReceipt")],
  [act("accept"), act("proposeGuidance"), act("agreeOtherWay")],
  [act("accept"), act("proposeGuidance"), act("refuseOtherWay")],
  [act("accept"), { move: "askUrgency" }],
  [act("accept"), { move: "askUrgency" }, act("grantUrgency")],
  [act("accept"), { move: "askUrgency" }, act("refuseUrgency")],
  [act("accept"), { move: "askUrgency" }, { move: "urgent" }],
  [act("accept"), { move: "askRecusal" }],
  [act("accept"), { move: "askRecusal" }, act("grantRecusal")],
  [act("accept"), { move: "askRecusal" }, act("refuseRecusal")],
  [act("accept"), { move: "askRecusal" }, act("recuse")],
  [act("accept"), { move: "askUnitOut" }, act("grantRecusal")],
  [act("accept"), { move: "askUnitOut" }, act("refuseRecusal")],
  [act("accept"), { move: "assist" }],
  [act("accept"), { move: "assist" }, { move: "attachWrongFile" }],
  [act("accept"), { move: "assist" }, act("contribute")],
  [act("accept"), { move: "assist" }, act("declineAssistance")],
  // That it is passed on takes a directory in which whoever calls meetings is no more, as with an objection.
  [act("accept"), { move: "beginConvening" }],
  [act("accept"), { move: "beginConvening" }],
  [act("accept"), { move: "beginConvening" }],
  [...convening],
  [...convening, act("callOffBureauMeeting")],
  [...convening, { move: "meetForBureau" }],
  [...convening, { move: "meetForBureau" }, act("reportDone")],
  [...convened],
  [...convened, act("declineMeeting")],
  [...convened, act("callOffMeeting")],
  [...convened, { move: "meet" }],
  [...convened, { move: "meet" }, act("reportDone")],
  [...convened, { move: "meet" }, act("reportNotDone")],
  [...convened, { move: "meetForNothing" }],
  [act("accept"), { move: "askMaterial" }],
  [act("accept"), { move: "askMaterial" }, { move: "addMaterial" }],
  [act("accept"), { move: "askMaterial" }, { move: "sendFile" }],
  [act("accept"), { move: "askMaterial" }, act("reportUpward")],
];

/** The way of one life in two, last step first; the others go wherever chance leads them. */
export const wayOf = (chances: Chances): readonly Move[] =>
  chances.happens(0.5) ? chances.oneOf(ways).toReversed() : [];
