import * as z from "zod";
import { problem } from "#case/forms/form-text.ts";
import { barring } from "#case/state/barred.ts";
import { type Open, openStates } from "#case/state/case.ts";
import { refuse } from "#case/state/decision.ts";
import { RecusalGround } from "#case/state/facts/recusal.ts";
import { decidersOf, isRecusing } from "#case/state/standing.ts";
import { isAnybodyLeft } from "#directory/routing.ts";
import { act } from "./act.ts";
import { byOwner } from "./by-owner.ts";
import { looksAtLead } from "./lead-clock.ts";
import { standIn } from "./stand-in.ts";

/** The case with nothing left to decide about its owner: whoever was to decide may get the step. */
const notAsked = (c: Open): Open => {
  if (!isRecusing(c) || c.recusal.whom.is === "unit") return c;
  const { recusal: _, ...rest } = c;
  return rest;
};

/**
 * 自行回避: whoever has the step has a conflict of interest. They are out at once and for good: the step passes to whom it
 * falls to without them, and its time stays. Nobody has to grant it, as nobody is to
 * handle a case that they say they must not; nor does it bring them more than reassigning would.
 * Source: 《信访工作条例》 Art. 28(3); docs/adr/0057.
 */
export const recusalActs = {
  recuse: act({
    form: z.strictObject({ recusalGround: z.enum(RecusalGround.options, problem("missing")) }),
    role: "owner",
    at: openStates,
    turn: "ends",
    decide: (c, { recusalGround: why }, world) => {
      const { owner: staff, stepNo } = c;
      const without = barring(notAsked(c), staff);
      if (!isAnybodyLeft(world.directory, without.about, decidersOf(without))) return refuse("nobodyElse");
      const occasion = { by: { kind: "policy", version: world.directory.policy.version } } as const;
      const passed = standIn(without, occasion, world).events.map((event) => ({ ...event, clocks: [] }));
      const events = [
        ...passed,
        // What somebody did is the last event of it: the one that uses their link up.
        { by: byOwner(c), fact: { type: "recused" as const, stepNo, staff, why }, clocks: [], messages: [] },
      ];
      return looksAtLead(c, without.about, { events }, world);
    },
  }),
};
