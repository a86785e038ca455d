import type { In } from "#case/state/case.ts";
import type { Refusal } from "#case/state/refusal.ts";

/**
 * 检举控告: a report of misconduct is transferred to whoever may look into it, and leaves the bureau on no other way; its
 * words reach no community, township or department (《信访工作条例》 Art. 30).
 */
export const whyNotFromBureau = ({ track }: Pick<In<"screening">, "track">): Refusal | undefined =>
  track === "accusation" ? "accusationStays" : undefined;
