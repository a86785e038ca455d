import * as z from "zod";
import { problem, prose } from "#case/forms/form-text.ts";
import type { Actor } from "#case/state/actor.ts";
import type { Answered, In } from "#case/state/case.ts";
import { type Decision, refuse, startTransit } from "#case/state/decision.ts";
import type { NewEvent } from "#case/state/event.ts";
import { CallCame, mostCalls } from "#case/state/facts/follow-up.ts";
import type { PromiseLine } from "#case/state/facts/promise.ts";
import { levelEndedAt, windowAgain } from "#case/state/follow-up.ts";
import { answerResumes } from "#case/state/resting.ts";
import type { World } from "#case/state/world.ts";
import { districtDate } from "#clock/period.ts";
import type { Written } from "#ground/written.ts";
import { act } from "./act.ts";
import { followUpEnds } from "./follow-up-watch.ts";
import { breaks } from "./promise-watch.ts";

const byCaller = ({ followUp, responsible }: In<"closed">): Actor => ({
  kind: "staff",
  id: followUp?.caller.staff ?? responsible.staff,
});

/** Which promises are meant, by their numbers, whatever stands between them. */
const numbersIn = (typed: string): number[] => [...new Set((typed.match(/\d/g) ?? []).map(Number))];

/** The promises of a letter that are broken again, one after the other: no two turns and no two clocks have one number. */
const breakAll = (c: Answered, lines: readonly PromiseLine[], by: Actor, reason: Written, world: World): NewEvent[] => {
  let now = c;
  return lines.map((line) => {
    const { over: _, ...open } = line;
    const event = breaks(now, open, by, { why: "denied", reason }, world);
    if (event.fact.type === "promiseBroken") {
      const { clock, assignment, overseer } = event.fact;
      now = {
        ...now,
        turns: overseer?.assignment ?? assignment,
        promised: (now.promised ?? []).map((one) => (one.n === line.n ? { ...one, clock } : one)),
      };
    }
    return event;
  });
};

/**
 * It is not done, and they want it taken up anew, never as a new petition: what the letter has promised is broken, and the
 * bureau's to have kept; where nothing was promised the level that answered or settled takes the matter up.
 * @param which the promises that are not kept; all, where none is named
 */
const takenUp = (
  c: In<"closed">,
  said: Written,
  { which, isPartly }: { which: readonly number[]; isPartly: boolean },
  world: World,
): NewEvent[] | undefined => {
  const by = byCaller(c);
  const { stepNo } = c;
  const level = levelEndedAt(c);
  const epoch = c.epoch + 1;
  if (level === undefined) return undefined;
  const again = windowAgain(c, epoch);
  if (again !== undefined) {
    const { promised = [] } = again;
    const isOne = promised.length === 1;
    const lines = !isPartly || isOne ? promised : promised.filter(({ n }) => which.includes(n));
    if (lines.length === 0) return undefined;
    return [
      {
        by,
        fact: { type: "followUpTakenUp", stepNo, level, promises: lines.map(({ n }) => n), epoch },
        clocks: [],
        messages: [{ kind: "start", epoch, startAt: "window" }],
      },
      ...breakAll(again, lines, by, said, world),
    ];
  }
  const answer = c.reopening?.answer ?? c.answeredIn;
  if (answer === undefined) return undefined;
  return [
    {
      by,
      fact: { type: "followUpTakenUp", stepNo, level, epoch },
      clocks: [answerResumes(c, c.reopening ?? {}, answer, world), startTransit({ epoch, stepNo }, world)],
      messages: [{ kind: "start", epoch, startAt: level }],
    },
  ];
};

const withMore = (decision: Decision, more: readonly NewEvent[]): Decision =>
  "refused" in decision ? decision : { events: [...decision.events, ...more] };

/** 回访: by whoever calls a petitioner whose case has ended. What they thought of anybody is not asked: rating is theirs alone. */
export const followUpActs = {
  /** What they say, in a call; and what comes of it. */
  recordCall: act({
    form: z.strictObject({
      callCame: z.enum(CallCame.options, problem("missing")),
      said: prose("said"),
      takeUp: z.enum(["yes", "no"], problem("unknown")).optional(),
      notKept: z
        .string()
        .regex(/^[1-5](?:[\s,，、]*[1-5])*$/, problem("unknown"))
        .optional(),
    }),
    together: ({ callCame, takeUp }) =>
      (callCame === "partly" || callCame === "notDone") && takeUp === undefined ? { takeUp: "missing" } : {},
    role: "caller",
    at: ["closed"],
    turn: "ends",
    decide: (c, { callCame: how, said, takeUp, notKept = "" }, world) => {
      const over = followUpEnds(c, byCaller(c), { how, said });
      if ((how !== "partly" && how !== "notDone") || takeUp !== "yes") return over;
      const more = takenUp(c, said, { which: numbersIn(notKept), isPartly: how === "partly" }, world);
      return more === undefined ? refuse("promiseNotNamed") : withMore(over, more);
    },
  }),

  /** They were not reached: three times, each on another day, end it. */
  recordCallTry: act({
    form: z.strictObject({ said: prose("said") }),
    role: "caller",
    at: ["closed"],
    turn: "stays",
    decide: (c, { said }, { now }) => {
      const on = districtDate(now);
      const { tries = [] } = c.followUp ?? {};
      if (tries.includes(on)) return refuse("calledToday");
      const tried = { by: byCaller(c), fact: { type: "followUpTried", stepNo: c.stepNo, on, said } as const };
      const event: NewEvent = { ...tried, clocks: [], messages: [] };
      if (tries.length + 1 < mostCalls) return { events: [event] };
      const over = followUpEnds(c, byCaller(c), { how: "notReached" });
      return "refused" in over ? over : { events: [event, ...over.events] };
    },
  }),
};
