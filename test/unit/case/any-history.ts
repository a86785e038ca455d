import fc from "fast-check";
import type { Carried } from "#case/acts/carried.ts";
import type { Command } from "#case/acts/command.ts";
import { decide } from "#case/acts/decide.ts";
import { findingPairs } from "#case/acts/findings.ts";
import { type AnswerParts, answerParts } from "#case/acts/letter.ts";
import type { StaffCommand } from "#case/acts/staff-acts.ts";
import { agentsNamed, agentsOf } from "#case/state/agent.ts";
import type { Case, In } from "#case/state/case.ts";
import { common } from "#case/state/evolve/evolution.ts";
import { contactPersonsIn, jointOf, readyIn, successorsIn } from "#case/state/joint.ts";
import { linkOf } from "#case/state/link-of.ts";
import { openPromises } from "#case/state/promise.ts";
import { clockOf } from "#case/state/running.ts";
import { meetingCalled } from "#case/state/side-matters.ts";
import { actor, deliveryTurn, inTransit, isAsking, partsIn, stationOf } from "#case/state/standing.ts";
import type { Role } from "#case/state/turn.ts";
import type { ClockName } from "#clock/clock.ts";
import { dayAfter, districtDate } from "#clock/period.ts";
import { tracks } from "#clock/track.ts";
import { type About, aboutNobody } from "#directory/directory.ts";
import { at } from "./district.ts";
import {
  confirmsAgent,
  filed,
  filedByAgent,
  filedFromNowhere,
  namesAgent,
  registeredFor,
  type Story,
} from "./story.ts";

/** The name of a text that somebody wrote. */
const text = "T".repeat(43);

/** A photo as it was found; its name is one of two at a moment, so that some arrive twice. */
const photo = { kind: "jpeg", bytes: 1, sha256: text } as const;
const fileName = ({ version }: Case): string => String(version - (version % 2)).padStart(22, "F");

/** What a member of staff may try on an open step or after an answer. */
export const staffActs: StaffCommand[] = [
  { command: "accept" },
  { command: "acceptOrdinary", notSimple: "joint", reason: text },
  { command: "accept", track: "suggestion", reason: text },
  { command: "accept", track: "duty", reason: text },
  { command: "assignCommunity", community: "peach" },
  { command: "notAccept", ground: "court", where: undefined, explanation: text },
  { command: "notAccept", ground: "in-hand", where: text, explanation: text },
  { command: "upholdRefusal", explanation: text },
  { command: "transfer", body: "discipline", explanation: text },
  { command: "transfer", body: "police", explanation: text },
  { command: "recordReceipt", on: "2026-03-02", reference: text },
  { command: "guide", route: "arbitration", knownOn: undefined, explanation: text },
  { command: "guide", route: "arbitration", knownOn: "2026-02-01", explanation: text },
  { command: "acknowledge" },
  { command: "proposeSettlement", terms: text, done: "already", promisedFor: undefined },
  { command: "retractSettlement", reason: text },
  { command: "reportPerformance", performed: text },
  { command: "recordContact", contact: "heard", on: "2026-03-02", said: text },
  { command: "recordContact", contact: "declined", on: "2026-03-02", said: text },
  { command: "recordContact", contact: "tried", on: "2026-03-02", said: text },
  { command: "reply", outcome: "resolved", facts: text, rule: text, decision: text },
  { command: "reply", outcome: "notAdopted", facts: text, rule: text, decision: text },
  {
    command: "reply",
    ...{ outcome: "resolved", facts: text, rule: text, decision: text },
    ...{ outcome2: "notSupported", decision2: text },
  },
  ...(["slip", "finding"] as const).map((kind) => ({
    command: "correctLetter" as const,
    ...{ kind, change: text, reason: text },
    ...{ outcome: "resolved" as const, facts: text, rule: text, decision: text },
  })),
  ...(["petitioner", "office"] as const).map((readers) => ({ command: "noteProgress" as const, readers, note: text })),
  { command: "reportUpward", reason: text },
  { command: "handBack", reason: text },
  { command: "recuse", recusalGround: "interest" },
  { command: "reassign", to: "peach-colleague", reason: text },
  { command: "askExtension", days: 12, reason: text },
  { command: "callOffMeeting", reason: text },
  { command: "object", rightUnit: "river", reason: text },
  { command: "object", rightUnit: "housing", reason: text },
  { command: "proposeTransfer", body: "discipline", explanation: text },
  { command: "proposeTransfer", body: "police", explanation: text },
  { command: "proposeGuidance", route: "arbitration", knownOn: "2026-02-01", explanation: text },
  { command: "turnOrdinary", notSimple: "disputed", reason: text },
  { command: "recordDelivery", how: "byPost", on: "2026-03-02", tracking: text },
  { command: "recordPhoneCall", on: "2026-03-02", readOut: text },
  { command: "recordNotice", on: "2026-03-02", posted: text },
];

/** What a head may try while an extension is asked for. */
export const headActs: StaffCommand[] = [{ command: "approveExtension" }, { command: "refuseExtension", reason: text }];

/** How a letter is brought is put on record on the day of it, which no letter comes before. */
const deliveries: readonly StaffCommand["command"][] = ["recordDelivery", "recordPhoneCall", "recordNotice"];

