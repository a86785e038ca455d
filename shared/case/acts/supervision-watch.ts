import type { Actor, Holder } from "#case/state/actor.ts";
import { type Case, isAnswered, type SupervisionOpen } from "#case/state/case.ts";
import { type Decision, type EventOfRing, nothingToDo, startPeriod, stopped } from "#case/state/decision.ts";
import type { FactOf, NewEvent } from "#case/state/event.ts";
import { type Missed, SupervisionTier } from "#case/state/facts/supervision.ts";
import type { Message } from "#case/state/message.ts";
import { periodOf } from "#case/state/periods.ts";
import { isRecusing, nextTurn, partsIn } from "#case/state/standing.ts";
import { supervisionOpen } from "#case/state/supervising.ts";
import type { World } from "#case/state/world.ts";
import type { ClockChange, ClockName } from "#clock/clock.ts";
import { districtDate, inWorkingHours } from "#clock/period.ts";
import type { Staff } from "#directory/directory.ts";
import { deciderFor, leaderOver, watcherFor } from "#directory/routing.ts";
import { clockRule } from "#directory/rules.ts";
import type { StaffId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";
import type { Written } from "#ground/written.ts";
import { passTurnOn, remindsFromNext, whatIsAwaited } from "./awaited.ts";
import { issue } from "./issue.ts";
import type { Asked, Occasion } from "./unable.ts";
import { unitNamed } from "./unit-named.ts";

type AskedNow = Pick<Asked, "on"> & Partial<Asked>;

const onWorkingDay = ({ calendar, now }: World): DistrictDate => districtDate(inWorkingHours(calendar, now));

/** Whoever has the case, or has answered it; between two steps who answers for it. */
const ownerOf = (c: Case): StaffId => {
  if ("owner" in c) return c.owner;
  return isAnswered(c) ? c.answeredBy.staff : c.responsible.staff;
};

/** Whom the petitioner asks to have no part in the case, which is not decided yet. */
const askedToStepAside = (c: Case): StaffId[] =>
  isRecusing(c) && c.recusal.whom.is === "handler" ? [c.recusal.whom.staff] : [];

/** Who decides for the bureau: nobody who has a part in the case, as long as anybody else is there. */
export const supervisorFor = (
  c: Case,
  { isLast = false, ...asked }: AskedNow & { isLast?: boolean | undefined },
  { directory }: Pick<World, "directory">,
): Staff | undefined => {
  const others = partsIn(c).flatMap(({ role, staff }) => (role === "supervisor" ? [] : [staff]));
  const apart: [StaffId, ...StaffId[]] = [ownerOf(c), c.responsible.staff, ...others, ...askedToStepAside(c)];
  return watcherFor(directory, { about: c.about, ...asked, isLast, apart });
};

/**
 * Who answers for the unit that owes something: its head, or, where that is whose work was missed, whoever is above them; and
 * from the second level on whoever leads the unit.
 */
const answerableFor = (
  c: Case,
  { ground, unit }: Missed,
  { tier, by, ...asked }: AskedNow & { tier: SupervisionTier; by: StaffId },
  { directory }: Pick<World, "directory">,
): Staff[] => {
  const { about } = c;
  // A promise that is broken is its unit's head's already.
  const owner = ground === "promiseBroken" ? by : ownerOf(c);
  const decides = [by, owner, ...askedToStepAside(c)];
  const head = deciderFor(directory, { unit, owner, about, ...asked, decides });
  const leader = tier === "notice" ? undefined : leaderOver(directory, unit, { about, ...asked, decides });
  const both = [head, leader].filter((one) => one !== undefined);
  return both.filter(({ id }, at) => both.findIndex((one) => one.id === id) === at);
};

/** Starts the time for a decision of the bureau, or for a unit's answer: in days, however urgent the case is. */
export const startWatch = (c: Case, kind: "supervisionDecision" | "feedback", world: World, until?: DistrictDate) =>
  startPeriod(
    { kind, n: (c.supervision?.clocks ?? 0) + 1 },
    {
      rule: clockRule(world.directory, c, kind),
      start: world.now,
      urgent: false,
      ...(until !== undefined && { until }),
    },
    world,
  );

/** Stops what it goes by now. */
export const watchStops = (c: Case, why: "done" | "rang" = "done"): ClockChange[] =>
  stopped(c, ["supervisionDecision", "feedback"], why);

type TurnAsked = Pick<Holder, "staff"> & { stepNo: number; assignment: number };

const asks = { asked: "decideSupervision", noticed: "supervised", reported: "judgeSupervision" } as const;

/** Asks whoever has a turn by it, by a mail with their link. */
export const askBySupervision = (
  stage: SupervisionOpen["stage"],
  { staff: to, stepNo, assignment }: TurnAsked,
  lastDay: DistrictDate,
): Message => ({ kind: "taskMail", to, ask: asks[stage], stepNo, assignment, lastDay });

/** The bureau is to decide: whether it supervises, or whether an answer is enough. */
export const supervisorsTurn = (c: Case, to: Staff, stage: "asked" | "reported", world: World) => {
  const { stepNo } = c;
  const clock = startWatch(c, "supervisionDecision", world);
  const { lastDay: decideBy, n } = clock.clock;
  const turn = { to: { unit: to.unit, staff: to.id }, assignment: nextTurn(c) };
  return {
    told: { stepNo, ...turn, clock: n, decideBy },
    clock,
    mail: askBySupervision(stage, { ...turn, staff: to.id, stepNo }, decideBy),
  };
};

/** The level after one; the last has none. */
export const tierAfter = (tier: SupervisionTier): SupervisionTier | undefined =>
  SupervisionTier.options[SupervisionTier.options.indexOf(tier) + 1];

/**
 * 督办通知: issued to the unit that owes something, as a turn of its head. Source: 《信访工作条例》 Art. 40; the days are the
 * district's rule, and at most those of the policy.
 */
export const noticed = (
  c: Case,
  by: Actor,
  {
    why,
    tier,
    demand,
    until,
    supervisor,
  }: Pick<FactOf<"supervisionNoticed">, "why"> & {
    tier: SupervisionTier;
    demand: Written;
    until?: DistrictDate;
    supervisor: StaffId;
  },
  world: World,
): NewEvent | undefined => {
  const open = supervisionOpen(c);
  if (open === undefined) return undefined;
  const { missed } = open;
  const { directory } = world;
  const answerable = answerableFor(c, missed, { tier, by: supervisor, on: onWorkingDay(world) }, world);
  if (answerable.length === 0) return undefined;
  const clock = startWatch(c, "feedback", world, until);
  const { lastDay, article, n } = clock.clock;
  const { stepNo } = c;
  const to = answerable.map(({ unit, id }, at) => ({ unit, staff: id, assignment: nextTurn(c) + at }));
  const letter = issue(
    "supervision",
    c,
    directory.district.bureau,
    {
      to: "units" as const,
      ...{ tier, ground: missed.ground, missedOn: missed.lastDay, article, demand, until: lastDay },
      unit: unitNamed(missed.unit, directory).name,
    },
    world,
  );
  return {
    by,
    fact: { type: "supervisionNoticed", stepNo, why, letter, to, clock: n },
    clocks: [...watchStops(c, why === "missed" ? "rang" : "done"), clock],
    messages: [
      ...to.map((turn) => askBySupervision("noticed", { ...turn, stepNo }, lastDay)),
      { kind: "newsMail", news: "supervisionNoticed" },
    ],
  };
};

/** The bureau was silent: its head decides. Where nobody is above, whoever it is is reminded. */
const silent = (c: Case, { isLast, turns }: SupervisionOpen, clock: ClockName, world: World): Decision | undefined => {
  const [turn] = turns;
  if (isLast || turn === undefined) return undefined;
  const above = supervisorFor(c, { on: onWorkingDay(world), isLast: true }, world);
  if (above === undefined || above.id === turn.staff) return undefined;
  const to = { unit: above.unit, staff: above.id };
  const assignment = nextTurn(c);
  const { stepNo } = c;
  const { staff: from, assignment: was } = turn;
  return {
    events: [
      {
        by: { kind: "clock", clock },
        fact: { type: "supervisionPassedOn", stepNo, from, was, to, assignment, how: "silent" },
        clocks: [remindsFromNext(clock, world)],
        messages: [
          askBySupervision(
            supervisionOpen(c)?.stage ?? "asked",
            { ...to, stepNo, assignment },
            districtDate(world.now),
          ),
        ],
      },
    ],
  };
};

/** Its day was missed: it rises to the next level; on the last one everybody who has it is reminded every working morning. */
const rises = (c: Case, { letter }: SupervisionOpen, clock: ClockName, world: World): Decision | undefined => {
  const tier = letter && tierAfter(letter.tier);
  const supervisor = tier && supervisorFor(c, { on: onWorkingDay(world) }, world)?.id;
  if (letter === undefined || tier === undefined || supervisor === undefined) return undefined;
  const { demand } = letter;
  const event = noticed(c, { kind: "clock", clock }, { why: "missed", tier, demand, supervisor }, world);
  return event && { events: [event] };
};

/** What comes of the time of a supervision: a reminder; the unit's end raises it, and the bureau's has its head decide. */
export const supervisionDue = (c: Case, { kind, n }: ClockName, world: World): Decision => {
  const open = supervisionOpen(c);
  const period = periodOf(c, { kind, n }, world.directory);
  if (open === undefined || period === undefined) return nothingToDo;
  return whatIsAwaited(c, { kind, n }, world, {
    climbs: (clock) => (kind === "feedback" ? rises(c, open, clock, world) : silent(c, open, clock, world)),
    awaited: () => ({
      fact: { type: "supervisionReminded", stepNo: c.stepNo },
      mail: open.turns.map((turn) => askBySupervision(open.stage, turn, period.clock.lastDay)),
    }),
  });
};

/** A turn by it passes on where whoever has it cannot keep it. @returns the events that say so */
export const passSupervisionOn = (c: Case, occasion: Occasion, world: World, of?: StaffId): EventOfRing[] => {
  const open = supervisionOpen(c);
  if (open === undefined) return [];
  const { directory } = world;
  const { stage, missed, letter, isLast } = open;
  const [clock] = (["supervisionDecision", "feedback"] as const).flatMap(
    (kind) => periodOf(c, { kind, n: open.clock }, directory) ?? [],
  );
  const lastDay = clock?.clock.lastDay ?? districtDate(world.now);
  const others = open.turns.map(({ staff }) => staff);
  let turns = nextTurn(c) - 1;
  return open.turns.flatMap((turn, at) => {
    if (of !== undefined && of !== turn.staff) return [];
    const next = (asked: Asked): Staff | undefined => {
      if (stage !== "noticed") return supervisorFor(c, { ...asked, isLast }, world);
      const by = supervisorFor(c, asked, world)?.id ?? ownerOf(c);
      const [head, leader] = answerableFor(c, missed, { ...asked, tier: letter?.tier ?? "notice", by }, world);
      const found = at === 0 ? head : (leader ?? head);
      // Whoever has the other turn keeps that one alone.
      return found !== undefined && others.some((one, n) => n !== at && one === found.id) ? undefined : found;
    };
    const passed = passTurnOn({ ...c, turns }, turn, occasion, world, {
      next,
      told: ({ from, to, assignment, how }) => {
        const { stepNo } = c;
        return {
          fact: { type: "supervisionPassedOn", stepNo, from, was: turn.assignment, to, assignment, how },
          mail: askBySupervision(stage, { staff: to.staff, stepNo, assignment }, lastDay),
        };
      },
    });
    turns += passed.length;
    return passed;
  });
};
