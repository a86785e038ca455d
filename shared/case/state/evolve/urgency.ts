import type { Case, In } from "#case/state/case.ts";
import { type Evolutions, from } from "./evolution.ts";

/** No longer urgent, and nothing of it left. */
const calm = ({ urgent: _, urgentBy: __, ...c }: In<"accepted" | "handling">): Case => {
  if (c.status === "accepted") return c;
  const { stepWas: ___, ...handling } = c;
  return handling;
};

export const urgencyEvolutions: Evolutions<"markedUrgent" | "unmarkedUrgent"> = {
  markedUrgent: from(["accepted", "handling"], (c, { as, stepWas }) => {
    const urgent = { ...c, urgent: true, urgentBy: as } as const;
    return urgent.status === "handling" && stepWas !== undefined ? { ...urgent, stepWas } : urgent;
  }),
  unmarkedUrgent: from(["accepted", "handling"], calm),
};
