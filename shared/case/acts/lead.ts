import * as z from "zod";
import { chosen, day, problem, prose } from "#case/forms/form-text.ts";
import { type Case, goingStates, type Lead } from "#case/state/case.ts";
import { type Decision, happened, nothingToDo, refuse } from "#case/state/decision.ts";
import { LeadChange, mostInstructions } from "#case/state/facts/lead.ts";
import { instructionOf, leadOf, openInstructions } from "#case/state/lead.ts";
import { nextTurn } from "#case/state/standing.ts";
import type { Turn } from "#case/state/turn.ts";
import type { World } from "#case/state/world.ts";
import { dayAfter, districtDate } from "#clock/period.ts";
import { isComplainedAbout } from "#directory/recusal.ts";
import { isAmongThem } from "#directory/succession.ts";
import { belowLeaders, levelAbove } from "#ground/levels.ts";
import { act } from "./act.ts";
import { askInstructed, askLeader } from "./lead-asks.ts";
import { instructionStarts, leadStarts, leadStops } from "./lead-clock.ts";
import { keeperIn } from "./promise-keeper.ts";
import { changesLeader, pulledUp } from "./takes-charge.ts";
import { unitField, unitMeant } from "./unit-meant.ts";

const by = (id: string) => ({ kind: "staff", id }) as const;

/** What comes of it where somebody is in charge. */
const inCharge = (c: Case, decide: (lead: Lead) => Decision): Decision => {
  const lead = leadOf(c);
  return lead === undefined ? refuse("movedOn") : decide(lead);
};

/** Whether a day may be named for an instruction: after today, and within the policy's days. */
const isWithin = (until: string, { now, directory }: World): boolean => {
  const today = districtDate(now);
  return until > today && until <= dayAfter(today, directory.policy.clocks.instruction.days);
};

/** 包案: by the leader in charge, in whatever state the case is. The owner stays the owner, and no clock of the case moves. */
export const leadActs = {
  /** 约见: the first meeting is what was owed; of every other one it is told, too. */
  recordMet: act({
    form: z.strictObject({ metOn: day, discussed: prose("discussed") }),
    role: "inCharge",
    at: goingStates,
    turn: "stays",
    decide: (c, { metOn: on, discussed }, world) =>
      inCharge(c, (lead) => {
        const named = c.running.find(({ clock }) => clock.kind === "lead" && clock.n === lead.clock)?.clock.start;
        if (on > districtDate(world.now)) return refuse("metDateImpossible");
        const { stepNo } = c;
        const fact = { type: "leaderMet", stepNo, on, discussed } as const;
        if (lead.metOn !== undefined) return happened(by(lead.leader.staff), fact);
        if (named !== undefined && on < districtDate(named)) return refuse("metDateImpossible");
        const started = leadStarts({ ...lead, metOn: on }, lead.clock + 1, world);
        return happened(by(lead.leader.staff), { ...fact, clock: started.clock.n }, [
          ...leadStops(c, "lead", lead.clock),
          started,
        ]);
      }),
  }),

  /** 批示、交办: binding on the unit, which gets a turn of its own. */
  instruct: act({
    form: z.strictObject({ assistUnit: unitField, task: prose("task"), doneBy: day }),
    role: "inCharge",
    at: goingStates,
    turn: "stays",
    whyNot: ({ instructions = [] }) => (instructions.length < mostInstructions ? undefined : "instructionsEnough"),
    decide: (c, { assistUnit, task, doneBy: until }, world) =>
      inCharge(c, (lead) => {
        const { directory, now } = world;
        const { stepNo } = c;
        const unit = unitMeant(directory, assistUnit, belowLeaders);
        if (unit === undefined) return refuse("unitUnclear");
        if (isAmongThem(directory, c.about.units, unit.id)) return refuse("unitMayNot");
        if (!isWithin(until, world)) return refuse("instructionDayOutside");
        const person = keeperIn(c, unit.id, { on: districtDate(now) }, directory);
        if (!isAmongThem(directory, [unit.id], person.unit)) return refuse("unitMayNot");
        const before = c.instructions ?? [];
        const to = { unit: person.unit, staff: person.id };
        const from = lead.leader.staff;
        const clock = Math.max(0, ...before.map((one) => one.clock)) + 1;
        const n = before.length + 1;
        const assignment = nextTurn(c);
        const isFirst = lead.metOn !== undefined && lead.isPlanned === undefined;
        const reports = isFirst ? leadStarts({ ...lead, isPlanned: true }, lead.clock + 1, world) : undefined;
        return happened(
          by(from),
          {
            type: "instructed",
            ...{ stepNo, n, unit: unit.id, task, until, from, to, assignment, clock },
            ...(reports && { leadClock: reports.clock.n }),
          },
          [instructionStarts(clock, until, world), ...(reports ? [...leadStops(c, "lead", lead.clock), reports] : [])],
          [askInstructed({ holder: to, stepNo, assignment, until })],
        );
      }),
  }),

  /** 报告: how far it is; the next report is due a month later. */
  reportLead: act({
    form: z.strictObject({ note: prose("note") }),
    role: "inCharge",
    at: goingStates,
    turn: "stays",
    whyNot: (c) => {
      const lead = leadOf(c);
      return lead?.metOn !== undefined && lead.isPlanned ? undefined : "notAtThisLevel";
    },
    decide: (c, { note }, world) =>
      inCharge(c, (lead) => {
        const started = leadStarts(lead, lead.clock + 1, world, true);
        return happened(
          by(lead.leader.staff),
          { type: "leaderReported", stepNo: c.stepNo, note, clock: started.clock.n },
          [...leadStops(c, "lead", lead.clock), started],
        );
      }),
  }),

  /** 提级: to a level above the one that has it, for a reason that the petitioner reads. */
  pullUp: act({
    form: z.strictObject({ pullTo: z.enum(["department", "leader"], problem("missing")), reason: prose("reason") }),
    role: "inCharge",
    at: ["handling"],
    turn: "stays",
    whyNot: (c) => (levelAbove(c.level) === undefined ? "notAtThisLevel" : undefined),
    decide: (c, { pullTo, reason }, world) =>
      inCharge(c, ({ leader }) => pulledUp(c, leader.staff, pullTo, { reason }, world)),
  }),
};

