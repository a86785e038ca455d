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
/** With year, serial number, mark and the workflow's epoch it fits in the 80 characters of an execution's name. */
const districtLength = 40;

/** Names a district: `anhe`, `pudong-xinqu`. In capitals it begins the number of each of its cases. */
export const DistrictId = z
  .string()
  .max(districtLength)
  .regex(new RegExp(`^${districtForm("a-z")}$`));
export type DistrictId = z.infer<typeof DistrictId>;

/** Small letters and digits without i, l, o and u: a case's mark is never taken for a query code, which has capitals. */
const markAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const numberForm = `(${districtForm("A-Z")})-(\\d{4})-(\\d{4,10})`;
const caseForm = new RegExp(`^${numberForm}-([${markAlphabet}]{12})$`);
const districtFits = (form: RegExp) => (text: string) => (form.exec(text)?.[1] ?? "").length <= districtLength;

const numberOnly = new RegExp(`^${numberForm}$`);
/** `ANHE-2026-0123`: what people know a case by: the district's id in capitals, the year and the year's serial number. */
export const CaseNumber = z
  .string()
  .regex(numberOnly)
  .refine(districtFits(numberOnly), "The district's part is too long");
export type CaseNumber = z.infer<typeof CaseNumber>;

/**
 * `ANHE-2026-0123-7k3m9x2c4b8d`: a case's number and the mark that was drawn when it was filed. Everything that is keyed,
 * derived or named by a case has the mark in it, so that a number that is given once more, after rows were lost, opens
 * nothing of the case that had it before (ADR 0023).
 */
export const CaseId = z.string().regex(caseForm).refine(districtFits(caseForm), "The district's part is too long");
export type CaseId = z.infer<typeof CaseId>;

/** Names a register by the kind of its entries: `proposal`. */
export const RegisterName = z.string().regex(/^[a-z]{2,20}$/);
export type RegisterName = z.infer<typeof RegisterName>;

const entryForm = new RegExp(`^([a-z]{2,20})-${numberForm}-([${markAlphabet}]{12})$`);
/**
 * `proposal-ANHE-2026-0007-7k3m9x2c4b8d`: an entry of a register: which register, the district, the year, the year's serial
 * number in it, and a mark as a case has one. It begins with a small letter, and a case's id with a capital: so whoever has
 * the id of a record knows what it is a record of.
 */
export const EntryId = z.string().regex(entryForm);
export type EntryId = z.infer<typeof EntryId>;

/** Names a record: a case, or an entry of a register. */
export const RecordId = z.union([CaseId, EntryId]);
export type RecordId = z.infer<typeof RecordId>;

/** The register that a record is an entry of; `undefined` for a case. */
export const registerOf = (id: RecordId): RegisterName | undefined => entryForm.exec(id)?.[1];

/** The id of a register's entry. @throws ZodError when it would be none. */
export const newEntryId = (register: RegisterName, district: DistrictId, year: number, serial: number, mark: string) =>
  EntryId.parse(`${register}-${newCaseId(district, year, serial, mark)}`);

/** The year and the serial number of an entry in its register. @throws ZodError when its id is none. */
export const readEntryId = (id: EntryId): { register: RegisterName; year: number; serial: string } => {
  const [, register = "", , year = "", serial = ""] = entryForm.exec(EntryId.parse(id)) ?? [];
  return { register, year: Number(year), serial };
};

/** The year and the serial number in a case's number. @throws ZodError when it is none. */
export const readCaseNumber = (number: CaseNumber): { year: number; serial: number } => {
  const [, , year, serial] = numberOnly.exec(CaseNumber.parse(number)) ?? [];
  return { year: Number(year), serial: Number(serial) };
};

/** A new case's mark: 60 bits. `random` gives as many random bytes as asked for. */
export const newMark = (random: (bytes: number) => Uint8Array): string =>
  Array.from(random(12), (byte) => markAlphabet[byte % markAlphabet.length]).join("");

/** The id of a district's case, from the year, its serial number there and its mark. @throws ZodError when it would be none. */
export const newCaseId = (district: DistrictId, year: number, serial: number, mark: string): CaseId =>
  CaseId.parse(`${district.toUpperCase()}-${year}-${String(serial).padStart(4, "0")}-${mark}`);

/** The parts of a case's id: the district's own id may hold hyphens and digits too. @throws ZodError when it is none. */
export const readCaseId = (id: CaseId): { district: DistrictId; year: number; serial: string; mark: string } => {
  const [, district = "", year = "", serial = "", mark = ""] = caseForm.exec(CaseId.parse(id)) ?? [];
  return { district: district.toLowerCase(), year: Number(year), serial, mark };
};

/** The number in a case's id, which is what commands print and take. A text that is no id stays as it is. */
export const numberOf = (id: string): string => (caseForm.test(id) ? id.slice(0, id.lastIndexOf("-")) : id);
