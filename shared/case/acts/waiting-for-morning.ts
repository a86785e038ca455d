import type { Case } from "#case/state/case.ts";
import type { Decision } from "#case/state/decision.ts";
import type { NewEvent } from "#case/state/event.ts";
import type { Message, Notice } from "#case/state/message.ts";
import type { World } from "#case/state/world.ts";
import { inWorkingHours } from "#clock/period.ts";

type HeldMail = Extract<Message, { kind: "taskMail" }>;

/** A clock has rung, or the workflow opens the step to which a clock has moved the case. */
const causedByClock = (c: Case, { by }: NewEvent): boolean =>
  by.kind === "clock" || (by.kind === "workflow" && c.status === "accepted" && c.sentBy === "clock");

/** A turn that came by night: a row of its owner's next digest, with its link, so that all of a night come in one mail. */
const isOfTheNight = (message: Message, { fact }: NewEvent): message is HeldMail =>
  message.kind === "taskMail" && message.ask === "handle" && fact.type === "stepOpened";

const asRow = ({ to, stepNo, assignment, lastDay }: HeldMail): Notice => {
  return { kind: "notice", to, clock: { kind: "step", n: stepNo }, percent: 0, stepNo, assignment, lastDay };
};

/**
 * The decision, with mails that a clock causes outside working hours waiting for their beginning, and new turns for the
 * digest of that morning. What a clock moves has moved all the same; who works on an urgent case is mailed at once, and so
 * is whatever a person's act causes.
 * Source: the notice rule of the district policy, that a notice due at night waits for the morning.
 */
export const waitingForMorning = (c: Case, decision: Decision, { now, calendar }: World): Decision => {
  const morning = inWorkingHours(calendar, now);
  if ("refused" in decision || morning === now) return decision;
  const wait = (message: Message, event: NewEvent): Message => {
    if (message.kind !== "newsMail" && (message.kind !== "taskMail" || c.urgent)) return message;
    return isOfTheNight(message, event) ? asRow(message) : { ...message, notBefore: morning };
  };
  return {
    events: decision.events.map((event) =>
      causedByClock(c, event) ? { ...event, messages: event.messages.map((message) => wait(message, event)) } : event,
    ),
  };
};
