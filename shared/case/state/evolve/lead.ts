import type * as z from "zod";
import type { Case, Instruction, Lead } from "#case/state/case.ts";
import type { leadFacts } from "#case/state/facts/lead.ts";
import { broken, type EventOf, type Evolutions, from, toLevel } from "./evolution.ts";

type LeadFactType = z.infer<(typeof leadFacts)[number]>["type"];

const there = (c: Case | undefined, event: EventOf<LeadFactType>): Case => {
  if (c === undefined) throw broken(event, "there is no case");
  return c;
};

/** What becomes of the lead. @throws BrokenHistory where nobody is in charge */
const led = (before: Case | undefined, event: EventOf<LeadFactType>, after: (lead: Lead) => Lead): Case => {
  const c = there(before, event);
  if (c.inCharge === undefined) throw broken(event, "nobody is in charge");
  return { ...c, inCharge: after(c.inCharge) };
};

/** What the leader owed is done. */
const done = ({ isLate: _, namer: __, ...lead }: Lead): Lead => lead;

const altered = (c: Case, n: number | undefined, alter: (one: Instruction) => Instruction): Case =>
  c.instructions === undefined
    ? c
    : { ...c, instructions: c.instructions.map((one) => (one.n === n ? alter(one) : one)) };

/** They go with the case from state to state: what a leader is in charge of is no step. */
export const leadEvolutions: Evolutions<LeadFactType> = {
  leaderNamed: (before, event) => {
    const { ground, to: leader, name, post, stepNo, assignment, clock } = event.fact;
    return { ...there(before, event), inCharge: { ground, leader, name, post, stepNo, assignment, clock } };
  },
  leaderMet: (before, event) => {
    const { on: metOn, clock } = event.fact;
    return led(before, event, (lead) => ({ ...(clock === undefined ? lead : { ...done(lead), clock }), metOn }));
  },
  instructed: (before, event) => {
    const { type: _, to: holder, leadClock, ...instruction } = event.fact;
    const c = led(before, event, (lead) => ({
      ...(leadClock === undefined ? lead : { ...done(lead), clock: leadClock }),
      isPlanned: true,
    }));
    return { ...c, instructions: [...(c.instructions ?? []), { ...instruction, holder }] };
  },
  instructionAnswered: (before, event) =>
    altered(there(before, event), event.fact.n, (one) =>
      event.fact.performed === undefined ? { ...one, isSeen: true } : { ...one, performed: event.fact.performed },
    ),
  leaderReported: (before, event) => led(before, event, (lead) => ({ ...done(lead), clock: event.fact.clock })),
  leadAwaited: (before, event) => there(before, event),
  leadMissed: (before, event) => {
    const { of, n, to, assignment, clock, stepNo } = event.fact;
    const turn = to === undefined || assignment === undefined ? undefined : { stepNo, assignment };
    if (of !== "instruction") {
      return led(before, event, (lead) => ({
        ...lead,
        isLate: true,
        ...(turn && to && { namer: { ...to, ...turn } }),
      }));
    }
    return altered(there(before, event), n, ({ isSeen: _, ...one }) => ({
      ...one,
      missed: (one.missed ?? 0) + 1,
      ...(clock !== undefined && { clock }),
      ...(turn && to && { holder: to, ...turn }),
    }));
  },
  leadPassedOn: (before, event) => {
    const { part, n, to, name, post, stepNo, assignment } = event.fact;
    if (part === "instructed") {
      return altered(there(before, event), n, (one) => ({ ...one, holder: to, stepNo, assignment }));
    }
    return led(before, event, (lead) =>
      part === "namer"
        ? { ...lead, namer: { ...to, stepNo, assignment } }
        : {
            ...lead,
            ...{ leader: to, stepNo, assignment },
            ...(name !== undefined && { name }),
            ...(post !== undefined && { post }),
          },
    );
  },
  pulledUp: from(["handling"], (c, { to }, event) => toLevel(c, to, event)),
};
