import type { actsInProgress } from "#case/acts/in-progress.ts";
import { broughtFields, materialNotices } from "./acts/material.ts";
import type { Notices, PetitionerFieldsSaid } from "./acts/matter-words.ts";
import { reconsiderationNotices } from "./acts/reconsideration.ts";
import { settlementNotices } from "./acts/settlement.ts";
import { withdrawalUndoingNotices } from "./acts/withdrawal.ts";
import { reason } from "./matters.ts";

/** What is said about the acts of petitioners where the progress of their case is told. */
export const saidInProgress = {
  notices: {
    ...settlementNotices,
    openAnswer: "shows itself",
    ...materialNotices,
    ...withdrawalUndoingNotices,
    ...reconsiderationNotices,
  } satisfies Notices<typeof actsInProgress>,
  fields: { reason, ...broughtFields } satisfies PetitionerFieldsSaid<typeof actsInProgress>,
} as const;