/** What the bureau may try while a unit objects. */
export const senderActs: StaffCommand[] = [
  { command: "upholdObjection", rightUnit: "peach", reason: text },
  { command: "upholdObjection", rightUnit: "river", reason: text },
  { command: "upholdObjection", rightUnit: "housing", reason: text },
  { command: "refuseObjection", reason: text },
];

/** What the bureau may try while an owner proposes that it goes elsewhere. */
export const consenterActs: StaffCommand[] = [
  { command: "agreeOtherWay" },
  { command: "refuseOtherWay", reason: text },
];

/** What whoever decides may try while a petitioner asks that somebody step aside. */
export const judgeActs: StaffCommand[] = [{ command: "grantRecusal" }, { command: "refuseRecusal", reason: text }];

/** What the bureau may try while a petitioner asks that the case be marked urgent. */
export const triageActs: StaffCommand[] = [{ command: "grantUrgency" }, { command: "refuseUrgency", reason: text }];

/** What another unit may try that was asked. */
export const assistantActs: StaffCommand[] = [
  { command: "contribute", contribution: text },
  { command: "declineAssistance", reason: text },
];

/** What a unit may try that was called to a meeting, or has something to do since one. */
const invitedActs: StaffCommand[] = [{ command: "declineMeeting", reason: text }];
const chargedActs: StaffCommand[] = [
  { command: "reportDone", performed: text },
  { command: "reportNotDone", reason: text },
];
/** What whoever calls meetings for the bureau may try, besides what depends on the day and on whom they called. */
const convenerActs: StaffCommand[] = [{ command: "callOffBureauMeeting", reason: text }];
export const meetingActs: StaffCommand[] = [...invitedActs, ...chargedActs, ...convenerActs];

/** What those may try who are asked beside the owner to decide something, or to do it, and read the matter for that. */
export const besideActs: StaffCommand[] = [
  ...headActs,
  ...senderActs,
  ...consenterActs,
  ...judgeActs,
  ...triageActs,
  ...assistantActs,
  ...meetingActs,
];

/** What the head of the bureau may try who was told that a petitioner was pressed. */
export const confidantActs: StaffCommand[] = [{ command: "answerPressure", explanation: text }];

/** What whoever keeps a promise of a letter may try, besides what depends on the day. */
export const promiserActs: StaffCommand[] = [
  { command: "reportPromise", performed: text },
  { command: "passPromiseUp", reason: text },
];

/** What whoever calls the petitioner of an ended case may try. */
export const callerActs: StaffCommand[] = [
  { command: "recordCall", callCame: "done", said: text, takeUp: undefined, notKept: undefined },
  { command: "recordCall", callCame: "notDone", said: text, takeUp: "yes", notKept: undefined },
  { command: "recordCall", callCame: "partly", said: text, takeUp: "yes", notKept: "2" },
  { command: "recordCallTry", said: text },
];
/** What a leader in charge may try, besides what depends on the day; whoever sees to it for the bureau; and who was instructed. */
export const inChargeActs: StaffCommand[] = [
  { command: "reportLead", note: text },
  { command: "pullUp", pullTo: "department", reason: text },
  { command: "pullUp", pullTo: "leader", reason: text },
];
export const namerActs: StaffCommand[] = [
  { command: "changeLeader", leader: "governor-head", leadChange: "away" },
  { command: "changeLeader", leader: "leader-head", leadChange: "otherField" },
];
export const instructedActs: StaffCommand[] = [
  { command: "seeInstruction" },
  { command: "reportInstruction", performed: text },
];
export const leadActs: StaffCommand[] = [...inChargeActs, ...namerActs, ...instructedActs];

/** What whoever decides on supervision, and whoever answers to it, may try, besides what depends on the day. */
export const supervisorActs: StaffCommand[] = [
  { command: "declineSupervision", reason: text },
  { command: "acceptFeedback" },
];
export const supervisedActs: StaffCommand[] = [{ command: "reportFeedback", feedback: text }];

/** What whoever reviews an answer may try, besides what depends on the day. */
export const reviewerActs: StaffCommand[] = [
  { command: "acceptReview" },
  { command: "acceptReview" },
  { command: "refuseReview", reviewGround: "outOfTime", reason: text },
  { command: "passReview", to: "above-colleague", reason: text },
  { command: "upholdAnswer", facts: text, rule: text, decision: text },
];

/** By which part somebody does what was asked of it. */
const partOf = (act: StaffCommand): Role | undefined => {
  if (senderActs.includes(act)) return "sender";
  if (consenterActs.includes(act)) return "consenter";
  if (judgeActs.includes(act)) return "judge";
  if (triageActs.includes(act)) return "triage";
  if (invitedActs.includes(act)) return "invited";
  if (chargedActs.includes(act)) return "charged";
  if (convenerActs.includes(act)) return "convener";
  if (confidantActs.includes(act)) return "confidant";
  if (promiserActs.includes(act)) return "promiser";
  if (callerActs.includes(act)) return "caller";
  if (supervisorActs.includes(act)) return "supervisor";
  if (supervisedActs.includes(act)) return "supervised";
  if (reviewerActs.includes(act)) return "reviewer";
  if (inChargeActs.includes(act)) return "inCharge";
  if (namerActs.includes(act)) return "namer";
  if (instructedActs.includes(act)) return "instructed";
  return assistantActs.includes(act) ? "assistant" : undefined;
};

