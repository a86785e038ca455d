import { instructionActs, leadActs, leadNamingActs } from "./lead.ts";
import { promiseOversightActs } from "./promise-oversight.ts";
import { supervisionActs } from "./supervision.ts";

/** What is watched over from above: the bureau supervises who is late, and has a broken promise kept; a leader is in charge. */
export const actsOfWatch = {
  ...supervisionActs,
  ...promiseOversightActs,
  ...leadActs,
  ...leadNamingActs,
  ...instructionActs,
};
