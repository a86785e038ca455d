import type { Instant } from "#ground/instant.ts";

const long = new Intl.DateTimeFormat("en-US", {
  weekday: "long",
  year: "numeric",
  month: "long",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: "Asia/Shanghai",
});

/** A moment as the district's clock shows it: `Monday, November 23, 2026, 09:00`. */
export const districtTime = (moment: Instant): string => long.format(new Date(moment)).replace(" at ", ", ");
