import type { Actor } from "#case/state/actor.ts";
import type { Case, Instruction, Lead } from "#case/state/case.ts";
import { type Decision, type EventOfRing, nothingToDo } from "#case/state/decision.ts";
import type { FactOf, NewEvent } from "#case/state/event.ts";
import { leadOf, openInstructions, stageOf } from "#case/state/lead.ts";
import type { Message } from "#case/state/message.ts";
import { periodOf, ringsOf } from "#case/state/periods.ts";
import { keptOutOf } from "#case/state/review.ts";
import { nextTurn } from "#case/state/standing.ts";
import type { Turn } from "#case/state/turn.ts";
import type { World } from "#case/state/world.ts";
import type { ClockName } from "#clock/clock.ts";
import { districtDate, inWorkingHours, nextWorkingMorning } from "#clock/period.ts";
import { nextOf } from "#clock/rings.ts";
import { isComplainedAbout } from "#directory/recusal.ts";
import { deciderFor, isAtWork, senderFor, staffOf } from "#directory/routing.ts";
import { isAmongThem } from "#directory/succession.ts";
import type { StaffId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { passTurnOn, whatIsAwaited } from "./awaited.ts";
import { askInstructed, askLeader, askNamer } from "./lead-asks.ts";
import { instructionStarts, leadStops } from "./lead-clock.ts";
import { leaderNamed, officeLedBy } from "./office-led.ts";
import { keeperIn } from "./promise-keeper.ts";
import type { Asked, Occasion } from "./unable.ts";

/** The head of the bureau, or whoever decides for it where they may not; never the leader themself. */
const namerFor = (c: Case, lead: Lead, asked: { on: DistrictDate; unreachable?: readonly StaffId[] }, world: World) =>
  senderFor(world.directory, { owner: lead.leader.staff, about: keptOutOf(c), ...asked, isLast: true });

const today = ({ calendar, now }: World): DistrictDate => districtDate(inWorkingHours(calendar, now));

/** What the leader has not done in time goes on record, and comes to the head of the bureau. */
const leaderMissed = (c: Case, lead: Lead, clock: ClockName, lastDay: DistrictDate, world: World): NewEvent => {
  const namer = namerFor(c, lead, { on: today(world) }, world);
  const { stepNo } = c;
  const turn = { stepNo, assignment: nextTurn(c) };
  const to = namer && { unit: namer.unit, staff: namer.id };
  return {
    by: { kind: "clock", clock },
    fact: {
      type: "leadMissed",
      ...{ stepNo, of: stageOf(lead), lastDay },
      ...(to && { to, assignment: turn.assignment }),
    },
    clocks: [{ change: "next", clock, nextAt: nextWorkingMorning(world.calendar, world.now), reminded: 100 }],
    messages: to ? [askNamer({ ...to, ...turn }, lastDay)] : [],
  };
};

/**
 * What was instructed is not done by its day: the head of the unit has it, by another time; and after that whoever has instructed it
 * is told on every working morning.
 */
const instructionMissed = (c: Case, one: Instruction, clock: ClockName, world: World): NewEvent => {
  const { directory, calendar, now } = world;
  const { stepNo } = c;
  const { n, unit, holder, until: lastDay } = one;
  const by: Actor = { kind: "clock", clock };
  const named = { type: "leadMissed", stepNo, of: "instruction", n, unit, lastDay } as const;
  const lead = leadOf(c);
  if (one.missed !== undefined) {
    return {
      by,
      fact: named,
      clocks: [{ change: "next", clock, nextAt: nextWorkingMorning(calendar, now), reminded: 100 }],
      messages: lead ? [askLeader(lead, lastDay, "instructionAnswered")] : [],
    };
  }
  const head = deciderFor(directory, { unit, owner: holder.staff, about: keptOutOf(c), on: today(world) });
  const isOfUnit = head !== undefined && isAmongThem(directory, [unit], head.unit);
  const to = isOfUnit ? { unit: head.unit, staff: head.id } : holder;
  const assignment = nextTurn(c);
  const again = Math.max(0, ...(c.instructions ?? []).map((other) => other.clock)) + 1;
  const started = instructionStarts(again, undefined, world);
  return {
    by,
    fact: { ...named, to, assignment, clock: again },
    clocks: [...leadStops(c, "instruction", clock.n, "rang"), started],
    messages: [askInstructed({ ...one, holder: to, stepNo, assignment, until: started.clock.lastDay, missed: 1 })],
  };
};

/**
 * Whoever may have no part in a case any more is not in charge of it, sees to nothing, and does nothing that was instructed: that
 * passes on before anybody is reminded. The clock goes on as it would have.
 */
const barredPassOn = (c: Case, clock: ClockName, world: World): NewEvent[] => {
  const period = periodOf(c, clock, world.directory);
  const passed = passLeadOn(c, { by: { kind: "clock", clock } }, world).filter(
    ({ fact }) => fact.type === "leadPassedOn" && (fact.how === "recused" || fact.how === "left"),
  );
  if (period === undefined) return [];
  const ahead = nextOf(ringsOf(c, period, world), world.now);
  const nextAt = ahead > world.now ? ahead : nextWorkingMorning(world.calendar, world.now);
  return passed.map((event, at) => ({
    ...event,
    clocks: at === passed.length - 1 ? [{ change: "next", clock, nextAt }] : [],
  }));
};

/** What comes of the times that a leader in charge, and those whom they have instructed, go by. */
export const leadDue = (c: Case, { kind, n }: ClockName, world: World): Decision => {
  const clock = { kind, n };
  const period = periodOf(c, clock, world.directory);
  if (period === undefined) return nothingToDo;
  const passed = barredPassOn(c, clock, world);
  if (passed.length > 0) return { events: passed };
  const { lastDay } = period.clock;
  const { stepNo } = c;
  const reminded = (told: Pick<FactOf<"leadAwaited">, "of" | "n">, mail: Message) => () => ({
    fact: { type: "leadAwaited" as const, stepNo, ...told, lastDay },
    mail,
  });
  if (kind === "lead") {
    const lead = leadOf(c);
    if (lead?.clock !== n) return nothingToDo;
    return whatIsAwaited(c, clock, world, {
      climbs: () => (lead.isLate ? undefined : { events: [leaderMissed(c, lead, clock, lastDay, world)] }),
      awaited: reminded({ of: stageOf(lead) }, askLeader(lead, lastDay)),
    });
  }
  const one = openInstructions(c).find((other) => other.clock === n);
  if (one === undefined) return nothingToDo;
  return whatIsAwaited(c, clock, world, {
    climbs: () => ((one.missed ?? 0) > 1 ? undefined : { events: [instructionMissed(c, one, clock, world)] }),
    awaited: reminded({ of: "instruction", n: one.n }, askInstructed({ ...one, until: lastDay })),
  });
};

type LeadPassing = Pick<FactOf<"leadPassedOn">, "part" | "n"> & {
  turn: Turn;
  next: Parameters<typeof passTurnOn>[4]["next"];
  mail: (to: Lead["leader"], turn: { stepNo: number; assignment: number }) => Message;
};

/** Who has such a turn, who would have it today, and how they are asked. */
const passings = (c: Case, world: World): LeadPassing[] => {
  const { directory } = world;
  const about = keptOutOf(c);
  const day = (kind: "lead" | "instruction", n: number): DistrictDate =>
    periodOf(c, { kind, n }, directory)?.clock.lastDay ?? today(world);
  const lead = leadOf(c);
  /** Whoever heads the leader's office now, or else another leader's; the head of the bureau where no leader may. */
  const ofLead = ({ on, unreachable }: Asked, lead: Lead) => {
    const offices = directory.units.filter(({ level }) => level === "leader");
    const own = offices.filter(({ id }) => id === lead.leader.unit);
    const heads = [...own, ...offices].flatMap(({ head }) => directory.staff.filter(({ id }) => id === head));
    const able = heads.filter(
      (head) =>
        head.id !== lead.leader.staff && !unreachable.includes(head.id) && !isComplainedAbout(directory, about, head),
    );
    const head = able.find(({ id }) => isAtWork(directory, id, on)) ?? able[0];
    return head ?? namerFor(c, lead, { on, unreachable }, world);
  };
  return [
    ...(lead === undefined
      ? []
      : [
          {
            part: "inCharge" as const,
            turn: { ...lead.leader, stepNo: lead.stepNo, assignment: lead.assignment },
            next: (asked: Asked) => ofLead(asked, lead),
            mail: (leader: Lead["leader"], turn: { stepNo: number; assignment: number }) =>
              askLeader({ leader, ...turn }, day("lead", lead.clock)),
          },
        ]),
    ...(lead?.namer === undefined
      ? []
      : [
          {
            part: "namer" as const,
            turn: lead.namer,
            next: (asked: Asked) => namerFor(c, lead, asked, world),
            mail: (to: Lead["leader"], turn: { stepNo: number; assignment: number }) =>
              askNamer({ ...to, ...turn }, day("lead", lead.clock)),
          },
        ]),
    ...openInstructions(c).map((one) => ({
      part: "instructed" as const,
      n: one.n,
      turn: { staff: one.holder.staff, stepNo: one.stepNo, assignment: one.assignment },
      next: (asked: Asked) => keeperIn(c, one.unit, asked, directory),
      mail: (holder: Lead["leader"], turn: { stepNo: number; assignment: number }) =>
        askInstructed({ ...one, holder, ...turn, until: day("instruction", one.clock) }),
    })),
  ];
};

/** A turn that somebody has by a leader in charge passes on where they cannot keep it. @returns the events that say so */
export const passLeadOn = (c: Case, occasion: Occasion, world: World, of?: StaffId): EventOfRing[] => {
  const { directory } = world;
  const { stepNo } = c;
  let turns = nextTurn(c) - 1;
  return passings(c, world).flatMap(({ part, n, turn: { staff, stepNo: at, assignment: its }, next, mail }) => {
    if (of !== undefined && of !== staff) return [];
    const turn = { staff, stepNo: at, assignment: its };
    const passed = passTurnOn({ ...c, turns }, turn, occasion, world, {
      next,
      told: ({ from, to, assignment, how }) => {
        const office = part === "inCharge" ? officeLedBy(directory, to.staff) : undefined;
        const unit = office ?? directory.units.find(({ id }) => id === to.unit);
        return {
          fact: {
            type: "leadPassedOn",
            ...{ stepNo, part, from, to, assignment, how },
            ...(n !== undefined && { n }),
            ...(part === "inCharge" && unit && leaderNamed(staffOf(directory, to.staff), unit)),
          },
          mail: mail(to, { stepNo, assignment }),
        };
      },
    });
    // A leader who is only away stays in charge.
    const stays = passed.some(({ fact }) => fact.type === "leadPassedOn" && fact.how === "whileAway");
    if (part === "inCharge" && stays) return [];
    turns += passed.length;
    return passed;
  });
};
