import * as z from "zod";
import { NewerThanThisBuild } from "#record/row.ts";

/** An error that came from a service of AWS or from the way there: the SDK leaves its account of the call on it. */
const FromService = z.object({
  name: z.string(),
  $metadata: z.object({}),
  CancellationReasons: z.array(z.object({ Code: z.string().optional() })).optional(),
});

/** What a service says when it is the request itself that it cannot take. */
const refusals = ["ValidationException", "ItemCollectionSizeLimitExceededException"];
const refusalReasons = ["ValidationError", "ItemCollectionSizeLimitExceeded"];

/**
 * Whether an error is trouble that passes, such as throttling, a lost connection or a missing right, and says nothing
 * about the row at which it showed. So does a row that a newer build has written: it waits for one that knows it. All else is the row's own: it cannot be read, its case cannot be judged, or the
 * database does not take what was decided.
 */
export const isPassingTrouble = (error: Error): boolean => {
  if (error instanceof NewerThanThisBuild) return true;
  const found = FromService.safeParse(error);
  if (!found.success) return false;
  const { name, CancellationReasons = [] } = found.data;
  return !refusals.includes(name) && !CancellationReasons.some(({ Code = "" }) => refusalReasons.includes(Code));
};
