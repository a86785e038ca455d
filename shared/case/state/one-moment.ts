import { minutesLater } from "#clock/period.ts";
import type { Instant } from "#ground/instant.ts";

/** Minutes within which clocks that ring one after the other, in one sweep or two, are one moment to whoever reads of them. */
const oneMoment = 5;

/** Whether what was mailed `at` some time is of this moment. */
export const isOneMoment = (at: Instant, now: Instant): boolean => minutesLater(at, oneMoment) > now;
