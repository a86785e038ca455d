import * as z from "zod";
import { day, problem, prose, proseLimits } from "#case/forms/form-text.ts";
import type { Actor } from "#case/state/actor.ts";
import type { In } from "#case/state/case.ts";
import { happened, refuse } from "#case/state/decision.ts";
import { lastDayOf } from "#case/state/running.ts";
import { deliveryTurn } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import { districtDate, endOfPeriod, noonOf } from "#clock/period.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { inOneLine } from "#ground/seen-text.ts";
import { act } from "./act.ts";
import { delivered } from "./delivered.ts";

const byDeliverer = (c: In<"delivering">): Actor => ({ kind: "staff", id: deliveryTurn(c).staff });

/** Whether something can have been done to the letter on a day: since it was written, and not in the future. */
const canHaveBeen = (c: In<"delivering">, on: DistrictDate, { now }: World): boolean =>
  on >= districtDate(c.answeredAt) && on <= districtDate(now);

/** When a notice that is put up on a day counts as the delivery: after as many days as the policy says. */
export const noticeCounts = (on: DistrictDate, { calendar, directory }: Omit<World, "now">): DistrictDate =>
  endOfPeriod(calendar, noonOf(on), directory.policy.clocks.notice).lastDay;

/** The number under which post can be traced; none for what was handed over. */
const tracking = z
  .string()
  .default("")
  .transform(inOneLine)
  .refine((typed) => [...typed].length <= proseLimits.tracking, problem("tooLong"))
  .transform((typed) => (typed === "" ? undefined : typed));

/** 送达, by the unit. */
export const deliveryActs = {
  /** The letter was handed over, or has arrived by post: the day on the receipt counts. */
  recordDelivery: act({
    form: z.strictObject({ how: z.enum(["byHand", "byPost"], problem("missing")), on: day, tracking }),
    together: ({ how, tracking: number = "" }) =>
      how === "byPost" && number.trim() === "" ? { tracking: "missing" } : {},
    role: "owner",
    at: ["delivering"],
    elsewhere: "movedOn",
    // Whoever has delivered a letter may correct it.
    turn: "stays",
    decide: (c, { how, on, tracking: number }, world) => {
      if (!canHaveBeen(c, on, world)) return refuse("deliveryDateImpossible");
      if (how === "byPost" && !c.postal) return refuse("noPostalAddress");
      const traced = how === "byPost" && number !== undefined ? { tracking: number } : {};
      return delivered(c, byDeliverer(c), { how, on, ...traced }, noonOf(on), world);
    },
  }),

  /**
   * 电话告知: the answer was read out, and what was. The time for review runs from the written answer alone (Art. 35), so
   * that it is still to be delivered.
   */
  recordPhoneCall: act({
    form: z.strictObject({ on: day, readOut: prose("readOut") }),
    role: "owner",
    at: ["delivering"],
    turn: "stays",
    decide: (c, { on, readOut }, world) =>
      canHaveBeen(c, on, world)
        ? happened(byDeliverer(c), { type: "toldByPhone", on, readOut })
        : refuse("deliveryDateImpossible"),
  }),

  /** 公告送达: the last way, once the days for any other are over. It counts after the policy's days. */
  recordNotice: act({
    form: z.strictObject({ on: day, posted: prose("posted") }),
    role: "owner",
    at: ["delivering"],
    turn: "stays",
    whyNot: (c, { now }) => (lastDayOf(c, "delivery") >= districtDate(now) ? "noticeTooEarly" : undefined),
    decide: (c, { on: postedOn, posted }, world) => {
      if (!canHaveBeen(c, postedOn, world)) return refuse("deliveryDateImpossible");
      const on = noticeCounts(postedOn, world);
      return delivered(c, byDeliverer(c), { how: "byNotice", on, postedOn, posted }, noonOf(on), world);
    },
  }),
};
