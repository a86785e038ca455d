import type { Case } from "#case/state/case.ts";
import type { Letter } from "#case/state/facts/answer.ts";
import type { Turn } from "#case/state/turn.ts";
import type { World } from "#case/state/world.ts";
import type { GivenActs } from "./given-acts.ts";
import type { StaffCommand } from "./staff-acts.ts";

/**
 * The letter that an act would issue now, just as the decision would: its preview is what is issued. Nothing for an act
 * that answers nothing, or is refused.
 * @param given the acts that it is one of
 * @param act with its texts as they were written
 */
export const letterBrought = (
  { decideStaff }: Pick<GivenActs, "decideStaff">,
  c: Case,
  { staff, ...turn }: Turn,
  act: StaffCommand,
  world: World,
): Letter | undefined => {
  const decision = decideStaff(c, { by: staff, ...turn, act }, world);
  if ("refused" in decision) return undefined;
  return decision.events
    .flatMap(({ fact }) => (fact.type === "replied" || fact.type === "letterCorrected" ? [fact.letter] : []))
    .at(0);
};
