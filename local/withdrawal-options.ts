import * as z from "zod";
import { IdentityCheck, ScanReference } from "#case/state/facts/withdrawal.ts";
import { StaffId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";
import { Obstacle } from "./obstacle.ts";

/** Who of the bureau it is typed for, who of it has checked that it was the petitioner, and how. */
export const byWhom = { by: StaffId, "checked-by": StaffId, check: IdentityCheck };
/** The day on the paper, and where its scan is kept. */
export const onPaper = { on: DistrictDate, scan: ScanReference };

const wanted = {
  by: "takes the id of somebody of the bureau, as the directory has it: zhou-min",
  "checked-by": "takes the id of whoever of the bureau has checked that it was the petitioner: zhou-min",
  check: `says how that was checked: ${IdentityCheck.options.join(" or ")}`,
  on: "takes the day on the paper: 2026-03-02",
  scan: "takes the number under which the scan is kept: SC-2026-0012, with capital letters, digits and . / - between them, never nine digits in a row",
};

/** Reads such options. @throws Obstacle that names the first one that is missing or cannot be read, and what it takes. */
export const readWithdrawalOptions = <Shape extends Partial<typeof byWhom & typeof onPaper>>(
  shape: Shape,
  values: Readonly<Record<string, unknown>>,
  usage: string,
) => {
  const asked = z.object(shape).safeParse(values);
  if (asked.success) return asked.data;
  const wrong = Object.entries(wanted).find(([name]) => asked.error.issues.some(({ path }) => path[0] === name));
  throw new Obstacle(wrong === undefined ? usage : `--${wrong[0]} ${wrong[1]}. ${usage}`);
};
