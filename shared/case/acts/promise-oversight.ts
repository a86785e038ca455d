import * as z from "zod";
import { day, prose } from "#case/forms/form-text.ts";
import { happened, refuse } from "#case/state/decision.ts";
import { act } from "./act.ts";
import { askPromiser } from "./ask-promiser.ts";
import { lineStarts } from "./promise-clock.ts";
import { answered, isWithin, ofTurn } from "./promise-turn.ts";
import { lineNamed, lineStops, nextClock } from "./promise-watch.ts";

/** 督办: by whoever of the bureau has a broken promise kept. */
export const promiseOversightActs = {
  /** The unit has it by another day, which rings as the first one did. */
  demandPromise: act({
    form: z.strictObject({ demand: prose("demand"), newDay: day }),
    role: "overseer",
    at: answered,
    turn: "ends",
    decide: (c, { demand, newDay: until }, world, turn) =>
      ofTurn(c, turn, (line) => {
        if (!isWithin(until, world)) return refuse("promiseDayOutside");
        const clock = nextClock(c);
        return happened(
          { kind: "staff", id: line.overseer?.staff ?? line.holder.staff },
          { type: "promiseDemanded", ...lineNamed(c, line), demand, until, clock },
          [...lineStops(c, line), lineStarts(c, { kind: "promise", n: clock }, world, until)],
          [askPromiser(c.stepNo, { ...line, until })],
        );
      }),
  }),
};
