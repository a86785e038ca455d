import * as z from "zod";
import { day, dayOrNone, type FieldProblem, prose, proseLimits, text, textOrNone } from "#case/forms/form-text.ts";
import type { Actor } from "#case/state/actor.ts";
import type { In } from "#case/state/case.ts";
import { type Decision, happened, refuse } from "#case/state/decision.ts";
import type { Assist } from "#case/state/facts/assistance.ts";
import { leastConvened, type Meeting } from "#case/state/facts/meeting.ts";
import { mostConvened, mostMeetings } from "#case/state/facts/meeting-bounds.ts";
import { afterMeeting, toldNotToCome, withInvited } from "#case/state/invited.ts";
import { latestDecided, latestMeeting } from "#case/state/latest-days.ts";
import type { Refusal } from "#case/state/refusal.ts";
import { meetingCalled } from "#case/state/side-matters.ts";
import { nextTurn } from "#case/state/standing.ts";
import type { Role } from "#case/state/turn.ts";
import type { World } from "#case/state/world.ts";
import { districtDate, endOfPeriod } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import { staffOf, successorIn } from "#directory/routing.ts";
import { unitNow } from "#directory/succession.ts";
import type { UnitId } from "#ground/ids.ts";
import { type DistrictDate, earlier } from "#ground/instant.ts";
import { belowLeaders } from "#ground/levels.ts";
import { act, type Typed } from "./act.ts";
import { answered } from "./assistance.ts";
import { askAssistant, watchOver } from "./assistance-watch.ts";
import { byOwner } from "./by-owner.ts";
import { issue } from "./issue.ts";
import { otherUnit } from "./other-unit.ts";
import { unitMeant } from "./unit-meant.ts";
import { unitNamed } from "./unit-named.ts";

/** Units as a form names them, one a line, by their ids or in words; at most so many characters. */
const unitLines = text(1000).transform((typed) =>
  typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== ""),
);

/** The parts of the form of minutes that say what a unit does and by when, in the order in which the units were called. */
const tasks = [
  { task: "task", by: "taskBy" },
  { task: "task2", by: "taskBy2" },
  { task: "task3", by: "taskBy3" },
  { task: "task4", by: "taskBy4" },
  { task: "task5", by: "taskBy5" },
  { task: "task6", by: "taskBy6" },
  { task: "task7", by: "taskBy7" },
  { task: "task8", by: "taskBy8" },
] as const;
type MinutesField = (typeof tasks)[number]["task" | "by"];

/** Something to do has a day, and a day something to be done by it. */
const missingInMinutes = (typed: Readonly<Partial<Record<MinutesField, string>>>) => {
  const problems: Partial<Record<MinutesField, FieldProblem>> = {};
  for (const { task, by } of tasks) {
    const [hasTask, hasDay] = [typed[task], typed[by]].map((field) => (field ?? "").trim() !== "");
    if (hasTask && !hasDay) problems[by] = "missing";
    if (!hasTask && hasDay) problems[task] = "missing";
  }
  return problems;
};

/** Who calls units together: the owner of the step, or somebody for the bureau. */
type Caller = Extract<Role, "owner" | "convener">;

/** For which unit and by whom it is done. @throws where nobody calls meetings for the bureau, which its turn rules out */
const callerOf = (c: In<"handling">, as: Caller): { unit: UnitId; by: Actor } => {
  if (as === "owner") return { unit: c.unit, by: byOwner(c) };
  if (c.convening === undefined) throw new Error(`Nobody calls meetings for the bureau on ${c.id}`);
  const { unit, staff } = c.convening.convener;
  return { unit, by: { kind: "staff", id: staff } };
};

/** Whether it is theirs: what the bureau has called its owner does not record, nor the bureau what they have. */
const isOf = (as: Caller, { forBureau }: Meeting): boolean => (forBureau === true) === (as === "convener");

/** The unit whose step it is, as it is called now. */
const ownUnit = ({ unit }: In<"handling">, directory: Directory): UnitId => unitNow(directory, unit)?.id ?? unit;

/**
 * The units that are meant, each once, or why they are not called together. To a meeting of the bureau the unit whose step it
 * is comes too, whether it was written or not.
 */
