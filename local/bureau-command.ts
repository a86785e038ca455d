import { type CarriedOut, carryOut, noLinks } from "#case/acts/carry-out.ts";
import type { CommandOf } from "#case/acts/command.ts";
import { upkeepJudges } from "#case/acts/judges.ts";
import type { Change } from "#case/state/change.ts";
import { worldFrom } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { demoNow } from "#clock/now.ts";
import { directoryStore } from "#directory/store.ts";
import { refusalWords } from "#words/refusals.ts";
import { caseNamed, readNamedCase } from "./case-named.ts";
import { Obstacle } from "./obstacle.ts";
import { tables } from "./running.ts";

/** What staff, mostly of the bureau, do to a case by command, an operator typing it in their name. */
type BureauCommand = CommandOf<
  | "renewCode"
  | "turnOrdinary"
  | "withdrawOnPaper"
  | "undoForPetitioner"
  | "markUrgent"
  | "unmarkUrgent"
  | "decideRecusal"
>;

/**
 * Carries such a command out on the case that somebody has named.
 * @param typed the case, as they wrote it. @param usage an example, for whoever wrote none that can be read.
 * @returns the case by its number, and what it has become.
 * @throws Obstacle that says why nothing was done: no such case, or a refusal in words.
 */
export const carryOutForBureau = async (
  typed: string | undefined,
  usage: string,
  command: BureauCommand,
  along: Pick<Change, "code"> = {},
): Promise<{ named: string } & Pick<Extract<CarriedOut, { kind: "done" }>, "after">> => {
  if (typed === undefined) throw new Obstacle(`Which case? ${usage}`);
  const { db, ...names } = await tables();
  const cases = caseStore(db, names.cases, names.deadlines);
  const district = directoryStore(db, names.directory);
  const named = await readNamedCase(typed, () => district.current());
  if (named === undefined) throw new Obstacle(`Which case? ${usage}`);
  const caseId = await caseNamed(cases, named);
  if (caseId === undefined) throw new Obstacle(`There is no case ${named}.`);
  const now = demoNow(() => district.demoOffset());
  const ports = { cases, world: worldFrom({ now, inForce: () => district.inForce() }), linkHash: noLinks };
  const outcome = await carryOut(ports, upkeepJudges)(caseId, command, along);
  if (outcome.kind === "refused") throw new Obstacle(`${named}: ${refusalWords[outcome.refusal].en}.`);
  return { named, after: outcome.after };
};
