import * as z from "zod";
import { StaffId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";
import { Written } from "#ground/written.ts";
import { goesOn, type TraitsOf } from "./fact.ts";

/** 送达方式: `opened` with the query code, or recorded by the unit. */
export const DeliveryWay = z.enum(["opened", "byHand", "byPost", "byNotice"]);
export type DeliveryWay = z.infer<typeof DeliveryWay>;

/** 送达: how, and the day from which the time for a review is counted. */
export const Delivered = z.strictObject({
  how: DeliveryWay,
  on: DistrictDate,
  /** By post: the number under which it can be traced. */
  tracking: Written.optional(),
  /** 公告: the day on which it was put up; where, and what had been tried before. It counts as delivered later. */
  postedOn: DistrictDate.optional(),
  posted: Written.optional(),
});
export type Delivered = z.infer<typeof Delivered>;

/** 送达: the letter on its way to the petitioner. */
export const deliveryFacts = [
  z.strictObject({ type: z.literal("delivered"), ...Delivered.shape }),
  /** 电话告知: the answer was read out. That is no written answer, so that it is still to be delivered. */
  z.strictObject({ type: z.literal("toldByPhone"), on: DistrictDate, readOut: Written }),
  /** Somebody of the unit is asked to deliver it: no mail tells the petitioner, or they have not opened it. */
  z.strictObject({
    type: z.literal("deliveryAsked"),
    why: z.enum(["notMailed", "unopened"]),
    to: StaffId,
    lastDay: DistrictDate,
  }),
  z.strictObject({ type: z.literal("deliveryOverdue"), lastDay: DistrictDate }),
] as const;

export const deliveryTraits: TraitsOf<typeof deliveryFacts> = {
  delivered: goesOn,
  toldByPhone: goesOn,
  deliveryAsked: goesOn,
  deliveryOverdue: goesOn,
};
