import type { Directory, Unit } from "#directory/directory.ts";
import { unitOf } from "#directory/routing.ts";
import { unitNow } from "#directory/succession.ts";
import type { UnitId } from "#ground/ids.ts";

/** What a paper says of the unit that issues it: it stays so, whatever a later directory says. */
export const issuerOf = (unit: UnitId, directory: Directory): Pick<Unit, "name" | "address" | "phone"> => {
  const { name, address, phone } = unitNow(directory, unit) ?? unitOf(directory, directory.district.bureau);
  return { name, ...(address !== undefined && { address }), ...(phone !== undefined && { phone }) };
};
