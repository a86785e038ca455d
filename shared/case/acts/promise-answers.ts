import * as z from "zod";
import { problem, prose } from "#case/forms/form-text.ts";
import { promiseOffers } from "#case/offers/promise.ts";
import type { Actor } from "#case/state/actor.ts";
import { refuse } from "#case/state/decision.ts";
import type { PromiseLine } from "#case/state/facts/promise.ts";
import { openPromises } from "#case/state/promise.ts";
import { act } from "./act.ts";
import { breaks, isOver } from "./promise-watch.ts";

const byPetitioner: Actor = { kind: "petitioner" };

/** Which promise is meant, by its number. */
const which = z.string(problem("missing")).regex(/^[1-5]$/, problem("missing"));

const reported = (c: Parameters<typeof openPromises>[0], n: string): PromiseLine | undefined =>
  openPromises(c).find((line) => String(line.n) === n && line.performed !== undefined);

/** 承诺, by the petitioner: whether what a unit reports as done is. */
export const promiseAnswers = {
  /** Only now it counts as kept; with the last of them, once no review can be asked for, the case ends as resolved. */
  confirmPromise: act({
    ...promiseOffers.confirmPromise,
    form: z.strictObject({ which }),
    role: "petitioner",
    brings: "promiseOver",
    turn: "stays",
    decide: (c, { which: n }, world) => {
      const line = reported(c, n);
      return line === undefined ? refuse("promiseNotAsked") : { events: isOver(c, line, byPetitioner, "kept", world) };
    },
  }),

  /** "Not so": the unit's head has it, and the bureau has it kept. It is never a new petition. */
  denyPromise: act({
    ...promiseOffers.denyPromise,
    form: z.strictObject({ which, reason: prose("reason") }),
    role: "petitioner",
    brings: "promiseBroken",
    turn: "stays",
    decide: (c, { which: n, reason }, world) => {
      const line = reported(c, n);
      return line === undefined
        ? refuse("promiseNotAsked")
        : { events: [breaks(c, line, byPetitioner, { why: "denied", reason }, world)] };
    },
  }),
};
