import { randomBytes } from "node:crypto";
import { worldFrom } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { entryStore } from "#case/store/entry-store.ts";
import { demoNow } from "#clock/now.ts";
import { districtDate } from "#clock/period.ts";
import { directoryStore } from "#directory/store.ts";
import { newEntryId, newMark, type StaffId, type UnitId } from "#ground/ids.ts";
import { openEntry } from "#register/carry-out.ts";
import type { proposalSorts } from "#register/proposals.ts";
import { registers } from "#register/registers.ts";
import { proposalTitles } from "#words/registers/proposal-titles.ts";
import { entryNumber } from "#words/registers/titles.ts";
import { caseNamed, readNamedCase } from "./case-named.ts";
import { Obstacle } from "./obstacle.ts";
import { type Tables, tables } from "./running.ts";

/** What a proposal is begun with. */
export type Drafted = { by: StaffId; sort: (typeof proposalSorts)[number]; unit: UnitId; events: readonly number[] };

/** Nothing is written yet when a proposal is begun, so that nothing is sealed. */
const noVault = {
  sealer: () => Promise.reject(new Error("Nothing is written when a proposal is begun")),
  sealerBeside: () => Promise.reject(new Error("Nothing is written when a proposal is begun")),
  open: () => Promise.reject(new Error("Nothing is opened when a proposal is begun")),
};

/**
 * Begins a proposal on events of a case.
 * @param typed the case, as somebody named it @param given the tables, where they are at hand already
 * @returns its number, and the name of whoever writes it
 * @throws Obstacle that says what is wrong: the case, the officer, the unit, an event. Then nothing is begun.
 */
export const draftProposal = async (
  typed: string | undefined,
  usage: string,
  { by, sort, unit, events }: Drafted,
  given?: Tables,
): Promise<{ id: string; number: string; writes: string }> => {
  if (typed === undefined) throw new Obstacle(`Which case? ${usage}`);
  const { db, ...names } = given ?? (await tables());
  const district = directoryStore(db, names.directory);
  const cases = caseStore(db, names.cases, names.deadlines);
  const entries = entryStore(db, names.cases, names.deadlines);
  const world = worldFrom({ now: demoNow(() => district.demoOffset()), inForce: () => district.inForce() });
  const { directory, now } = await world();

  const named = await readNamedCase(typed, () => Promise.resolve(directory));
  const caseId = named === undefined ? undefined : await caseNamed(cases, named);
  if (named === undefined || caseId === undefined) throw new Obstacle(`There is no case ${typed}. ${usage}`);
  const { bureau } = directory.district;
  const officer = directory.staff.find(({ id }) => id === by);
  if (officer?.unit !== bureau)
    throw new Obstacle(`--by ${by} is nobody of the bureau, who alone draft proposals. ${usage}`);
  if (unit === bureau || !directory.units.some(({ id }) => id === unit))
    throw new Obstacle(`--unit ${unit} is no unit that a proposal can go to. ${usage}`);
  const known = new Set((await cases.history(caseId)).events.map(({ seq }) => seq));
  const missing = events.filter((seq) => !known.has(seq));
  if (missing.length > 0)
    throw new Obstacle(`--events: ${named} has no event ${missing.join(" and no event ")}; it has 1 to ${known.size}.`);

  const year = Number(districtDate(now).slice(0, 4));
  const serial = await entries.nextSerial("proposal", year);
  const id = newEntryId("proposal", directory.district.id, year, serial, newMark(randomBytes));
  const links = [{ case: caseId, events: [...new Set(events)].sort((a, b) => a - b) }];
  const ports = { entries, registers, world, vault: noVault, random: randomBytes };
  const opened = await openEntry(ports)(id, { by, typed: { sort, unit }, links });
  if ("problems" in opened)
    throw new Obstacle(`The proposal cannot be begun: ${Object.keys(opened.problems).join(", ")}. ${usage}`);
  return { id, number: entryNumber(id, proposalTitles.prefix, directory), writes: officer.name };
};
