import { givenActs } from "./given-acts.ts";
import { staffActs } from "./staff-acts.ts";

/** All that the office may do, for those who are no function: what a door gives is a part of it. */
export const everyAct = givenActs(staffActs);
export const { forms: staffForms, offeredTo, shownTo, endsTurn, isOneClick } = everyAct;