const unitsCalled = (
  c: In<"handling">,
  lines: readonly string[],
  as: Caller,
  { directory }: World,
): { units: UnitId[] } | { refused: Refusal } => {
  const own = as === "convener" ? ownUnit(c, directory) : undefined;
  const isOwn = (line: string) => own !== undefined && unitMeant(directory, line, belowLeaders)?.id === own;
  const others = lines.filter((line) => !isOwn(line));
  const called = others.length + (own === undefined ? 0 : 1);
  if (called < leastConvened || called > mostConvened) return { refused: "meetingUnitsOutside" };
  const units: UnitId[] = own === undefined ? [] : [own];
  for (const line of others) {
    const other = otherUnit(c, line, directory);
    if ("refused" in other) {
      return { refused: other.refused === "unitUnclear" ? "meetingUnitUnclear" : "meetingUnitMayNot" };
    }
    if (units.includes(other.unit.id)) return { refused: "meetingUnitTwice" };
    units.push(other.unit.id);
  }
  return { units };
};

/** The unit among those that were called whose name a line is, as the form has it already: others may have that name too. */
const calledBy = (line: string, called: readonly UnitId[], directory: Directory): UnitId | undefined => {
  const [unit, ...others] = called.filter((one) => {
    const { name } = unitNamed(one, directory);
    return name.zh === line || name.en === line;
  });
  return others.length === 0 ? unit : undefined;
};

/** The units that came, by what was typed; or why that cannot be. */
const unitsPresent = (
  called: readonly UnitId[],
  lines: readonly string[],
  { directory }: World,
): { units: UnitId[] } | { refused: Refusal } => {
  const meant = lines.map((line) => calledBy(line, called, directory) ?? unitMeant(directory, line, belowLeaders)?.id);
  if (meant.includes(undefined)) return { refused: "meetingUnitUnclear" };
  const came = called.filter((unit) => meant.includes(unit));
  return came.length === meant.length ? { units: came } : { refused: "notConvened" };
};

/** The last day for a meeting that is called now: within the policy's time from the call, and a day before the step's last one. */
const heldUntil = (c: In<"handling">, { now, calendar, directory }: World): DistrictDate =>
  earlier(latestMeeting(c, now), endOfPeriod(calendar, now, directory.policy.clocks.meeting).lastDay);

type TurnGiven = Pick<Assist, "n" | "unit" | "holder" | "assignment">;

/**
 * A turn for each of some units, after all that were given at the step: it falls to whoever would get the case there today,
 * and of the unit whose step it is to its owner. None at all where a unit has nobody who can take it.
 */
const turnsFor = <Asked extends { unit: UnitId }>(
  c: In<"handling">,
  units: readonly Asked[],
  { directory, now }: World,
): (Asked & TurnGiven)[] | undefined => {
  const { community, category, about } = c;
  const [asked, turn] = [(c.assists ?? []).length, nextTurn(c)];
  const own = ownUnit(c, directory);
  const given = units.flatMap((one, at): (Asked & TurnGiven)[] => {
    const numbers = { n: asked + at + 1, assignment: turn + at };
    if (one.unit === own) return [{ ...one, ...numbers, holder: { unit: c.ownersUnit, staff: c.owner } }];
    const level = unitNow(directory, one.unit)?.level ?? "bureau";
    const where = { level, community, category, about, on: districtDate(now) };
    const { owner, alarm } = successorIn(directory, one.unit, where);
    const holder = { unit: staffOf(directory, owner).unit, staff: owner };
    return alarm ? [] : [{ ...one, ...numbers, holder }];
  });
  return given.length === units.length ? given : undefined;
};

/** The meetings of the step, with what has become of one. */
const withMeeting = ({ meetings = [] }: In<"handling">, n: number, alter: Partial<Meeting>): Meeting[] =>
  meetings.map((meeting) => (meeting.n === n ? { ...meeting, ...alter } : meeting));

/** The meeting that somebody has called and that has not met. */
const theirMeeting = ({ meetings }: In<"handling">, as: Caller): Meeting | undefined => {
  const meeting = meetingCalled(meetings);
  return meeting !== undefined && isOf(as, meeting) ? meeting : undefined;
};

const noMeeting = (c: In<"handling">, as: Caller): Refusal | undefined => {
  if (meetingCalled(c.meetings) === undefined) return "noMeeting";
  return theirMeeting(c, as) === undefined ? "meetingOfOthers" : undefined;
};

/** Why whoever it is cannot call one at this step at all. The bureau may at every level, but not while it is undecided who has the case. */
const whyNotAtStep = (c: In<"handling">, as: Caller): Refusal | undefined => {
  if (as === "convener") return c.recusal === undefined ? undefined : "recusalPending";
  return c.level === "department" || c.level === "leader" ? undefined : "notAtThisLevel";
};

