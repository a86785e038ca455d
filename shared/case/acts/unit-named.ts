import type { UnitNamed } from "#case/state/facts/letter.ts";
import type { Directory } from "#directory/directory.ts";
import { unitOf } from "#directory/routing.ts";
import { unitNow } from "#directory/succession.ts";
import type { UnitId } from "#ground/ids.ts";

/** What a letter says of a unit: it stays so, whatever a later directory says. */
export const unitNamed = (unit: UnitId, directory: Directory): UnitNamed => {
  const { name, address, phone } = unitNow(directory, unit) ?? unitOf(directory, directory.district.bureau);
  return { name, ...(address !== undefined && { address }), ...(phone !== undefined && { phone }) };
};
