import * as z from "zod";
import { Announcement } from "#clock/announcement.ts";
import { Policy } from "#clock/policy.ts";
import type { Key } from "#record/database.ts";
import { Category, type Directory, District, Duty, Staff, Unit } from "./directory.ts";
import { entryKey, versionKey } from "./keys.ts";

const v = z.literal(1);

/** Which version is in force, and how many announcements its calendar has. */
export const CurrentRow = z.strictObject({ v, version: z.string(), calendar: z.int().nonnegative().default(0) });
export type CurrentRow = z.infer<typeof CurrentRow>;

/** All announcements of rest days and working days up to one, oldest first. */
export const AnnouncementsRow = z.strictObject({ v, announcements: z.array(Announcement).min(1) });

/** How far the demo clock is ahead of the machine's, in milliseconds. */
export const DemoClockRow = z.strictObject({ v, offset: z.number() });

/** The head of a stored version; written last, so that a version without it is known to be half imported. */
export const VersionRow = z.strictObject({
  v,
  kind: z.literal("version"),
  contentHash: z.string(),
  district: District,
  policy: Policy,
});
export type VersionRow = z.infer<typeof VersionRow>;

const entryForms = {
  unit: z.strictObject({ v, kind: z.literal("unit"), unit: Unit }),
  staff: z.strictObject({ v, kind: z.literal("staff"), staff: Staff }),
  duty: z.strictObject({ v, kind: z.literal("duty"), duty: Duty }),
  category: z.strictObject({ v, kind: z.literal("category"), category: Category }),
  version: VersionRow,
};

/** What a version's partition holds: one row per unit, person, duty and category, and the head. */
export const DirectoryRow = z.discriminatedUnion("kind", [
  entryForms.unit,
  entryForms.staff,
  entryForms.duty,
  entryForms.category,
  entryForms.version,
]);
export type DirectoryRow = z.infer<typeof DirectoryRow>;

/** The form of one row of a version. */
export const formOf = ({ kind }: DirectoryRow) => entryForms[kind];

type Keyed = { key: Key; row: DirectoryRow };

/** Takes a directory apart into its rows, all but the head. */
export const entriesOf = ({ version, units, staff, duties, categories }: Directory): Keyed[] => {
  const rows: DirectoryRow[] = [
    ...units.map((unit) => ({ v: 1 as const, kind: "unit" as const, unit })),
    ...staff.map((person) => ({ v: 1 as const, kind: "staff" as const, staff: person })),
    ...duties.map((duty) => ({ v: 1 as const, kind: "duty" as const, duty })),
    ...categories.map((category) => ({ v: 1 as const, kind: "category" as const, category })),
  ];
  return rows.map((row, position) => ({ key: entryKey(version, row.kind, position), row }));
};

export const headOf = (
  { version, district, policy }: Directory,
  contentHash: string,
): { key: Key; row: VersionRow } => ({
  key: versionKey(version),
  row: { v: 1, kind: "version", contentHash, district, policy },
});

/** Puts a directory together from the rows of one version, in their stored order. */
export const fromRows = (version: string, { district, policy }: VersionRow, rows: DirectoryRow[]): Directory => ({
  version,
  district,
  policy,
  units: rows.flatMap((row) => (row.kind === "unit" ? [row.unit] : [])),
  staff: rows.flatMap((row) => (row.kind === "staff" ? [row.staff] : [])),
  duties: rows.flatMap((row) => (row.kind === "duty" ? [row.duty] : [])),
  categories: rows.flatMap((row) => (row.kind === "category" ? [row.category] : [])),
});