/** One move of anybody: most of them possible, some of them not. */
export type Move =
  | StaffCommand
  | {
      move:
        | "open"
        | "ring"
        | "ringAny"
        | "promise"
        | "assist"
        | "convene"
        | "meet"
        | "meetForNothing"
        | "beginConvening"
        | "conveneForBureau"
        | "meetForBureau"
        | "askMaterial"
        | "addMaterial"
        | "agentAdds"
        | "sendFile"
        | "sendWrongFile"
        | "agentSendsFile"
        | "clerkEntersFile"
        | "attachFile"
        | "attachWrongFile"
        | "promiseInLetter"
        | "promisesInLetter"
        | "postponePromise"
        | "demandPromise"
        | "nameLeader"
        | "nameAnotherLeader"
        | "pullUpByHead"
        | "recordMet"
        | "recordFirstMet"
        | "instruct"
        | "confirmPromise"
        | "denyPromise"
        | "agentDeniesPromise"
        | "askSupervision"
        | "beginSupervision"
        | "issueSupervision"
        | "refuseFeedback"
        | "urge"
        | "agentUrges"
        | "agree"
        | "confirm"
        | "decline"
        | "deny"
        | "takeBack"
        | "reopen"
        | "openAnswer"
        | "askReview"
        | "revokeAnswer"
        | "replyAnew"
        | "notMailed"
        | "withdraw"
        | "undo"
        | "tellPressure"
        | "refusePressed"
        | "askAgain"
        | "newLink"
        | "newCode"
        | "askMailbox"
        | "correctPhone"
        | "correctEmail"
        | "dropEmail"
        | "nameAgent"
        | "confirmAgent"
        | "denyAgent"
        | "revokeAgent"
        | "openJoining"
        | "closeJoining"
        | "join"
        | "joinByOldCode"
        | "leave"
        | "standReady"
        | "standDown"
        | "nameContactPerson"
        | "endContactPerson"
        | "offerToTakeOver"
        | "handOver"
        | "agentAgrees"
        | "agentDenies"
        | "agentOpens"
        | "agentWithdraws"
        | "notSimple"
        | "askRecusal"
        | "askUnitOut"
        | "askRecusalAtBureau"
        | "askUrgency"
        | "rate"
        | "rateAnew"
        | "urgent"
        | "urgentByHead"
        | "calm"
        | "paperWithdrawal"
        | "wordToUndo"
        | "mergeInto"
        | "takeMember"
        | "handleAlone"
        | "agentHandlesAlone"
        | "unmerge"
        | "leadAnswers"
        | "leadExtends"
        | "leadWithdraws"
        | "passLead"
        | "takeLead"
        | "followLead"
        | "takeFollower"
        | "memberLeaves"
        | "memberBrings"
        | "replace"
        | "recount";
    };
export const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...staffActs) },
  { weight: 2, arbitrary: fc.constantFrom(...headActs) },
  { weight: 2, arbitrary: fc.constantFrom(...senderActs) },
  { weight: 2, arbitrary: fc.constantFrom(...consenterActs) },
  { weight: 2, arbitrary: fc.constantFrom(...judgeActs) },
  { weight: 2, arbitrary: fc.constantFrom(...triageActs) },
  { weight: 2, arbitrary: fc.constantFrom(...assistantActs) },
  { weight: 2, arbitrary: fc.constantFrom(...meetingActs) },
  { weight: 1, arbitrary: fc.constantFrom(...confidantActs) },
  { weight: 1, arbitrary: fc.constantFrom(...promiserActs) },
  { weight: 1, arbitrary: fc.constantFrom(...callerActs) },
  { weight: 1, arbitrary: fc.constantFrom(...supervisorActs, ...supervisedActs, ...reviewerActs) },
  { weight: 1, arbitrary: fc.constantFrom(...leadActs) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...(
        [
          "open",
          "open",
          "ring",
          "ringAny",
          "promise",
          "assist",
          "assist",
          "convene",
          "convene",
          "meet",
          "meet",
          "meetForNothing",
          "beginConvening",
          "beginConvening",
          "conveneForBureau",
          "conveneForBureau",
          "meetForBureau",
          "meetForBureau",
          "askMaterial",
          "addMaterial",
          "agentAdds",
          "sendFile",
          "sendWrongFile",
          "agentSendsFile",
          "clerkEntersFile",
          "attachFile",
          "attachWrongFile",
          "promiseInLetter",
          "promisesInLetter",
          "promisesInLetter",
          "postponePromise",
          "demandPromise",
          "nameLeader",
          "nameAnotherLeader",
          "pullUpByHead",
          "recordMet",
          "instruct",
          "confirmPromise",
          "denyPromise",
          "agentDeniesPromise",
          "askSupervision",
          "beginSupervision",
          "issueSupervision",
          "refuseFeedback",
          "urge",
          "agentUrges",
          "agree",
          "confirm",
          "decline",
          "deny",
          "takeBack",
          "reopen",
          "openAnswer",
          "askReview",
          "askReview",
          "revokeAnswer",
          "replyAnew",
          "notMailed",
          "withdraw",
          "undo",
          "tellPressure",
          "askAgain",
          "newCode",
          "askMailbox",
          "correctPhone",
          "correctEmail",
          "dropEmail",
          "nameAgent",
          "nameAgent",
          "confirmAgent",
          "denyAgent",
          "revokeAgent",
          "openJoining",
          "closeJoining",
          "join",
          "join",
          "joinByOldCode",
          "leave",
          "standReady",
          "standReady",
          "standDown",
          "nameContactPerson",
          "endContactPerson",
          "offerToTakeOver",
          "handOver",
          "agentAgrees",
          "agentDenies",
          "agentOpens",
          "agentWithdraws",
          "notSimple",
          "askRecusal",
          "askUnitOut",
          "askRecusalAtBureau",
          "askUrgency",
          "rate",
          "rateAnew",
          "urgent",
          "urgentByHead",
          "calm",
          "paperWithdrawal",
          "wordToUndo",
          "mergeInto",
          "takeMember",
          "handleAlone",
          "agentHandlesAlone",
          "unmerge",
          "leadAnswers",
          "leadExtends",
          "leadWithdraws",
          "passLead",
          "takeLead",
          "followLead",
          "takeFollower",
          "memberLeaves",
          "memberBrings",
          "replace",
          "recount",
        ] as const
      ).map((m) => ({
        move: m,
      })),
    ),
  },
);

