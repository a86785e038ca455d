import * as z from "zod";
import { day, dayOrNone, type FieldProblem, prose, proseLimits, text, textOrNone } from "#case/forms/form-text.ts";
import type { In } from "#case/state/case.ts";
import { happened, refuse } from "#case/state/decision.ts";
import type { Assist } from "#case/state/facts/assistance.ts";
import { leastConvened, type Meeting } from "#case/state/facts/meeting.ts";
import { mostConvened, mostMeetings } from "#case/state/facts/meeting-bounds.ts";
import { afterMeeting, isToCome, withInvited } from "#case/state/invited.ts";
import { latestDecided, latestMeeting } from "#case/state/latest-days.ts";
import type { Message } from "#case/state/message.ts";
import type { Refusal } from "#case/state/refusal.ts";
import { meetingCalled } from "#case/state/side-matters.ts";
import { nextTurn } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import { districtDate, endOfPeriod } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import { staffOf, successorIn } from "#directory/routing.ts";
import { unitNow } from "#directory/succession.ts";
import type { UnitId } from "#ground/ids.ts";
import { type DistrictDate, earlier } from "#ground/instant.ts";
import { belowLeaders } from "#ground/levels.ts";
import { act } from "./act.ts";
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

/** The units that are meant, each once, or why they are not called together. */
const unitsCalled = (
  c: In<"handling">,
  lines: readonly string[],
  world: World,
): { units: UnitId[] } | { refused: Refusal } => {
  if (lines.length < leastConvened || lines.length > mostConvened) return { refused: "meetingUnitsOutside" };
  const units: UnitId[] = [];
  for (const line of lines) {
    const other = otherUnit(c, line, world.directory);
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
 * A turn for each of some units, after all that were given at the step: it falls to whoever would get the case there today.
 * None at all where a unit has nobody who can take it.
 */
const turnsFor = <Asked extends { unit: UnitId }>(
  c: In<"handling">,
  units: readonly Asked[],
  { directory, now }: World,
): (Asked & TurnGiven)[] | undefined => {
  const { community, category, about } = c;
  const [asked, turn] = [(c.assists ?? []).length, nextTurn(c)];
  const given = units.flatMap((one, at): (Asked & TurnGiven)[] => {
    const level = unitNow(directory, one.unit)?.level ?? "bureau";
    const where = { level, community, category, about, on: districtDate(now) };
    const { owner, alarm } = successorIn(directory, one.unit, where);
    const holder = { unit: staffOf(directory, owner).unit, staff: owner };
    return alarm ? [] : [{ ...one, n: asked + at + 1, holder, assignment: turn + at }];
  });
  return given.length === units.length ? given : undefined;
};

/** The meetings of the step, with what has become of one. */
const withMeeting = ({ meetings = [] }: In<"handling">, n: number, alter: Partial<Meeting>): Meeting[] =>
  meetings.map((meeting) => (meeting.n === n ? { ...meeting, ...alter } : meeting));

const noMeeting = ({ meetings }: In<"handling">): Refusal | undefined =>
  meetingCalled(meetings) === undefined ? "noMeeting" : undefined;

/**
 * 会商: the owner of a step at a department or of a leader calls two to eight other units together, for a day and with a
 * question. The owner stays the owner, and no clock of the case moves. The units see the matter and not who petitions; one
 * that is complained about is heard in writing, and never in the room.
 */
export const meetingActs = {
  convene: act({
    form: z.strictObject({ units: unitLines, question: prose("question"), meetOn: day }),
    role: "owner",
    at: ["handling"],
    turn: "stays",
    whyNot: (c, { now }) => {
      if (c.level !== "department" && c.level !== "leader") return "notAtThisLevel";
      if (meetingCalled(c.meetings) !== undefined) return "meetingOpen";
      if ((c.meetings ?? []).length >= mostMeetings) return "meetingsEnough";
      return latestMeeting(c, now) <= districtDate(now) ? "tooLateToMeet" : undefined;
    },
    decide: (c, { units: lines, question, meetOn: on }, world) => {
      const called = unitsCalled(c, lines, world);
      if ("refused" in called) return refuse(called.refused);
      if (on <= districtDate(world.now) || on > heldUntil(c, world)) return refuse("meetingDayOutside");
      const invited = turnsFor(
        c,
        called.units.map((unit) => ({ unit })),
        world,
      );
      if (invited === undefined) return refuse("nobodyThere");
      const { stepNo, unit, meetings = [] } = c;
      const n = meetings.length + 1;
      const asked = invited.map((one): Assist => ({ ...one, as: "invited", question, wantedBy: on }));
      const after = {
        assists: [...(c.assists ?? []), ...asked],
        meetings: [...meetings, { n, on, question, units: called.units }],
      };
      return happened(
        byOwner(c),
        { type: "convened", stepNo, n, unit, on, question, invited },
        watchOver(c, after, world),
        asked.map((one) => askAssistant(c, one)),
      );
    },
  }),

  /** 会商纪要: who came, what was said, and what each unit does by when. A meeting may decide nothing, and then says so. */
  recordMinutes: act({
    form: z.strictObject({
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
    }),
    together: missingInMinutes,
    role: "owner",
    at: ["handling"],
    turn: "stays",
    whyNot: (c, { now }) => {
      const meeting = meetingCalled(c.meetings);
      if (meeting === undefined) return "noMeeting";
      return districtDate(now) < meeting.on ? "meetingAhead" : undefined;
    },
    decide: (c, { came, discussed, ...typed }, world) => {
      const { directory, now } = world;
      const meeting = meetingCalled(c.meetings);
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
      const { stepNo, unit } = c;
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
        byOwner(c),
        { type: "met", stepNo, n, unit, on, present: present.units, decisions, letter },
        watchOver(c, { assists: [...settled, ...charged], meetings: withMeeting(c, n, { minutes: letter }) }, world),
        [...charged, ...reading].map((one) => askAssistant(c, one)),
      );
    },
  }),

  /** The meeting is not held: whoever was to come is told at once, and need not. */
  callOffMeeting: act({
    form: z.strictObject({ reason: prose("reason") }),
    role: "owner",
    at: ["handling"],
    turn: "stays",
    whyNot: noMeeting,
    decide: (c, { reason }, world) => {
      const meeting = meetingCalled(c.meetings);
      if (meeting === undefined) return refuse("noMeeting");
      const { stepNo, unit } = c;
      const { n, on, units } = meeting;
      const invited = (c.assists ?? []).filter(isToCome);
      const after = {
        assists: withInvited(c.assists, () => ({ over: "ended" })),
        meetings: withMeeting(c, n, { calledOff: true }),
      };
      return happened(
        byOwner(c),
        { type: "meetingCalledOff", stepNo, n, unit, on, reason, units },
        watchOver(c, after, world),
        invited.map(
          ({ holder, assignment }): Message => ({
            ...{ kind: "taskMail", to: holder.staff, ask: "meetingCalledOff", stepNo, assignment, lastDay: on },
          }),
        ),
      );
    },
  }),
};

/** 会商: what whoever is called to one may say, and whoever has to do something by what it decided. */
export const meetingAnswerActs = {
  declineMeeting: act({
    form: z.strictObject({ reason: prose("reason") }),
    role: "invited",
    at: ["handling"],
    turn: "ends",
    whyNot: noMeeting,
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
