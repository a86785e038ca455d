import { IdentityCheck, ScanReference } from "#case/state/facts/withdrawal.ts";
import { StaffId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";

/** Who of the bureau it is typed for, who of it has checked that it was the petitioner, and how. */
export const byWhom = {
  by: StaffId.describe("takes the id of somebody of the bureau, as the directory has it: zhou-min"),
  "checked-by": StaffId.describe(
    "takes the id of whoever of the bureau has checked that it was the petitioner: zhou-min",
  ),
  check: IdentityCheck.describe(`says how that was checked: ${IdentityCheck.options.join(" or ")}`),
};
/** The day on the paper, and where its scan is kept. */
export const onPaper = {
  on: DistrictDate.describe("takes the day on the paper: 2026-03-02"),
  scan: ScanReference.describe(
    "takes the number under which the scan is kept: SC-2026-0012, with capital letters, digits and . / - between them, never nine digits in a row",
  ),
};
