import * as z from "zod";
import { proseLimits, textOrNone } from "#case/forms/form-text.ts";
import { supervisionOffers } from "#case/offers/supervision.ts";
import type { Case } from "#case/state/case.ts";
import { type Decision, happened, refuse } from "#case/state/decision.ts";
import { firstDue } from "#case/state/due.ts";
import type { Message } from "#case/state/message.ts";
import { daysToAskFor } from "#case/state/missed-days.ts";
import type { World } from "#case/state/world.ts";
import { dayAfter, districtDate } from "#clock/period.ts";
import { act } from "./act.ts";
import { supervisorFor, supervisorsTurn } from "./supervision-watch.ts";
import { tellsHolder } from "./tells-holder.ts";

const remark = textOrNone(proseLimits.remark);

/** Whoever watches over the bureau's cases is told that the petitioner urges, unless they have it themselves. */
const tellsBureau = (c: Case, told: readonly Message[], world: World): Message[] => {
  const to = supervisorFor(c, { on: districtDate(world.now) }, world)?.id;
  return to === undefined || told.some((one) => one.kind === "taskMail" && one.to === to)
    ? []
    : [{ kind: "dutyMail", to, urged: true }];
};

/**
 * 申请督办、催办: by the petitioner. No clock of the case moves by either, and neither costs them anything.
 * Source: 《信访工作条例》 Art. 40; who is asked, in which time and how often are the district's own (docs/adr/0082).
 */
export const supervisionRequests = {
  /** After a day that the record shows as missed, once for each: the bureau issues a notice, or writes why it does not. */
  askSupervision: act({
    ...supervisionOffers.askSupervision,
    form: z.strictObject({ remark }),
    role: "petitioner",
    brings: "supervisionAsked",
    turn: "stays",
    decide: (c, typed, world): Decision => {
      const [missed] = daysToAskFor(c, world.now);
      const found = supervisorFor(c, { on: districtDate(world.now) }, world);
      if (missed === undefined || found === undefined) return refuse("nobodyToSupervise");
      const { told, clock, mail } = supervisorsTurn(c, found, "asked", world);
      const says = typed.remark !== undefined && { remark: typed.remark };
      return happened({ kind: "petitioner" }, { type: "supervisionAsked", missed, ...says, ...told }, [clock], [mail]);
    },
  }),

  /** Passed on at once to whoever has the case and to the bureau; again after the policy's days. */
  urge: act({
    ...supervisionOffers.urge,
    form: z.strictObject({ remark }),
    role: "petitioner",
    brings: "urged",
    turn: "stays",
    decide: (c, typed, world) => {
      const { now, directory } = world;
      const holder = tellsHolder(c, "urged", firstDue(c)?.lastDay);
      const says = typed.remark !== undefined && { remark: typed.remark };
      const againOn = dayAfter(districtDate(now), directory.policy.clocks.urge.days);
      return happened(
        { kind: "petitioner" },
        { type: "urged", ...says, againOn },
        [],
        [...holder, ...tellsBureau(c, holder, world)],
      );
    },
  }),
};