const conveneForm = z.strictObject({ units: unitLines, question: prose("question"), meetOn: day });
const minutesForm = z.strictObject({
  came: unitLines,
  discussed: prose("discussed"),
  ...{ task: textOrNone(proseLimits.task), taskBy: dayOrNone },
  ...{ task2: textOrNone(proseLimits.task2), taskBy2: dayOrNone },
  ...{ task3: textOrNone(proseLimits.task3), taskBy3: dayOrNone },
  ...{ task4: textOrNone(proseLimits.task4), taskBy4: dayOrNone },
  ...{ task5: textOrNone(proseLimits.task5), taskBy5: dayOrNone },
  ...{ task6: textOrNone(proseLimits.task6), taskBy6: dayOrNone },
  ...{ task7: textOrNone(proseLimits.task7), taskBy7: dayOrNone },
  ...{ task8: textOrNone(proseLimits.task8), taskBy8: dayOrNone },
});
const reasonForm = z.strictObject({ reason: prose("reason") });

type TypedOfMeeting = Typed<{
  convene: { form: typeof conveneForm };
  minutes: { form: typeof minutesForm };
  callOff: { form: typeof reasonForm };
}>;

/** What is said of every row of whoever calls units together. */
const rowOf = <As extends Caller>(role: As) => ({ role, at: ["handling"], turn: "stays" }) as const;

/** 召集: for a day and with a question. */
const convenes = <As extends Caller>(as: As) => ({
  ...rowOf(as),
  form: conveneForm,
  whyNot: (c: In<"handling">, { now }: World): Refusal | undefined => {
    const barred = whyNotAtStep(c, as);
    if (barred !== undefined) return barred;
    if (meetingCalled(c.meetings) !== undefined) return "meetingOpen";
    if ((c.meetings ?? []).filter((meeting) => isOf(as, meeting)).length >= mostMeetings) return "meetingsEnough";
    return latestMeeting(c, now) <= districtDate(now) ? "tooLateToMeet" : undefined;
  },
  decide: (
    c: In<"handling">,
    { units: lines, question, meetOn: on }: TypedOfMeeting["convene"],
    world: World,
  ): Decision => {
    const called = unitsCalled(c, lines, as, world);
    if ("refused" in called) return refuse(called.refused);
    if (on <= districtDate(world.now) || on > heldUntil(c, world)) return refuse("meetingDayOutside");
    const invited = turnsFor(
      c,
      called.units.map((one) => ({ unit: one })),
      world,
    );
    if (invited === undefined) return refuse("nobodyThere");
    const { stepNo, meetings = [] } = c;
    const { unit, by } = callerOf(c, as);
    const named = { n: meetings.length + 1, ...(as === "convener" && { forBureau: true as const }), on, question };
    const asked = invited.map((one): Assist => ({ ...one, as: "invited", question, wantedBy: on }));
    const after = {
      assists: [...(c.assists ?? []), ...asked],
      meetings: [...meetings, { ...named, units: called.units }],
    };
    return happened(
      by,
      { type: "convened", stepNo, ...named, unit, invited },
      watchOver(c, after, world),
      asked.map((one) => askAssistant(c, one)),
    );
  },
});