/** 更换包案领导: by whoever of the bureau sees to what the leader has missed. */
export const leadNamingActs = {
  changeLeader: act({
    form: z.strictObject({ leader: chosen, leadChange: z.enum(LeadChange.options, problem("missing")) }),
    role: "namer",
    at: goingStates,
    turn: "ends",
    decide: (c, { leader, leadChange }, world) =>
      inCharge(c, ({ namer }) => {
        if (namer === undefined) return refuse("movedOn");
        const person = world.directory.staff.find(({ id }) => id === leader);
        return person === undefined
          ? refuse("notALeader")
          : changesLeader(c, namer.staff, person.id, leadChange, world);
      }),
  }),
};

/** What comes of the instruction whose turn somebody has. */
const ofInstruction = (
  c: Case,
  turn: Turn | undefined,
  decide: (one: NonNullable<ReturnType<typeof instructionOf>>) => Decision,
): Decision => {
  const one = instructionOf(c, turn);
  return one === undefined ? refuse("movedOn") : decide(one);
};

/** 落实批示: by whoever was instructed. */
export const instructionActs = {
  /** 签收: once. */
  seeInstruction: act({
    form: z.strictObject({}),
    role: "instructed",
    at: goingStates,
    turn: "stays",
    whyNot: (c) => (openInstructions(c).every(({ isSeen }) => isSeen) ? "notAtThisLevel" : undefined),
    decide: (c, _, __, turn) =>
      ofInstruction(c, turn, ({ n, unit, holder, isSeen }) =>
        isSeen ? nothingToDo : happened(by(holder.staff), { type: "instructionAnswered", stepNo: c.stepNo, n, unit }),
      ),
  }),

  /** 报告办结: whoever has instructed it is told, and so is the petitioner. */
  reportInstruction: act({
    form: z.strictObject({ performed: prose("performed") }),
    role: "instructed",
    at: goingStates,
    turn: "ends",
    decide: (c, { performed }, world, turn) =>
      ofInstruction(c, turn, ({ n, unit, holder, clock }) => {
        const lead = leadOf(c);
        return happened(
          by(holder.staff),
          { type: "instructionAnswered", stepNo: c.stepNo, n, unit, performed },
          leadStops(c, "instruction", clock),
          lead && !isComplainedAbout(world.directory, c.about, { ...lead.leader, id: lead.leader.staff })
            ? [askLeader(lead, districtDate(world.now), "instructionAnswered")]
            : [],
        );
      }),
  }),
};
