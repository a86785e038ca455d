import type { Case } from "#case/state/case.ts";
import { type LetterKind, letterMarks } from "#case/state/facts/letter.ts";
import type { World } from "#case/state/world.ts";
import { districtDate } from "#clock/period.ts";
import { caseNumber } from "#directory/case-number.ts";
import { categoryNow } from "#directory/succession.ts";
import type { UnitId } from "#ground/ids.ts";
import { chainHash } from "#record/chain.ts";
import { unitNamed } from "./unit-named.ts";

/** The matter of a case whose category the directory no longer has, nor what came after it. */
const anotherMatter = { zh: "其他事项", en: "Another matter" };

/** Of a case, what its letters are numbered and headed by. */
type Lettered = Pick<Case, "id" | "category"> & { letters?: Case["letters"] };

/**
 * 制发文书: the next letter of a kind, as a unit issues it now: what all letters say, what this one says, and the hash of
 * both. It is numbered within its case, so that a number needs no counter and no two are alike: of two decisions on a case
 * at the same moment one is stored. A part that its kind demands and that is not given does not compile where its fact is made.
 */
export const issue = <K extends LetterKind, Parts extends object>(
  kind: K,
  { id, category, letters }: Lettered,
  by: UnitId,
  parts: Parts,
  { now, directory }: Pick<World, "now" | "directory">,
) => {
  const { name, address, phone } = directory.district.office;
  const letter = {
    kind,
    number: `${caseNumber(id, directory)}-${letterMarks[kind]}${(letters?.[kind] ?? 0) + 1}`,
    on: districtDate(now),
    to: "petitioner" as const,
    matter: categoryNow(directory, category)?.name ?? anotherMatter,
    by: unitNamed(by, directory),
    office: { name, address, phone },
    ...parts,
  };
  return { ...letter, hash: chainHash(id, letter) };
};
