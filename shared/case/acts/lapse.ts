import type { Case } from "#case/state/case.ts";
import { type Decision, stop, stopped } from "#case/state/decision.ts";
import { type Fact, type NewEvent, traits } from "#case/state/event.ts";
import { toldNotToCome } from "#case/state/invited.ts";
import { leadKinds } from "#case/state/lead.ts";
import type { Message } from "#case/state/message.ts";
import { meetingCalled, openMatters } from "#case/state/side-matters.ts";
import { type ClockChange, type ClockName, sameClock } from "#clock/clock.ts";

/** What was open beside a step and is over with what happened, so that nothing vanishes without a record. */
const lapsing = (c: Case, type: Fact["type"]): Fact[] =>
  openMatters(c).flatMap(({ lapse, lapsesWith, decidedBy, outlivesStep }) => {
    const endsWithStep = traits[type].step === "ends" && !outlivesStep && !decidedBy.includes(type);
    return endsWithStep || lapsesWith.includes(type) ? (lapse(type) ?? []) : [];
  });

/** What watches over something that is open beside a step, by the fact with which that lapses. */
const watches: { readonly [T in Fact["type"]]?: ClockName["kind"] } = {
  extensionRefused: "decision",
  objectionLapsed: "objectionDecision",
  otherWayLapsed: "otherWayDecision",
  recusalLapsed: "recusalDecision",
  urgencyLapsed: "urgencyDecision",
  assistanceLapsed: "assistance",
  meetingLapsed: "assistance",
  materialLapsed: "material",
  pressureLapsed: "pressure",
  supervisionOver: "feedback",
};

/**
 * The watch over what lapses stops with it, unless what happened stops it as one of all clocks, or it has stopped with
 * what lapsed before: one watches over several.
 */
const watchStops = (
  c: Case,
  { type }: Fact,
  { events, before }: { events: readonly NewEvent[]; before: readonly Fact[] },
): ClockChange[] => {
  const watch = watches[type];
  if (before.some((fact) => watches[fact.type] === watch)) return [];
  const isStopped = (clock: ClockName): boolean =>
    events.some(({ clocks }) => clocks.some((one) => one.change === "stop" && sameClock(one.clock, clock)));
  // Of supervision the unit's time runs, or the bureau's.
  const kinds = watch === "feedback" ? ([watch, "supervisionDecision"] as const) : [watch];
  return watch === undefined
    ? []
    : stopped(
        c,
        kinds.filter((kind) => kind !== undefined),
      ).filter(({ clock }) => !isStopped(clock));
};

/** Whoever was to come to a meeting that lapses, or has called it for the bureau, hears of it; its owner knows why. */
const lapseTold = (c: Case, fact: Fact): Message[] => {
  if (c.status !== "handling" || fact.type !== "meetingLapsed" || fact.on === undefined) return [];
  const { owner, stepNo, convening, meetings } = c;
  const told = toldNotToCome(c, fact.on).filter((one) => one.kind !== "taskMail" || one.to !== owner);
  if (convening === undefined || !meetingCalled(meetings)?.forBureau) return told;
  const { convener, assignment } = convening;
  return [
    ...told,
    { kind: "taskMail", to: convener.staff, ask: "meetingCalledOff", stepNo, assignment, lastDay: fact.on },
  ];
};

/** What ends a case: with it whatever a leader in charge, and those whom they have instructed, go by. */
const ends: readonly Fact["type"][] = [
  "notAccepted",
  "refusalUpheld",
  "guided",
  "guidanceAgreed",
  "transferReceived",
  "settlementConfirmed",
  "settlementUnconfirmed",
  "withdrawn",
  "closed",
];
const withLeadOver = (c: Case, events: readonly NewEvent[]): NewEvent[] => {
  const isStopped = (clock: ClockName): boolean =>
    events.some(({ clocks }) => clocks.some((one) => one.change === "stop" && sameClock(one.clock, clock)));
  return events.map((event) => {
    if (!ends.includes(event.fact.type)) return event;
    const stops = c.running.flatMap(({ clock }) =>
      leadKinds.some((kind) => kind === clock.kind) && !isStopped(clock) ? [stop(clock)] : [],
    );
    return { ...event, clocks: [...event.clocks, ...stops] };
  });
};

/** The decision, preceded by what lapses by it: a request for more time, an objection, a request that somebody step aside, what other units or the petitioner were asked, a meeting, a settlement that nobody has confirmed. */
export const withWhatLapses = (c: Case, decision: Decision): Decision => {
  if ("refused" in decision) return decision;
  const events = withLeadOver(c, decision.events);
  for (const { by, fact } of events) {
    const lapsed = lapsing(c, fact.type).map((lapse, at, all) => ({
      by,
      fact: lapse,
      clocks: watchStops(c, lapse, { events, before: all.slice(0, at) }),
      messages: lapseTold(c, lapse),
    }));
    if (lapsed.length > 0) return { events: [...lapsed, ...events] };
  }
  return { events };
};
