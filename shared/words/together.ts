import type { actsTogether } from "#case/acts/together.ts";
import { assistanceRefusals, questionField } from "./acts/assistance.ts";
import { guidanceRefusals } from "./acts/guidance.ts";
import type { ActsSaid, FieldsSaid, RefusalsOf } from "./acts/matter-words.ts";
import { conveningRefusals, meetingActWords, meetingFields, meetingRefusals } from "./acts/meeting.ts";
import { unitRefusals } from "./acts/objection.ts";
import { otherWayDecisionActWords, otherWayDecisionRefusals } from "./acts/other-way.ts";
import { recusalDecisionActWords, recusalPendingRefusals, recusalRefusals } from "./acts/recusal.ts";
import { bodyRefusals } from "./acts/transfer.ts";
import { urgencyDecisionActWords } from "./acts/urgency-request.ts";
import { reason } from "./matters.ts";

/** What is said about meetings and about what others decide, and about the fields of their forms. */
export const saidTogether = {
  acts: {
    ...meetingActWords,
    ...urgencyDecisionActWords,
    ...otherWayDecisionActWords,
    ...recusalDecisionActWords,
  } satisfies ActsSaid<typeof actsTogether>,
  fields: { ...meetingFields, ...questionField, reason } satisfies FieldsSaid<typeof actsTogether>,
  refusals: {
    ...assistanceRefusals,
    ...meetingRefusals,
    ...conveningRefusals,
    ...unitRefusals,
    ...guidanceRefusals,
    ...bodyRefusals,
    ...otherWayDecisionRefusals,
    ...recusalRefusals,
    ...recusalPendingRefusals,
  } satisfies RefusalsOf,
};
