import type { actsTogether } from "#case/acts/together.ts";
import { assistanceRefusals, questionField } from "./acts/assistance.ts";
import type { ActsSaid, FieldsSaid, RefusalsOf } from "./acts/matter-words.ts";
import { meetingActWords, meetingFields, meetingRefusals } from "./acts/meeting.ts";
import { unitRefusals } from "./acts/objection.ts";
import { recusalPendingRefusals } from "./acts/recusal.ts";
import { reason } from "./matters.ts";

/** What is said about the acts on meetings, and the fields of their forms. */
export const saidTogether = {
  acts: meetingActWords satisfies ActsSaid<typeof actsTogether>,
  fields: { ...meetingFields, ...questionField, reason } satisfies FieldsSaid<typeof actsTogether>,
  refusals: {
    ...assistanceRefusals,
    ...meetingRefusals,
    ...unitRefusals,
    ...recusalPendingRefusals,
  } satisfies RefusalsOf,
};
