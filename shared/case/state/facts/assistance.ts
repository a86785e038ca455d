import * as z from "zod";
import { StaffId, UnitId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";
import { Written } from "#ground/written.ts";
import { Holder } from "../actor.ts";
import { goesOn, inside, remindsInside, stepNo, type TraitsOf, Unable } from "./fact.ts";
import { mostConvened, mostMeetingsAtStep } from "./meeting-bounds.ts";

/** How many units the owner of a step may ask. */
export const mostAssists = 5;

/** How much can be asked of other units at a step: in questions, to meetings, and by what meetings decide. */
export const mostAsked = mostAssists + 2 * mostMeetingsAtStep * mostConvened;

/** Which of what was asked at a step. */
export const assistNumber = z.int().min(1).max(mostAsked);
const n = assistNumber;
const assignment = z.int().positive();

/**
 * As what a unit is asked, where it is not simply to answer a question. `invited`: to come to a meeting. `charged`: to do
 * what a meeting has decided.
 */
const as = z.enum(["invited", "charged"]).optional();

/** 协办: what a unit was asked, by when it is to answer, and who of it has to; and that it has, or cannot. */
export const Assist = z.strictObject({
  n,
  as,
  unit: UnitId,
  question: Written,
  wantedBy: DistrictDate,
  /** Whose turn it is; their own unit. */
  holder: Holder,
  assignment,
  /** On the last morning they were reminded. */
  reminded: z.literal(true).optional(),
  /** The day has passed, and whoever heads the unit has to answer. */
  late: z.literal(true).optional(),
  /** Nothing is owed any more: they met, and the minutes are theirs to read. */
  met: z.literal(true).optional(),
  /** `ended`: it was called off, or they have something to do since it met. */
  over: z.enum(["given", "declined", "ended"]).optional(),
});
export type Assist = z.infer<typeof Assist>;

/** 协办答复: what a unit has answered to what. */
export const Contribution = z.strictObject({ unit: UnitId, question: Written, contribution: Written });
export type Contribution = z.infer<typeof Contribution>;

const asked = { stepNo, n, as, unit: UnitId };

/** 协办: other units answer what the owner asks; the owner stays the owner. */
export const assistanceFacts = [
  z.strictObject({
    type: z.literal("assistanceAsked"),
    ...{ stepNo, n, unit: UnitId },
    question: Written,
    wantedBy: DistrictDate,
    holder: Holder,
    assignment,
  }),
  z.strictObject({ type: z.literal("assistanceGiven"), ...asked, contribution: Written }),
  z.strictObject({ type: z.literal("assistanceDeclined"), ...asked, reason: Written }),
  z.strictObject({ type: z.literal("assistanceAwaited"), ...asked, staff: StaffId, wantedBy: DistrictDate }),
  /** The unit has not answered by its day: that is on record, and whoever is above the one who was asked has to. */
  z.strictObject({
    type: z.literal("assistanceLate"),
    ...asked,
    from: StaffId,
    to: Holder,
    wantedBy: DistrictDate,
    assignment,
  }),
  /** Whoever was to answer cannot, and whoever would be asked now has to. */
  z.strictObject({
    type: z.literal("assistancePassedOn"),
    ...asked,
    from: StaffId,
    to: Holder,
    assignment,
    how: Unable,
  }),
  /** The watch over them rang, and nothing is due yet: a day of rest was announced since, and it looks again on that day. */
  z.strictObject({ type: z.literal("assistanceNotDue"), stepNo, next: DistrictDate }),
  /** The step ended before these had answered. */
  z.strictObject({ type: z.literal("assistanceLapsed"), stepNo, units: z.array(UnitId).min(1) }),
] as const;

export const assistanceTraits: TraitsOf<typeof assistanceFacts> = {
  assistanceAsked: goesOn,
  assistanceGiven: goesOn,
  assistanceDeclined: goesOn,
  assistanceAwaited: remindsInside,
  assistanceLate: goesOn,
  assistancePassedOn: inside,
  assistanceNotDue: inside,
  assistanceLapsed: goesOn,
};
