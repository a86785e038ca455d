import type { Case, In } from "#case/state/case.ts";
import {
  type Decision,
  happened,
  nothingToDo,
  refuse,
  startPeriod,
  startTransit,
  stop,
  stopped,
} from "#case/state/decision.ts";
import type { FactOf } from "#case/state/event.ts";
import { isTooLateFor } from "#case/state/lift.ts";
import type { Ask, Message } from "#case/state/message.ts";
import { onDutyFor, routeFor } from "#case/state/route-for.ts";
import { clockOf, lastDayOf } from "#case/state/running.ts";
import { stationOf } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import { type ClockChange, type ClockName, sameClock, untilOf } from "#clock/clock.ts";
import { sooner } from "#clock/period.ts";
import type { Rule } from "#clock/policy.ts";
import { staffOf } from "#directory/routing.ts";
import { acknowledgementRule, stepRule } from "#directory/rules.ts";
import type { StaffId } from "#ground/ids.ts";
import { type Level, levelAbove, liftedTo, type Station, type StepLevel } from "#ground/levels.ts";

/**
 * The workflow (execution `epoch`) waits at `station`. In transit: the step opens and its owner is mailed.
 * Already open: nothing to decide, only the new task token is kept (a redrive or a replaced execution).
 * Refused when the execution is an old one, or the record is not where the execution believes it to be.
 */
export const openStation = (
  c: Case,
  { epoch, station }: { epoch: number; station: Station },
  world: World,
): Decision => {
  if (c.epoch !== epoch) return refuse("executionSuperseded");
  if (stationOf(c) !== station) return refuse("recordIsElsewhere");
  if (c.status === "registered") return openStep(c, "bureau", world);
  if (c.status === "accepted") return openStep(c, c.goingTo, world);
  return nothingToDo;
};

const openStep = (c: In<"registered" | "accepted">, level: StepLevel, world: World): Decision => {
  const by = { kind: "workflow", epoch: c.epoch } as const;
  const stepNo = c.stepNo + 1;
  const route = routeFor(c, level, world);
  if (route.kind === "vacant") return skip(c, level, route.reason, world);
  if (c.status === "accepted" && level !== "bureau" && isTooLateFor(level, c, world)) return passBy(c, level, world);

  const { unit, owner, because, passedOver, vacancy } = route;
  const { lastDay, clocks } = deadline(c, level, world);
  const duty = dutyTold(c, owner, world);
  return happened(
    by,
    {
      type: "stepOpened",
      stepNo,
      level,
      unit,
      owner,
      ownersUnit: staffOf(world.directory, owner).unit,
      because,
      ...(passedOver.length > 0 && { passedOver }),
      ...(vacancy !== undefined && { vacancy }),
      ...(duty === "nobody" && { dutyUntold: true as const }),
    },
    [...stopped(c, ["transit"]), ...clocks],
    [
      {
        kind: "taskMail",
        to: owner,
        ask: askFor(c),
        stepNo,
        assignment: 1,
        lastDay: c.status === "accepted" ? sooner(lastDay, lastDayOf(c, "handling")) : lastDay,
      },
      ...(duty === "nobody" ? [] : duty),
    ],
  );
};

/** What the owner of the step that opens is asked. */
const askFor = (c: In<"registered" | "accepted">): Ask => {
  if (c.status === "accepted") return c.isAnew ? "handleAnew" : "handle";
  return c.reconsideration === undefined ? "accept" : "acceptAgain";
};

/** A danger is told to whoever is on duty too: when the bureau examines it, and when it first comes to whoever handles it. */
const dutyTold = (c: In<"registered" | "accepted">, owner: StaffId, world: World): Message[] | "nobody" => {
  if (!c.urgent || (c.status === "accepted" && !c.isNew)) return [];
  const to = onDutyFor(c, world);
  if (to === undefined) return "nobody";
  return to === owner ? [] : [{ kind: "dutyMail", to }];
};

