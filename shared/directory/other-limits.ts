import type { OtherLimit } from "#clock/other-limit.ts";
import type { CategoryId } from "#ground/ids.ts";
import type { Directory } from "./directory.ts";
import { categoryNow } from "./succession.ts";

/**
 * The time limits of other bodies that may concern a matter: those of a procedure that it is guided to first, then those of
 * its category, each once.
 */
export const otherLimits = (
  directory: Directory,
  category: CategoryId,
  first: readonly string[] = [],
): OtherLimit[] => {
  const ids = new Set([...first, ...(categoryNow(directory, category)?.limits ?? [])]);
  return [...ids].flatMap((id) => directory.policy.limits.filter((limit) => limit.id === id));
};
