import type { Typed } from "./act.ts";
import type { CommandsOf } from "./act-forms.ts";
import { actsAfter } from "./after.ts";
import { actsAtDelivery } from "./at-delivery.ts";
import { actsAtScreening } from "./at-screening.ts";
import { actsAtStep } from "./at-step.ts";
import { actsBesideStep } from "./beside-step.ts";
import { reviewActs } from "./review.ts";
import { actsTogether } from "./together.ts";
import { actsOfWatch } from "./watch.ts";

/** What the office may do to a case, at whichever door. */
export const staffActs = {
  ...actsAtStep,
  ...actsAtScreening,
  ...actsAtDelivery,
  ...actsBesideStep,
  ...actsTogether,
  ...actsAfter,
  ...actsOfWatch,
  ...reviewActs,
};
export type StaffActs = typeof staffActs;
export type StaffActName = keyof StaffActs;

type StaffTyped = Typed<StaffActs>;
/** What is typed for an act. */
export type StaffFieldOf<N extends StaffActName> = keyof StaffTyped[N] & string;
/** The fields of all forms. */
export type StaffField = { [N in StaffActName]: StaffFieldOf<N> }[StaffActName];

export type StaffCommands = CommandsOf<StaffActs>;
/** An act with what was typed for it. */
export type StaffCommand = StaffCommands[StaffActName];
