import { promiseOversightActs } from "./promise-oversight.ts";
import { supervisionActs } from "./supervision.ts";

/** What is watched over from above: the bureau supervises who is late, and has a broken promise kept. */
export const actsOfWatch = {
  ...supervisionActs,
  ...promiseOversightActs,
};
