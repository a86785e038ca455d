import type { actsInProgress } from "#case/acts/in-progress.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { agentRefusals } from "./acts/agent.ts";
import type { Notices } from "./acts/matter-words.ts";
import { everyonesRefusals } from "./everyones-refusals.ts";

/** Why an answer was not opened: whoever tried acts for its petitioner no more, or may not. */
const refusals = { ...everyonesRefusals, ...agentRefusals };

const isOfThese = (refusal: string): refusal is keyof typeof refusals => Object.hasOwn(refusals, refusal);

/** What is said about the acts of petitioners where the progress of their case is told. */
export const saidInProgress = {
  notices: { openAnswer: "shows itself" } satisfies Notices<typeof actsInProgress>,
  refused: (refusal: string): Bilingual => refusals[isOfThese(refusal) ? refusal : "movedOn"],
} as const;