/** The clock of the open step, of the window, or of the way between two steps. */
export const ownClock = ({ state: c }: Pick<Story, "state">): ClockName | undefined =>
  c.running
    .filter(({ ranOut }) => !ranOut)
    .map(({ clock: { kind, n } }) => ({ kind, n }))
    .at(-1);

/** What staff of the bureau record for a petitioner whom they have recognised. */
const recorder = "bureau-colleague";
const recognised = { checkedBy: recorder, check: "residentId" } as const;

/** The minutes of a meeting that has given nobody anything to do. */
const minutes = {
  command: "recordMinutes",
  discussed: text,
  ...{ task: undefined, taskBy: undefined, task2: undefined, taskBy2: undefined, task3: undefined },
  ...{ taskBy3: undefined, task4: undefined, taskBy4: undefined, task5: undefined, taskBy5: undefined },
  ...{
    task6: undefined,
    taskBy6: undefined,
    task7: undefined,
    taskBy7: undefined,
    task8: undefined,
    taskBy8: undefined,
  },
} as const;

/** An agent who may act, or one who no longer may. */
const anAgent = (c: Case): number => agentsOf(c)[c.version % 2]?.n ?? Math.max(1, agentsNamed(c));

/** Another petition of the same matter, which stands where this one does, and whose petitioner was heard. */
const otherId = "AH-2026-0002-k7m2p9x4c3vb";
const sameMatter = ({ members: _, ...state }: Case, now: string): Case => ({
  ...state,
  id: otherId,
  heard: { how: "heard", on: districtDate(now), said: text },
});
const everyAsk = ({ requests }: Case): number[] => Array.from({ length: requests }, (_, n) => n + 1);

/** Who answers the petition that leads: nobody whom this one is about, since that one is about all of them too. */
const whoAnswers = ({ about }: Case) => {
  const isAbout = (one: string): boolean => about.units.includes(one) || about.staff.includes(`${one}-handler`);
  const unit = ["river", "housing", "leader", "bureau"].find((one) => !isAbout(one)) ?? "river";
  return { author: { unit, staff: `${unit}-handler` }, ownersUnit: unit };
};

/** Two more of the same matter, as they stand once the one in which they were handled is withdrawn. */
const thirdId = "AH-2026-0003-k7m2p9x4c3vb";
const handledIn = (lead: string, state: Case, now: string): In<"merged"> => ({
  ...common(sameMatter(state, now)),
  ...{ status: "merged", mergedAt: now, lead, asks: everyAsk(state), back: { to: "township", isNew: false } },
});
const onItsWay = (state: Case): Case => ({
  ...common(state),
  ...{ id: thirdId, status: "accepted", goingTo: "township", sentBy: "person", isNew: false },
});

/** What has happened to the petition that leads this one; nothing where none does. */
const carriedFromLead = (state: Case, carried: Carried): Command | undefined =>
  state.status === "merged" ? { type: "carry", from: state.lead, carried } : undefined;

/** What the petition that leads is answered, to as many requests. */
const leadsAnswer = (state: Case, now: string): AnswerParts => {
  const outcome = state.track === "suggestion" ? "adopted" : "resolved";
  const findings = Object.fromEntries(
    findingPairs.slice(0, state.requests).flatMap(([decision, found]) => [
      [decision, text],
      [found, outcome],
    ]),
  );
  const typed = { facts: text, rule: text, decision: text, outcome, ...findings } as const;
  const parts = answerParts({ requests: state.requests }, { level: "township", track: state.track }, typed, at(now));
  if (parts === undefined) throw new Error("Not every request is answered");
  return parts;
};

