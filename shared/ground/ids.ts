import * as z from "zod";

const Id = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** Names a unit of the directory: `xihu-jiedao`. */
export const UnitId = Id;
export type UnitId = z.infer<typeof UnitId>;

/** Names a member of staff. */
export const StaffId = Id;
export type StaffId = z.infer<typeof StaffId>;

/** Names a category of matters. */
export const CategoryId = Id;
export type CategoryId = z.infer<typeof CategoryId>;

/** A district's id in letters of one case; single hyphens stand between its parts, so that a case number can end it. */
const districtForm = (letters: "a-z" | "A-Z"): string => `[${letters}][${letters}0-9]*(?:-[${letters}0-9]+)*`;
/** With year, serial number and the workflow's epoch it fits in the 80 characters of an execution's name. */
const districtLength = 40;

/** Names a district: `anhe`, `pudong-xinqu`. In capitals it begins the number of each of its cases. */
export const DistrictId = z
  .string()
  .max(districtLength)
  .regex(new RegExp(`^${districtForm("a-z")}$`));
export type DistrictId = z.infer<typeof DistrictId>;

const caseForm = new RegExp(`^(${districtForm("A-Z")})-(\\d{4})-(\\d{4,10})$`);

/** `ANHE-2026-0123`: the district's id in capitals, the year and the year's serial number. */
export const CaseId = z
  .string()
  .regex(caseForm)
  .refine((id) => (caseForm.exec(id)?.[1] ?? "").length <= districtLength, "The district's part is too long");
export type CaseId = z.infer<typeof CaseId>;

/** The id of a district's case, from the year and its serial number there. @throws ZodError when it would be none. */
export const newCaseId = (district: DistrictId, year: number, serial: number): CaseId =>
  CaseId.parse(`${district.toUpperCase()}-${year}-${String(serial).padStart(4, "0")}`);

/** The parts of a case's id: the district's own id may hold hyphens and digits too. @throws ZodError when it is none. */
export const readCaseId = (id: CaseId): { district: DistrictId; year: number; serial: string } => {
  const [, district = "", year = "", serial = ""] = caseForm.exec(CaseId.parse(id)) ?? [];
  return { district: district.toLowerCase(), year: Number(year), serial };
};
