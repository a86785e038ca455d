import type * as z from "zod";
import type { Answered } from "#case/state/case.ts";
import type { PromiseLine, promiseFacts } from "#case/state/facts/promise.ts";
import { awaited } from "#case/state/promise.ts";
import { type Evolutions, from } from "./evolution.ts";

type PromiseFactType = z.infer<(typeof promiseFacts)[number]>["type"];

const answered = ["delivering", "window"] as const;

/** The case with the promise of a number as something has made it. */
const altered = <C extends Answered>(c: C, n: number, alter: (line: PromiseLine) => PromiseLine): C =>
  c.promised === undefined ? c : { ...c, promised: c.promised.map((line) => (line.n === n ? alter(line) : line)) };

/** The promise with another day, for which its unit has a turn again. */
const dated = ({ overseer: _, ...line }: PromiseLine, { until, clock }: Pick<PromiseLine, "until" | "clock">) => ({
  ...line,
  until,
  clock,
});

export const promiseEvolutions: Evolutions<PromiseFactType> = {
  promiseAwaited: from(["window"], (c, { epoch }, { seq, at }) =>
    c.promised === undefined ? { ...awaited(c, { seq, at }), ...(epoch !== undefined && { epoch }) } : c,
  ),
  promiseReminded: from(answered, (c) => c),
  promiseReported: from(answered, (c, { n, performed, clock }) =>
    altered(c, n, ({ overseer: _, ...line }) => ({ ...line, performed, clock })),
  ),
  promiseBroken: from(answered, (c, { n, to: holder, assignment, overseer, clock }) =>
    altered(c, n, ({ performed: _, overseer: __, broken = 0, ...line }) => ({
      ...line,
      ...{ holder, assignment, clock, broken: broken + 1 },
      ...(overseer && { overseer }),
    })),
  ),
  promiseDemanded: from(answered, (c, { n, ...fact }) => altered(c, n, (line) => dated(line, fact))),
  promisePostponed: from(answered, (c, { n, ...fact }) =>
    altered(c, n, (line) => ({ ...dated(line, fact), postponed: true })),
  ),
  promisePassedOn: from(answered, (c, { n, part, how, to, assignment }) =>
    altered(c, n, (line) => {
      if (part === "promiser") return { ...line, holder: to, assignment };
      const isLast = how === "silent" || line.overseer?.isLast === true;
      return { ...line, overseer: { ...to, assignment, ...(isLast && { isLast }) } };
    }),
  ),
  promiseOver: from(answered, (c, { n, how: over }) => altered(c, n, (line) => ({ ...line, over }))),
};