/** The command that a move comes to in a story; `undefined` where nobody is there to make it. */
export const commandOf = (story: Pick<Story, "state" | "now">, chosen: Move): Command | undefined => {
  const { state, now } = story;
  const saw = state.told;
  if ("command" in chosen && headActs.includes(chosen)) {
    if (!isAsking(state)) return undefined;
    const { stepNo, extension } = state;
    const { head, assignment } = extension;
    return { type: "staff", by: head.staff, stepNo, assignment, act: chosen };
  }
  const asked = "command" in chosen ? partOf(chosen) : undefined;
  if ("command" in chosen && asked !== undefined) {
    const part = partsIn(state).findLast(({ role }) => role === asked);
    return part && { type: "staff", by: part.staff, stepNo: part.stepNo, assignment: part.assignment, act: chosen };
  }
  if ("command" in chosen) {
    const who = state.status === "window" ? deliveryTurn(state) : actor(state);
    const act = deliveries.includes(chosen.command) ? { ...chosen, on: districtDate(now) } : chosen;
    return who && { type: "staff", by: who.staff, stepNo: who.stepNo, assignment: who.assignment, act };
  }
  const station = stationOf(state);
  const clock = ownClock(story);
  switch (chosen.move) {
    case "open":
      return station && { type: "openStation", epoch: state.epoch, station };
    case "ring":
      return clock && { type: "ring", clock };
    case "ringAny":
      return { type: "ring", clock: { kind: "handling", n: 1 } };
    case "promise": {
      const who = actor(state);
      const promisedFor = dayAfter(districtDate(now), state.version % 4);
      const act = { command: "proposeSettlement", terms: text, done: "byDay", promisedFor } as const;
      return who && { type: "staff", by: who.staff, stepNo: who.stepNo, assignment: who.assignment, act };
    }
    case "assist": {
      const who = actor(state);
      const units = ["peach", "river", "housing"];
      const assistUnit = units[state.version % 3] ?? "river";
      const wantedBy = dayAfter(districtDate(now), 1 + (state.version % 3));
      const act = { command: "askAssistance", assistUnit, question: text, wantedBy } as const;
      return who && { type: "staff", by: who.staff, stepNo: who.stepNo, assignment: who.assignment, act };
    }
    case "convene": {
      const who = actor(state);
      const units = ["peach", "river", "housing"].filter((unit) => !("unit" in state) || unit !== state.unit);
      const meetOn = dayAfter(districtDate(now), 1 + (state.version % 3));
      const act = { command: "convene", units, question: text, meetOn } as const;
      return who && { type: "staff", by: who.staff, stepNo: who.stepNo, assignment: who.assignment, act };
    }
    case "meet":
    case "meetForNothing": {
      const who = actor(state);
      const meeting = state.status === "handling" ? meetingCalled(state.meetings) : undefined;
      const taskBy = dayAfter(districtDate(now), 1 + (state.version % 3));
      const decided = chosen.move === "meet" ? { task: text, taskBy } : { task: undefined, taskBy: undefined };
      const act = { ...minutes, came: meeting?.units ?? ["river"], ...decided };
      return who && { type: "staff", by: who.staff, stepNo: who.stepNo, assignment: who.assignment, act };
    }
    case "beginConvening":
      return { type: "beginConvening", by: recorder };
    case "conveneForBureau": {
      const who = partsIn(state).find(({ role }) => role === "convener");
      const units = ["peach", "river", "housing"].filter((unit) => !("unit" in state) || unit !== state.unit);
      const meetOn = dayAfter(districtDate(now), 1 + (state.version % 3));
      const act = { command: "conveneForBureau", units, question: text, meetOn } as const;
      return who && { type: "staff", by: who.staff, stepNo: who.stepNo, assignment: who.assignment, act };
    }
    case "meetForBureau": {
      const who = partsIn(state).find(({ role }) => role === "convener");
      const meeting = state.status === "handling" ? meetingCalled(state.meetings) : undefined;
      const decided = { task: text, taskBy: dayAfter(districtDate(now), 1 + (state.version % 3)) };
      const act = {
        ...minutes,
        command: "recordBureauMinutes",
        came: meeting?.units ?? ["river"],
        ...decided,
      } as const;
      return who && { type: "staff", by: who.staff, stepNo: who.stepNo, assignment: who.assignment, act };
    }
    case "askMaterial": {
      const who = actor(state);
      const bringBy = dayAfter(districtDate(now), 1 + (state.version % 7));
      const words = { list: text, reason: text, bringTo: text, help: text, nobodyHasIt: "yes" } as const;
      const act = { command: "askMaterial", ...words, bringBy } as const;
      return who && { type: "staff", by: who.staff, stepNo: who.stepNo, assignment: who.assignment, act };
    }
    case "addMaterial":
      return { type: "petitioner", act: { command: "addMaterial", material: text }, saw };
    case "agentAdds":
      return { type: "petitioner", act: { command: "addMaterial", material: text }, saw, agent: anAgent(state) };
    case "sendFile":
      return { type: "fileCame", file: { name: fileName(state), ...photo }, agent: undefined };
    case "sendWrongFile":
      return { type: "fileCame", file: { name: fileName(state), why: "position" }, agent: undefined };
    case "clerkEntersFile": {
      const entered = { by: "zhou-min", unit: "bureau" } as const;
      return { type: "fileCame", file: { name: fileName(state), ...photo }, agent: undefined, entered };
    }
    case "attachFile":
    case "attachWrongFile": {
      const asked = state.status === "handling" ? state.assists?.at(-1) : undefined;
      const file = { name: fileName(state), ...(chosen.move === "attachFile" ? photo : { why: "kind" as const }) };
      const turn = asked && { stepNo: state.stepNo, assignment: asked.assignment };
      return turn && { type: "fileCame", file, agent: undefined, turn };
    }
    case "agentSendsFile":
      return { type: "fileCame", file: { name: fileName(state), ...photo }, agent: anAgent(state) };
    case "promiseInLetter": {
      const who = actor(state);
      const promisedFor = dayAfter(districtDate(now), (state.version % 5) * 12);
      const words = { outcome: "promised", facts: text, rule: text, decision: text } as const;
      const act = { command: "reply", ...words, promisedFor } as const;
      return who && { type: "staff", by: who.staff, stepNo: who.stepNo, assignment: who.assignment, act };
    }
    case "promisesInLetter": {
      const who = actor(state);
      const words = { outcome: "promised", facts: text, rule: text, decision: text } as const;
      const [soon, late] = [3, 40].map((days) => dayAfter(districtDate(now), days + (state.version % 5)));
      const rows = { promise: text, promiseBy: soon, promise2: text, promiseUnit2: "river", promiseBy2: late };
      const act = { command: "reply", ...words, ...rows } as const;
      return who && { type: "staff", by: who.staff, stepNo: who.stepNo, assignment: who.assignment, act };
    }
    case "postponePromise":
    case "demandPromise": {
      const role = chosen.move === "demandPromise" ? "overseer" : "promiser";
      const part = partsIn(state).findLast((one) => one.role === role);
      const newDay = dayAfter(districtDate(now), 60 + (state.version % 30));
      const act =
        chosen.move === "demandPromise"
          ? ({ command: "demandPromise", demand: text, newDay } as const)
          : ({ command: "postponePromise", reason: text, newDay } as const);
      return part && { type: "staff", by: part.staff, stepNo: part.stepNo, assignment: part.assignment, act };
    }
    case "nameLeader":
    case "nameAnotherLeader": {
      const [leader, instead] =
        chosen.move === "nameLeader" ? (["leader-head", undefined] as const) : (["governor-head", "conflict"] as const);
      return { type: "nameLeader", by: leader, leader, why: "ownWish", instead };
    }
    case "pullUpByHead":
      return { type: "pullUp", by: "bureau-head", to: "department", why: "beyondLevel" };
    case "recordFirstMet":
      return state.inCharge?.metOn === undefined ? commandOf({ state, now }, { move: "recordMet" }) : undefined;
    case "recordMet":
    case "instruct": {
      const part = partsIn(state).find(({ role }) => role === "inCharge");
      const today = districtDate(now);
      const act =
        chosen.move === "recordMet"
          ? ({ command: "recordMet", metOn: today, discussed: text } as const)
          : ({ command: "instruct", assistUnit: "river", task: text, doneBy: dayAfter(today, 5) } as const);
      return part && { type: "staff", by: part.staff, stepNo: part.stepNo, assignment: part.assignment, act };
    }
    case "confirmPromise":
    case "denyPromise":
    case "agentDeniesPromise": {
      const which = String(openPromises(state).find(({ performed }) => performed !== undefined)?.n ?? 1);
      if (chosen.move === "confirmPromise")
        return { type: "petitioner", act: { command: "confirmPromise", which }, saw };
      const act = { command: "denyPromise", which, reason: text } as const;
      return chosen.move === "denyPromise"
        ? { type: "petitioner", act, saw }
        : { type: "petitioner", act, saw, agent: anAgent(state) };
    }
    case "askSupervision":
      return { type: "petitioner", act: { command: "askSupervision", remark: text }, saw };
    case "urge":
      return { type: "petitioner", act: { command: "urge" }, saw };
    case "agentUrges":
      return { type: "petitioner", act: { command: "urge", remark: text }, saw, agent: anAgent(state) };
    case "beginSupervision":
      return { type: "beginSupervision", by: recorder };
    case "issueSupervision":
    case "refuseFeedback": {
      const part = partsIn(state).find(({ role }) => role === "supervisor");
      const newDay = dayAfter(districtDate(now), 1 + (state.version % 12));
      const act = { command: chosen.move, demand: text, newDay } as const;
      return part && { type: "staff", by: part.staff, stepNo: part.stepNo, assignment: part.assignment, act };
    }
    case "agree":
      return { type: "petitioner", act: { command: "agreeSettlement" }, saw };
    case "confirm":
      return { type: "petitioner", act: { command: "confirmSettlement" }, saw };
    case "decline":
      return { type: "petitioner", act: { command: "declineSettlement", reason: text }, saw };
    case "deny":
      return { type: "petitioner", act: { command: "denyPerformance", reason: text }, saw };
    case "takeBack":
      return { type: "petitioner", act: { command: "takeBackAgreement" }, saw };
    case "reopen":
      return { type: "petitioner", act: { command: "reopenSettlement" }, saw };
    case "openAnswer":
      return { type: "petitioner", act: { command: "openAnswer" }, saw };
    case "askReview":
      return { type: "petitioner", act: { command: "askReview", reviewReasons: text }, saw };
    case "revokeAnswer": {
      const part = partsIn(state).find(({ role }) => role === "reviewer");
      const newDay = dayAfter(districtDate(now), 5 + (state.version % 20));
      const opinion = { facts: text, rule: text, decision: text, differently: text };
      const act = { command: "revokeAnswer", ...opinion, newDay } as const;
      return part && { type: "staff", by: part.staff, stepNo: part.stepNo, assignment: part.assignment, act };
    }
    case "replyAnew": {
      const who = actor(state);
      const words = { outcome: "explained", facts: text, rule: text, decision: "U".repeat(43), differs: text } as const;
      const act = { command: "reply", ...words } as const;
      return who && { type: "staff", by: who.staff, stepNo: who.stepNo, assignment: who.assignment, act };
    }
    case "notMailed":
      return { type: "answerNotMailed", stepNo: state.stepNo };
    case "withdraw":
      return { type: "petitioner", act: { command: "withdraw", understood: "yes" }, saw };
    case "undo":
      return { type: "petitioner", act: { command: "undoWithdrawal" }, saw };
    case "tellPressure":
      return { type: "petitioner", act: { command: "tellPressure", pressure: text }, saw };
    case "refusePressed": {
      // It ends in another way before the bureau has answered.
      const who = state.pressed?.open === undefined ? undefined : actor(state);
      const act = staffActs.find(({ command }) => command === "notAccept");
      return who && act && { type: "staff", by: who.staff, stepNo: who.stepNo, assignment: who.assignment, act };
    }
    case "askAgain":
      return { type: "petitioner", act: { command: "askReconsideration", reason: text }, saw };
    case "newLink": {
      const who = actor(state);
      return who && { type: "renewLink", link: linkOf(state, who) };
    }
    case "newCode":
      return { type: "renewCode", by: "bureau-colleague", why: "lost", papers: "residentId" };
    case "notSimple":
      return { type: "turnOrdinary", by: "bureau-colleague", why: "assignedFromAbove" };
    case "askRecusal":
    case "askUnitOut": {
      const recusalOf = chosen.move === "askRecusal" ? "handler" : "unit";
      return {
        type: "petitioner",
        act: { command: "askRecusal", recusalOf, recusalGround: "other", reason: text },
        saw,
      };
    }
    case "askUrgency":
      return { type: "petitioner", act: { command: "askUrgency", urgentGround: "worsening", reason: text }, saw };
    case "rate":
      return { type: "petitioner", act: { command: "rate", bureauRating: "mostly", unitRating: "notSatisfied" }, saw };
    case "rateAnew": {
      const act = { command: "rate", bureauRating: "satisfied", unitRating: "mostly", remark: text } as const;
      return { type: "petitioner", act, saw };
    }
    case "askRecusalAtBureau":
      return { type: "askRecusalFor", by: recorder, of: "handler", askedOn: districtDate(now), why: "interest" };
    case "urgent":
      return { type: "markUrgent", by: recorder, why: "worsening" };
    case "urgentByHead":
      return "unit" in state ? { type: "markUrgent", by: `${state.unit}-head`, why: "danger" } : undefined;
    case "calm":
      return { type: "unmarkUrgent", by: recorder, why: "averted" };
    case "paperWithdrawal":
      return {
        type: "withdrawOnPaper",
        by: recorder,
        paper: { ...recognised, signedOn: districtDate(now), scan: "SC-2026-0012" },
      };
    case "wordToUndo":
      return { type: "undoForPetitioner", by: recorder, word: recognised };
    case "askMailbox":
      return { type: "askMailboxAgain" };
    case "correctPhone":
      return { type: "petitioner", act: { command: "correctContact", phone: "+8613900005678", dropEmail: "no" }, saw };
    case "correctEmail":
      return { type: "petitioner", act: { command: "correctContact", email: "li@example.cn", dropEmail: "no" }, saw };
    case "dropEmail":
      return { type: "petitioner", act: { command: "correctContact", dropEmail: "yes" }, saw };
    case "nameAgent":
      return { ...namesAgent(state.version % 2 === 0 ? ["settle", "follow"] : ["receive", "withdraw"]), saw };
    case "confirmAgent":
      return { ...confirmsAgent(anAgent(state), state.version % 2 === 0 ? "settle" : "nothing"), saw };
    case "denyAgent":
      return {
        type: "petitioner",
        act: { command: "revokeAgent", agent: String(anAgent(state)), notAsked: "yes" },
        saw,
      };
    case "revokeAgent":
      return { type: "petitioner", act: { command: "revokeAgent", agent: String(anAgent(state)) }, saw };
    case "openJoining":
      return { type: "petitioner", act: { command: "openJoining" }, saw };
    case "closeJoining":
      return { type: "petitioner", act: { command: "closeJoining" }, saw };
    case "join":
      return { type: "join", opening: jointOf(state).openings };
    case "joinByOldCode":
      return { type: "join", opening: jointOf(state).openings - 1 };
    case "standReady":
      return { type: "stand", signatory: Math.max(1, jointOf(state).joined), ready: true };
    case "standDown":
      return { type: "stand", signatory: readyIn(state)[0] ?? contactPersonsIn(state)[0] ?? 1, ready: false };
    case "offerToTakeOver":
      return { type: "stand", signatory: contactPersonsIn(state)[0] ?? 1, ready: true, takesOver: true };
    case "handOver":
      return {
        type: "petitioner",
        act: { command: "handOver", signatory: String(successorsIn(state)[0] ?? 1) },
        saw,
      };
    case "nameContactPerson":
      return {
        type: "petitioner",
        act: { command: "nameContactPerson", signatory: String(readyIn(state)[0] ?? 1) },
        saw,
      };
    case "endContactPerson": {
      const signatory = String(contactPersonsIn(state)[0] ?? 1);
      return { type: "petitioner", act: { command: "endContactPerson", signatory }, saw };
    }
    case "leave":
      return { type: "leave", signatory: 1 + (state.version % Math.max(1, jointOf(state).joined)) };
    case "agentAgrees":
      return { type: "petitioner", act: { command: "agreeSettlement" }, saw, agent: anAgent(state) };
    case "agentDenies":
      return { type: "petitioner", act: { command: "denyPerformance", reason: text }, saw, agent: anAgent(state) };
    case "agentOpens":
      return { type: "petitioner", act: { command: "openAnswer" }, saw, agent: anAgent(state) };
    case "agentWithdraws":
      return { type: "petitioner", act: { command: "withdraw", understood: "yes" }, saw, agent: anAgent(state) };
    case "mergeInto":
      return { type: "mergeInto", by: recorder, lead: sameMatter(state, now), asks: everyAsk(state) };
    case "takeMember":
      return { type: "takeMember", by: recorder, member: sameMatter(state, now), asks: everyAsk(state) };
    case "handleAlone":
      return { type: "petitioner", act: { command: "handleAlone" }, saw };
    case "agentHandlesAlone":
      return { type: "petitioner", act: { command: "handleAlone" }, saw, agent: anAgent(state) };
    case "unmerge":
      return { type: "unmerge", by: recorder };
    case "leadAnswers":
      return carriedFromLead(state, {
        what: "answered",
        ...whoAnswers(state),
        level: "township",
        parts: leadsAnswer(state, now),
      });
    case "leadExtends":
      // The one that leads is on the same track, and had more time only where that allows it.
      if (!tracks[state.track].extends) return undefined;
      return carriedFromLead(state, {
        ...{ what: "extended", days: 30, reason: text, unit: "river" },
        approvedBy: { zh: "柳溪街道", en: "River township" },
      });
    case "leadWithdraws":
      return carriedFromLead(state, { what: "withdrawn" });
    case "passLead":
      return { type: "passLead", to: handledIn(state.id, state, now) };
    case "takeLead":
      if (state.status !== "merged") return undefined;
      return {
        type: "takeLead",
        from: { ...common(state), id: state.lead, status: "withdrawing", withdrawnAt: now, back: state.back },
      };
    case "followLead":
      if (state.status !== "merged") return undefined;
      return { type: "followLead", from: state.lead, asks: state.asks, lead: onItsWay(state) };
    case "takeFollower":
      // What was merged has been accepted, and runs the time for its answer.
      if (clockOf(state, "handling") === undefined) return undefined;
      return {
        type: "takeFollower",
        ...{ from: thirdId, asks: everyAsk(state), member: handledIn(thirdId, state, now) },
      };
    case "memberLeaves":
      return { type: "carry", from: otherId, carried: { what: "left" } };
    case "memberBrings":
      return { type: "carry", from: otherId, carried: { what: "brought", seq: state.version } };
    case "recount":
      return { type: "recount", reason: holiday.reason };
    case "replace":
      return { type: "replaceExecution", epoch: state.epoch };
  }
};

