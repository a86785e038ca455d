import { proposalTitles } from "./proposal-titles.ts";
import type { RegisterTitles } from "./titles.ts";

/** How mails and pages name the entries of each register. */
export const registerTitles = { proposal: proposalTitles } satisfies RegisterTitles;
