import * as z from "zod";
import { StaffId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";
import { Holder } from "../actor.ts";
import { stepNo, Unable } from "./fact.ts";

/** The number of a turn beside a step, and of which step. */
const turn = { stepNo, assignment: z.int().positive() };

/** What waits for somebody's decision beside a step: which turn that is, and until when it lasts. */
export const asked = { ...turn, decideBy: DistrictDate };

/** Whoever was to decide cannot, and whoever would be asked now is asked. */
export const passedOn = { ...turn, from: StaffId, to: Holder, how: Unable };

/** Nobody has decided in time, which decides nothing: somebody above has to. */
export const climbed = { ...asked, from: StaffId, to: Holder, lastDay: DistrictDate };

/** It is undecided still, and whoever decides is reminded. */
export const awaited = { stepNo, staff: StaffId, decideBy: DistrictDate };
