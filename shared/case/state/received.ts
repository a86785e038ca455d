import { districtDate } from "#clock/period.ts";
import type { DistrictDate } from "#ground/instant.ts";
import type { Case } from "./case.ts";

/** 收到之日: the day on which a matter reached the district, whoever entered it and when. Every time limit counts from it. */
export const receivedOn = (c: Pick<Case, "registeredAt" | "receivedOn">): DistrictDate =>
  c.receivedOn ?? districtDate(c.registeredAt);
