import type { Case } from "./case.ts";
import type { HeldPart } from "./turn.ts";

/**
 * 申请回避: whether somebody keeps their hands off their part in a case, as its petitioner has asked that they, or their unit,
 * have none, and nobody has decided yet. They stay its owner, so that it is never nobody's, and every clock runs on.
 */
export const isHandsOff = (c: Case, { staff, unit, role }: Pick<HeldPart, "staff" | "unit" | "role">): boolean => {
  if (c.status !== "handling" || c.recusal === undefined || role === "judge") return false;
  const { whom } = c.recusal;
  return whom.is === "handler" ? whom.staff === staff : whom.unit === unit;
};
