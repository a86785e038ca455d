import { Temporal } from "temporal-polyfill";
import type { DistrictDate } from "#ground/instant.ts";

/** The Sunday that ends the week of a day; a Sunday ends its own, worked or not. */
export const endOfWeek = (date: DistrictDate): DistrictDate => {
  const day = Temporal.PlainDate.from(date);
  return day.add({ days: 7 - day.dayOfWeek }).toString();
};
