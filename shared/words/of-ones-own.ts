import type { actsOfOnesOwn } from "#case/acts/of-ones-own.ts";
import { agentFields, agentNotices } from "./acts/agent.ts";
import { contactFields, contactNotices } from "./acts/contact.ts";
import { contactPersonFields, jointNotices } from "./acts/joint.ts";
import type { Notices, PetitionerFieldsSaid } from "./acts/matter-words.ts";
import { mergingNotices } from "./acts/merging.ts";
import { ratingFields, ratingNotices } from "./acts/rating.ts";
import { recusalNotices, recusalRequestFields } from "./acts/recusal.ts";
import { supervisionNotices } from "./acts/supervision.ts";
import { urgencyRequestFields, urgencyRequestNotices } from "./acts/urgency-request.ts";
import { withdrawalFields, withdrawalNotices } from "./acts/withdrawal.ts";
import { refusedPetitioner } from "./petitioner-refusals.ts";

/** What is said about what petitioners settle for themselves. */
export const saidOfOnesOwn = {
  notices: {
    ...ratingNotices,
    ...contactNotices,
    ...agentNotices,
    ...jointNotices,
    ...mergingNotices,
    ...supervisionNotices,
    ...urgencyRequestNotices,
    ...recusalNotices,
    ...withdrawalNotices,
  } satisfies Notices<typeof actsOfOnesOwn>,
  fields: {
    ...ratingFields,
    ...contactFields,
    ...agentFields,
    ...contactPersonFields,
    ...urgencyRequestFields,
    ...recusalRequestFields,
    ...withdrawalFields,
  } satisfies PetitionerFieldsSaid<typeof actsOfOnesOwn>,
  refused: refusedPetitioner,
};
