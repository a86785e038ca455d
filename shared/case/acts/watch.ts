import { promiseOversightActs } from "./promise-oversight.ts";

/** What is watched over from above: the bureau has a broken promise kept. */
export const actsOfWatch = {
  ...promiseOversightActs,
};
