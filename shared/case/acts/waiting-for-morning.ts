import type { Case } from "#case/state/case.ts";
import type { Decision } from "#case/state/decision.ts";
import type { Fact, NewEvent } from "#case/state/event.ts";
import { gatheringMinutes, type Message, type Notice, type TaskMail } from "#case/state/message.ts";
import type { World } from "#case/state/world.ts";
import { inWorkingHours, minutesLater } from "#clock/period.ts";

/** A clock has rung, or the workflow opens the step to which a clock has moved the case. */
const causedByClock = (c: Case, { by }: NewEvent): boolean =>
  by.kind === "clock" || (by.kind === "workflow" && c.status === "accepted" && c.sentBy === "clock");

/** A turn that came by night: a row of its owner's next digest, with its link, so that all of a night come in one mail. */
const isOfTheNight = (message: Message, { fact }: NewEvent): message is TaskMail =>
  message.kind === "taskMail" && message.ask === "handle" && fact.type === "stepOpened";

const asRow = ({ to, stepNo, assignment, lastDay }: TaskMail): Notice => {
  return { kind: "notice", to, clock: { kind: "step", n: stepNo }, percent: 0, stepNo, assignment, lastDay };
};

/** What a directory or a calendar does to many cases as it comes into force, or an address that takes no mail. */
const ofMany: readonly Fact["type"][] = ["reassigned", "decisionPassedOn", "clockMoved"];

/** No person's act on the case: a clock, the workflow after it, or a rule for many cases at once. */
const causedByNobody = (c: Case, event: NewEvent): boolean => {
  const { by, fact } = event;
  return causedByClock(c, event) || ((by.kind === "policy" || by.kind === "operator") && ofMany.includes(fact.type));
};

/**
 * The decision, with mails to staff that no person's act causes waiting a moment for what comes to the same person with
 * them, so that all of it is one mail; an urgent one waits for nothing.
 */
const waitingForOthers = (c: Case, { events }: Extract<Decision, { events: unknown }>, { now, calendar }: World) => {
  const waits = (message: Message, event: NewEvent): message is TaskMail =>
    message.kind === "taskMail" && !c.urgent && message.notBefore === undefined && causedByNobody(c, event);
  if (!events.some((event) => event.messages.some((message) => waits(message, event)))) return { events };
  const notBefore = inWorkingHours(calendar, minutesLater(now, gatheringMinutes));
  return {
    events: events.map((event) => ({
      ...event,
      messages: event.messages.map((message) => (waits(message, event) ? { ...message, notBefore } : message)),
    })),
  };
};

/**
 * The decision, with mails that a clock causes outside working hours waiting for their beginning, and new turns for the
 * digest of that morning. What a clock moves has moved all the same; who works on an urgent case is mailed at once, and so
 * is whatever a person's act causes.
 * Source: the notice rule of the district policy, that a notice due at night waits for the morning.
 */
export const waitingForMorning = (c: Case, decision: Decision, world: World): Decision => {
  const { now, calendar } = world;
  if ("refused" in decision) return decision;
  const morning = inWorkingHours(calendar, now);
  const wait = (message: Message, event: NewEvent): Message => {
    if (message.kind !== "newsMail" && (message.kind !== "taskMail" || c.urgent)) return message;
    return isOfTheNight(message, event) ? asRow(message) : { ...message, notBefore: morning };
  };
  if (morning === now) return waitingForOthers(c, decision, world);
  const waiting = decision.events.map((event) =>
    causedByClock(c, event) ? { ...event, messages: event.messages.map((message) => wait(message, event)) } : event,
  );
  return waitingForOthers(c, { events: waiting }, world);
};
