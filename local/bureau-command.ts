import { type CarriedOut, carryOut, inTheMail } from "#case/acts/carry-out.ts";
import type { CommandOf } from "#case/acts/command.ts";
import { upkeepJudges } from "#case/acts/judges.ts";
import { mergeCases } from "#case/acts/merge-cases.ts";
import type { Merging } from "#case/acts/merging.ts";
import type { Change } from "#case/state/change.ts";
import { worldFrom } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { demoNow } from "#clock/now.ts";
import { directoryStore } from "#directory/store.ts";
import type { CaseId } from "#ground/ids.ts";
import { refusalWords } from "#words/refusals.ts";
import { caseNamed, readNamedCase } from "./case-named.ts";
import { Obstacle } from "./obstacle.ts";
import { type Tables, tables } from "./running.ts";

/** What staff, mostly of the bureau, do to a case by command, an operator typing it in their name. */
type BureauCommand = CommandOf<
  | "renewCode"
  | "turnOrdinary"
  | "withdrawOnPaper"
  | "undoForPetitioner"
  | "markUrgent"
  | "unmarkUrgent"
  | "beginConvening"
  | "beginSupervision"
  | "nameLeader"
  | "pullUp"
  | "askRecusalFor"
  | "unmerge"
>;

/**
 * The tables of the district that runs, and what judges of its cases need.
 * @param typed the cases that somebody names @throws Obstacle before anything is looked up, where they name none
 */
const atDistrict = async (typed: readonly (string | undefined)[], usage: string, given?: Tables) => {
  if (typed.includes(undefined)) throw new Obstacle(`Which case? ${usage}`);
  const { db, ...names } = given ?? (await tables());
  const cases = caseStore(db, names.cases, names.deadlines);
  const district = directoryStore(db, names.directory);
  const now = demoNow(() => district.demoOffset());
  const ports = { cases, world: worldFrom({ now, inForce: () => district.inForce() }), linkHash: inTheMail };

  /** A case as somebody named it, by its number and its id. @throws Obstacle where they named none that there is. */
  const find = async (words: string | undefined): Promise<{ named: string; caseId: CaseId }> => {
    const named = words === undefined ? undefined : await readNamedCase(words, () => district.current());
    if (named === undefined) throw new Obstacle(`Which case? ${usage}`);
    const caseId = await caseNamed(cases, named);
    if (caseId === undefined) throw new Obstacle(`There is no case ${named}.`);
    return { named, caseId };
  };

  return { ports, find };
};

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
  const { ports, find } = await atDistrict([typed], usage);
  const { named, caseId } = await find(typed);
  const outcome = await carryOut(ports, upkeepJudges)(caseId, command, along);
  if (outcome.kind === "refused") throw new Obstacle(`${named}: ${refusalWords[outcome.refusal].en}.`);
  return { named, after: outcome.after };
};

/**
 * Has a petition handled in another, both as somebody has named them.
 * @param given the tables, where they are at hand already
 * @returns both by their numbers, and how many are handled with the one that leads now.
 * @throws Obstacle as above; then neither has changed.
 */
export const mergeForBureau = async (
  typed: { lead: string | undefined; member: string | undefined },
  usage: string,
  merging: Merging,
  given?: Tables,
): Promise<{ lead: string; member: string; members: number }> => {
  const { ports, find } = await atDistrict([typed.lead, typed.member], usage, given);
  const lead = await find(typed.lead);
  const member = await find(typed.member);
  const outcome = await mergeCases(ports)({ lead: lead.caseId, member: member.caseId }, merging);
  if (outcome.kind === "refused") {
    throw new Obstacle(`${member.named} in ${lead.named}: ${refusalWords[outcome.refusal].en}.`);
  }
  return { lead: lead.named, member: member.named, members: outcome.after.lead.members?.length ?? 0 };
};
