import { answerOpenings } from "./delivery-opening.ts";

/** What a petitioner does where their case's progress is told: they read it, and with it the answer. */
export const actsInProgress = { ...answerOpenings };
