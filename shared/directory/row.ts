import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import * as z from "zod";
import { Announcement } from "#clock/announcement.ts";
import { Policy } from "#clock/policy.ts";
import { Category, type Directory, District, Duty, Former, Staff, Unit } from "./directory.ts";

const v = z.literal(1);

/** Which version is in force, and how many announcements its calendar has. */
export const CurrentRow = z.strictObject({ v, version: z.string(), calendar: z.int().nonnegative().default(0) });
export type CurrentRow = z.infer<typeof CurrentRow>;

/** All announcements of rest days and working days up to one, in the order in which they were entered. */
export const AnnouncementsRow = z.strictObject({ v, announcements: z.array(Announcement).min(1) });

/** How far the demo clock is ahead of the machine's, in milliseconds. */
export const DemoClockRow = z.strictObject({ v, offset: z.number() });

/**
 * The head of a stored version; written last, so that a version without it is known to be half imported. `contentHash` says
 * which of the contents that were imported under its name is the version, and proves it.
 */
export const VersionRow = z.strictObject({
  v,
  contentHash: z.string(),
  district: District,
  former: Former.prefault({}),
  policy: Policy,
});
export type VersionRow = z.infer<typeof VersionRow>;

const entryForms = {
  unit: z.strictObject({ v, kind: z.literal("unit"), unit: Unit }),
  staff: z.strictObject({ v, kind: z.literal("staff"), staff: Staff }),
  duty: z.strictObject({ v, kind: z.literal("duty"), duty: Duty }),
  category: z.strictObject({ v, kind: z.literal("category"), category: Category }),
};

/** What a version consists of: one row per unit, person, duty and category. */
export const DirectoryRow = z.discriminatedUnion("kind", [
  entryForms.unit,
  entryForms.staff,
  entryForms.duty,
  entryForms.category,
]);
export type DirectoryRow = z.infer<typeof DirectoryRow>;

/** The form of one row of a version. */
export const formOf = ({ kind }: DirectoryRow) => entryForms[kind];

/** A row by its place in the file. */
type DirectoryEntry = { position: number; row: DirectoryRow };

/** Takes a directory apart into its rows, all but the head. */
export const entriesOf = ({ units, staff, duties, categories }: Directory): DirectoryEntry[] => {
  const rows: DirectoryRow[] = [
    ...units.map((unit) => ({ v: 1 as const, kind: "unit" as const, unit })),
    ...staff.map((person) => ({ v: 1 as const, kind: "staff" as const, staff: person })),
    ...duties.map((duty) => ({ v: 1 as const, kind: "duty" as const, duty })),
    ...categories.map((category) => ({ v: 1 as const, kind: "category" as const, category })),
  ];
  return rows.map((row, position) => ({ position, row }));
};

/**
 * The hash of a version's content as it is stored: of its district, its former units, its policy and its rows, whatever their order. Fields
 * that a newer build has written are in it too, so it can be verified by a build that does not know them.
 */
export const contentHashOf = (
  { district, former, policy }: { district: unknown; former: unknown; policy: unknown },
  rows: readonly object[],
): string =>
  createHash("sha256")
    .update(canonicalize([district, former, policy, rows.map((row) => canonicalize(row) ?? "").toSorted()]) ?? "")
    .digest("hex");

/** Puts a directory together from the rows of one version, in their stored order. */
export const fromRows = (
  version: string,
  { district, former, policy }: VersionRow,
  rows: DirectoryRow[],
): Directory => ({
  version,
  district,
  former,
  policy,
  units: rows.flatMap((row) => (row.kind === "unit" ? [row.unit] : [])),
  staff: rows.flatMap((row) => (row.kind === "staff" ? [row.staff] : [])),
  duties: rows.flatMap((row) => (row.kind === "duty" ? [row.duty] : [])),
  categories: rows.flatMap((row) => (row.kind === "category" ? [row.category] : [])),
});
