import { createHash } from "node:crypto";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import * as z from "zod";
import { Announcement } from "#clock/announcement.ts";
import { Policy } from "#clock/policy.ts";
import { canonical } from "#ground/canonical.ts";
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

/** One unit, person, duty or category of a version. */
export const DirectoryEntry = z.discriminatedUnion("kind", [
  z.strictObject({ v, kind: z.literal("unit"), unit: Unit }),
  z.strictObject({ v, kind: z.literal("staff"), staff: Staff }),
  z.strictObject({ v, kind: z.literal("duty"), duty: Duty }),
  z.strictObject({ v, kind: z.literal("category"), category: Category }),
]);
export type DirectoryEntry = z.infer<typeof DirectoryEntry>;

/** A part of a version's packed entries, in base64. */
export const PartRow = z.strictObject({ v, packed: z.string().min(1) });

/** Takes a directory apart into its entries, all but the head, in the order of the file. */
export const entriesOf = ({ units, staff, duties, categories }: Directory): DirectoryEntry[] => [
  ...units.map((unit) => ({ v: 1 as const, kind: "unit" as const, unit })),
  ...staff.map((person) => ({ v: 1 as const, kind: "staff" as const, staff: person })),
  ...duties.map((duty) => ({ v: 1 as const, kind: "duty" as const, duty })),
  ...categories.map((category) => ({ v: 1 as const, kind: "category" as const, category })),
];

/** Entries as one text, the same for the same content. */
export const entriesText = (entries: readonly DirectoryEntry[]): string => canonical(entries);

/**
 * The hash of a version's content as it is stored: of its district, its former units, its policy and the text of its
 * entries. Fields that a newer build has written are in it too, so it can be verified by a build that does not know them.
 */
export const contentHashOf = (
  { district, former, policy }: { district: unknown; former: unknown; policy: unknown },
  entries: string,
): string =>
  createHash("sha256")
    .update(canonical([district, former, policy]))
    .update(entries)
    .digest("hex");

/** Characters of an item at most: DynamoDB takes 400 KB, and a text in base64 is a byte each. */
const mostOfPart = 350_000;
/** Half as large as by gzip, where thousands of entries are alike; the highest quality takes minutes for a city. */
const packing = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** The text of a version's entries, packed, in as many parts as it needs: a city of 3,000 communities is one of 120 KB. */
export const packed = (entries: string): string[] => {
  const all = brotliCompressSync(entries, packing).toString("base64");
  return Array.from({ length: Math.ceil(all.length / mostOfPart) }, (_, part) =>
    all.slice(part * mostOfPart, (part + 1) * mostOfPart),
  );
};

/** The text behind the parts of a version; `undefined` for parts that are not whole. */
export const unpacked = (parts: readonly string[]): string | undefined => {
  try {
    return brotliDecompressSync(Buffer.from(parts.join(""), "base64")).toString();
  } catch {
    return undefined;
  }
};

/** Puts a directory together from the entries of one version, in their order. */
export const fromRows = (
  version: string,
  { district, former, policy }: VersionRow,
  entries: readonly DirectoryEntry[],
): Directory => ({
  version,
  district,
  former,
  policy,
  units: entries.flatMap((row) => (row.kind === "unit" ? [row.unit] : [])),
  staff: entries.flatMap((row) => (row.kind === "staff" ? [row.staff] : [])),
  duties: entries.flatMap((row) => (row.kind === "duty" ? [row.duty] : [])),
  categories: entries.flatMap((row) => (row.kind === "category" ? [row.category] : [])),
});
