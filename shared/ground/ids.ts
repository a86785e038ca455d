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

/** `AH-2026-0123`: the district's letters, the year and the year's serial number. */
export const CaseId = z.string().regex(/^[A-Z]{2,6}-\d{4}-\d{4,7}$/);
export type CaseId = z.infer<typeof CaseId>;