/** 会商纪要: who came, what was said, and what each unit does by when. A meeting may decide nothing, and then says so. */
const recordsMinutes = <As extends Caller>(as: As) => ({
  ...rowOf(as),
  form: minutesForm,
  together: missingInMinutes,
  whyNot: (c: In<"handling">, { now }: World): Refusal | undefined => {
    const meeting = theirMeeting(c, as);
    if (meeting === undefined) return noMeeting(c, as);
    return districtDate(now) < meeting.on ? "meetingAhead" : undefined;
  },
  decide: (c: In<"handling">, { came, discussed, ...typed }: TypedOfMeeting["minutes"], world: World): Decision => {
    const { directory, now } = world;
    const meeting = theirMeeting(c, as);
    if (meeting === undefined) return refuse("noMeeting");
    const present = unitsPresent(meeting.units, came, world);
    if ("refused" in present) return refuse(present.refused);
    const decided = tasks.flatMap(({ task: field, by }, at) => {
      const [unit = "", task, wantedBy] = [meeting.units[at], typed[field], typed[by]];
      return task === undefined || wantedBy === undefined ? [] : [{ unit, task, wantedBy }];
    });
    if (decided.some(({ unit }) => !present.units.includes(unit))) return refuse("absentDecision");
    const [today, latest] = [districtDate(now), latestDecided(c, now)];
    if (decided.some(({ wantedBy }) => wantedBy <= today || wantedBy > latest)) return refuse("decisionDayOutside");
    const decisions = turnsFor(c, decided, world);
    if (decisions === undefined) return refuse("nobodyThere");
    const { stepNo } = c;
    const { unit, by } = callerOf(c, as);
    const { n, on, question } = meeting;
    const nameOf = (one: UnitId) => unitNamed(one, directory).name;
    const letter = issue(
      "minutes",
      c,
      unit,
      {
        to: "units" as const,
        ...{ metOn: on, question, discussed },
        convened: meeting.units.map(nameOf),
        present: present.units.map(nameOf),
        decisions: decided.map((one) => ({ ...one, unit: nameOf(one.unit) })),
      },
      world,
    );
    const charged = decisions.map(({ task, ...turn }): Assist => ({ ...turn, as: "charged", question: task }));
    const settled = withInvited(c.assists, afterMeeting(decisions));
    const reading = settled.filter(({ met }, at) => met && c.assists?.[at]?.met === undefined);
    return happened(
      by,
      { type: "met", stepNo, n, unit, on, present: present.units, decisions, letter },
      watchOver(c, { assists: [...settled, ...charged], meetings: withMeeting(c, n, { minutes: letter }) }, world),
      [...charged, ...reading].map((one) => askAssistant(c, one)),
    );
  },
});

/** 取消会商: the meeting is not held; whoever was to come is told at once, and need not. */
const callsOff = <As extends Caller>(as: As) => ({
  ...rowOf(as),
  form: reasonForm,
  whyNot: (c: In<"handling">) => noMeeting(c, as),
  decide: (c: In<"handling">, { reason }: TypedOfMeeting["callOff"], world: World): Decision => {
    const meeting = theirMeeting(c, as);
    if (meeting === undefined) return refuse("noMeeting");
    const { stepNo } = c;
    const { unit, by } = callerOf(c, as);
    const { n, on, units } = meeting;
    const after = {
      assists: withInvited(c.assists, () => ({ over: "ended" })),
      meetings: withMeeting(c, n, { calledOff: true }),
    };
    return happened(
      by,
      { type: "meetingCalledOff", stepNo, n, unit, on, reason, units },
      watchOver(c, after, world),
      toldNotToCome(c, on),
    );
  },
});

/**
 * 会商: the owner of a step at a department or of a leader calls two to eight other units together, for a day and with a
 * question. The owner stays the owner, and no clock of the case moves. The units see the matter and not who petitions; one
 * that is complained about is heard in writing, and never in the room.
 */
export const meetingActs = {
  convene: act(convenes("owner")),
  recordMinutes: act(recordsMinutes("owner")),
  callOffMeeting: act(callsOff("owner")),
};

/** 信访局会商: the same by whoever of the bureau was given the turn to, at a step of any level; its unit is among those called. */
export const conveningActs = {
  conveneForBureau: act(convenes("convener")),
  recordBureauMinutes: act(recordsMinutes("convener")),
  callOffBureauMeeting: act(callsOff("convener")),
};

/** 会商: what whoever is called to one may say, and whoever has to do something by what it decided. */
export const meetingAnswerActs = {
  declineMeeting: act({
    form: z.strictObject({ reason: prose("reason") }),
    role: "invited",
    at: ["handling"],
    turn: "ends",
    whyNot: (c) => (meetingCalled(c.meetings) === undefined ? "noMeeting" : undefined),
    decide: (c, { reason }, world, turn) =>
      answered(c, turn, "declined", world, (asked) => ({
        type: "assistanceDeclined",
        stepNo: c.stepNo,
        ...asked,
        reason,
      })),
  }),

  reportDone: act({
    form: z.strictObject({ performed: prose("performed") }),
    role: "charged",
    at: ["handling"],
    turn: "ends",
    decide: (c, { performed: contribution }, world, turn) =>
      answered(c, turn, "given", world, (asked) => ({
        type: "assistanceGiven",
        stepNo: c.stepNo,
        ...asked,
        contribution,
      })),
  }),

  reportNotDone: act({
    form: z.strictObject({ reason: prose("reason") }),
    role: "charged",
    at: ["handling"],
    turn: "ends",
    decide: (c, { reason }, world, turn) =>
      answered(c, turn, "declined", world, (asked) => ({
        type: "assistanceDeclined",
        stepNo: c.stepNo,
        ...asked,
        reason,
      })),
  }),
};
