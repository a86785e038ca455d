import type { Message } from "#case/state/message.ts";
import type { DistrictDate } from "#ground/instant.ts";

/** Whoever reviews an answer is asked by a mail with their link. */
export const askReviewer = (
  stepNo: number,
  { staff, assignment }: { staff: string; assignment: number },
  lastDay: DistrictDate,
): Message => ({ kind: "taskMail", to: staff, ask: "reviewAnswer", stepNo, assignment, lastDay });