/**
 * The bureau works on the statutory clock that has run since registration; a level gets a step clock of its own, and an
 * urgent case one more, until when somebody has to have acknowledged it.
 */
const deadline = (c: In<"registered" | "accepted">, level: StepLevel, world: World) => {
  if (c.status === "registered" || level === "bureau") {
    return { lastDay: lastDayOf(c, c.status === "registered" ? "accept" : "handling"), clocks: [] };
  }
  const starts = (kind: "step" | "acknowledgement", rule: Rule) =>
    startPeriod({ kind, n: c.stepNo + 1 }, { rule, start: world.now, urgent: c.urgent === true }, world);
  const step = starts("step", stepRule(world.directory, c, level));
  const until = untilOf(step.clock);
  if (!c.urgent) return { lastDay: until, clocks: [step] };
  const acknowledgement = starts("acknowledgement", acknowledgementRule(world.directory));
  return { lastDay: sooner(until, untilOf(acknowledgement.clock)), clocks: [step, acknowledgement] };
};

/** Nobody may hold this level: it has no unit, or the complaint is about it. The case goes on upward, and says why. */
const skip = (
  c: In<"registered" | "accepted">,
  level: StepLevel,
  reason: FactOf<"levelSkipped">["reason"],
  world: World,
): Decision => {
  const to = level === "bureau" ? undefined : levelAbove(level);
  if (level === "bureau" || to === undefined) {
    throw new Error(`No unit for level ${level} in directory ${world.directory.version}: case ${c.id} cannot go on`);
  }
  return happened(
    { kind: "workflow", epoch: c.epoch },
    { type: "levelSkipped", stepNo: c.stepNo + 1, level, reason, to },
    [...stopped(c, ["transit"]), startTransit({ ...c, stepNo: c.stepNo + 1 }, world)],
    [{ kind: "signal", stepNo: c.stepNo + 1, outcome: "skipped" }],
  );
};

/** Too much of the statutory time is gone for a step so low in the chain: the case goes on to where it would be lifted. */
const passBy = (c: In<"accepted">, level: Level, world: World): Decision =>
  happened(
    { kind: "workflow", epoch: c.epoch },
    { type: "levelSkipped", stepNo: c.stepNo + 1, level, reason: "lateByLaw", to: liftedTo },
    [...stopped(c, ["transit"]), startTransit({ ...c, stepNo: c.stepNo + 1 }, world)],
    [{ kind: "signal", stepNo: c.stepNo + 1, outcome: "lifted" }],
  );

/** A new watch over the way between two steps takes over. One that was lost cannot be stopped: there is no row of it. */
const watchAnew = (c: Case, why: "rang" | "overtaken", world: World, lost: ClockName | undefined): ClockChange[] => {
  const watch = clockOf(c, "transit")?.clock;
  if (watch === undefined) return [];
  const isLost = lost !== undefined && sameClock(watch, lost);
  return [stop(watch, isLost ? "lost" : why), startTransit({ ...c, epoch: c.epoch + 1 }, world)];
};

/** A new execution takes over at the station where the record stands. The record itself does not move. */
export const replaceExecution = (
  c: Case,
  reason: FactOf<"executionReplaced">["reason"],
  world: World,
  lost?: ClockName,
): Decision => {
  const startAt = stationOf(c);
  if (startAt === undefined) return nothingToDo;
  const epoch = c.epoch + 1;
  const watch = clockOf(c, "transit")?.clock;
  return happened(
    reason === "stuckInTransit" && watch !== undefined
      ? { kind: "clock", clock: { kind: watch.kind, n: watch.n } }
      : { kind: "operator", name: "reconcile" },
    { type: "executionReplaced", epoch, startAt, reason },
    watchAnew(c, reason === "stuckInTransit" ? "rang" : "overtaken", world, lost),
    [{ kind: "start", epoch, startAt }],
  );
};
