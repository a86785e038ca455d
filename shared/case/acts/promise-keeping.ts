import * as z from "zod";
import { day, prose } from "#case/forms/form-text.ts";
import { happened, refuse } from "#case/state/decision.ts";
import type { PromiseLine } from "#case/state/facts/promise.ts";
import { openPromises } from "#case/state/promise.ts";
import { nextTurn } from "#case/state/standing.ts";
import { districtDate } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import { deciderFor, mayDecide } from "#directory/routing.ts";
import { isAmongThem } from "#directory/succession.ts";
import { act } from "./act.ts";
import { askPromiser } from "./ask-promiser.ts";
import { lineStarts } from "./promise-clock.ts";
import { answered, isWithin, ofTurn } from "./promise-turn.ts";
import { lineNamed, lineStops, nextClock } from "./promise-watch.ts";

/** Whether whoever heads its unit keeps a promise, or stands in for them. */
const isHeads = ({ unit, holder }: PromiseLine, directory: Directory): boolean =>
  mayDecide(directory, unit, holder.staff);

const by = (id: string) => ({ kind: "staff", id }) as const;

/** 兑现承诺: by whoever keeps what a letter has promised, each promise in a turn of its own. */
export const promiseKeepingActs = {
  /** Its petitioner is asked at once whether it is. */
  reportPromise: act({
    form: z.strictObject({ performed: prose("performed") }),
    role: "promiser",
    at: answered,
    turn: "ends",
    decide: (c, { performed }, world, turn) =>
      ofTurn(c, turn, (line) => {
        const clock = nextClock(c);
        return happened(
          by(line.holder.staff),
          { type: "promiseReported", ...lineNamed(c, line), performed, clock },
          [
            ...lineStops(c, line),
            ...(c.status === "window" ? [lineStarts(c, { kind: "confirmation", n: clock }, world)] : []),
          ],
          c.status === "window" ? [{ kind: "newsMail", news: "promiseReported" }] : [],
        );
      }),
  }),

  /** 延期: once, by the head of its unit, for a reason that the petitioner reads; never once it is broken. */
  postponePromise: act({
    form: z.strictObject({ newDay: day, reason: prose("reason") }),
    role: "promiser",
    at: answered,
    turn: "stays",
    whyNot: (c, { directory }) =>
      openPromises(c).some((line) => isHeads(line, directory)) ? undefined : "headPostpones",
    decide: (c, { newDay: until, reason }, world, turn) =>
      ofTurn(c, turn, (line) => {
        if (line.broken !== undefined) return refuse("brokenNotPostponed");
        if (line.postponed) return refuse("postponedBefore");
        if (!isHeads(line, world.directory)) return refuse("headPostpones");
        if (until <= line.until || !isWithin(until, world)) return refuse("promiseDayOutside");
        const clock = nextClock(c);
        return happened(
          by(line.holder.staff),
          { type: "promisePostponed", ...lineNamed(c, line), reason, until, clock },
          [...lineStops(c, line, "overtaken"), lineStarts(c, { kind: "promise", n: clock }, world, until)],
          c.status === "window" ? [{ kind: "newsMail", news: "promisePostponed" }] : [],
        );
      }),
  }),

  /** Whoever cannot keep it in time asks the head of their unit, whose it is from then on. */
  passPromiseUp: act({
    form: z.strictObject({ reason: prose("reason") }),
    role: "promiser",
    at: answered,
    turn: "ends",
    whyNot: (c, { directory }) =>
      openPromises(c).some((line) => !isHeads(line, directory)) ? undefined : "isHeadAlready",
    decide: (c, { reason }, world, turn) =>
      ofTurn(c, turn, (line) => {
        const { directory, now } = world;
        const { staff } = line.holder;
        const head = deciderFor(directory, { unit: line.unit, owner: staff, about: c.about, on: districtDate(now) });
        if (isHeads(line, directory) || head === undefined) return refuse("isHeadAlready");
        if (!isAmongThem(directory, [line.unit], head.unit)) return refuse("isHeadAlready");
        const to = { unit: head.unit, staff: head.id };
        const assignment = nextTurn(c);
        return happened(
          by(staff),
          {
            type: "promisePassedOn",
            ...lineNamed(c, line),
            ...{ part: "promiser", how: "asked", reason, from: staff, to, assignment },
          },
          [],
          [askPromiser(c.stepNo, { ...line, holder: to, assignment })],
        );
      }),
  }),
};