/** Announced late: the last day of every running clock is a rest day. */
const holiday = { announced: "2026-03-02", reason: { zh: "台风", en: "Typhoon" }, work: [] };
const surprised = (story: Story): Story =>
  story.announced({ ...holiday, rest: story.running.map(({ clock }) => clock.lastDay) });

const anyCategory = ["estate", "land", "wages", "hazard", "lamps", "ideas", "inspection", "misconduct"] as const;
type Filed = (typeof anyCategory)[number];

/** Turns of a history, moves that are tried at one until somebody may make it, and hours between two turns. */
const [mostTurns, mostTries, hoursApart] = [12, 12, 40];

/** 一步: whether the workflow has opened the step that a case is on its way to, and what is tried then. */
const turn = fc.record({
  opens: fc.boolean(),
  tries: fc.array(move, { minLength: 1, maxLength: mostTries, size: "max" }),
});

/** What a case went through that complains about somebody, as the record held it after each move that was possible. */
export const historyAbout = (
  about: fc.Arbitrary<About>,
  categories: readonly Filed[] = anyCategory,
): fc.Arbitrary<Story[]> =>
  fc
    .tuple(
      fc.constantFrom(...categories),
      about,
      fc.array(turn, { maxLength: mostTurns, size: "max" }),
      fc.constantFrom("filed", "filed", "fromNowhere", "brought", "byAgent"),
      fc.nat(100),
    )
    .map(([category, complainedAbout, turns, came, daysAgo]) => {
      let story = {
        filed: () => filed(category, undefined, complainedAbout),
        byAgent: () => filedByAgent(category, complainedAbout),
        fromNowhere: () => filedFromNowhere(category, { about: complainedAbout }),
        brought: () => registeredFor(category, daysAgo, complainedAbout),
      }[came]();
      const states: Story[] = [story];
      const makes = (chosen: Move): boolean => {
        const told = "move" in chosen && chosen.move === "recount" ? surprised(story) : story;
        const command = commandOf(told, chosen);
        if (command === undefined || "refused" in decide(told.state, command, told.world)) return false;
        story = told.does(command);
        states.push(story);
        return true;
      };
      for (const [before, { opens, tries }] of turns.entries()) {
        story = story.later(
          new Date(Date.parse("2026-03-02T03:00:00.000Z") + before * hoursApart * 3_600_000).toISOString(),
        );
        if (opens && inTransit(story.state)) makes({ move: "open" });
        tries.some(makes);
      }
      return states;
    });

/** The same of a case that complains about nobody. */
export const history = historyAbout(fc.constant(aboutNobody));

/** How a history ended. */
export const last = (states: Story[]): Story => {
  const story = states.at(-1);
  if (story === undefined) throw new Error("no state");
  return story;
};
