import type { DistrictDate } from "#ground/instant.ts";
import { addDays, dayOfWeek } from "./day.ts";

/** The Sunday that ends the week of a day; a Sunday ends its own, worked or not. */
export const endOfWeek = (date: DistrictDate): DistrictDate => addDays(date, 7 - dayOfWeek(date));
