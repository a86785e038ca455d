/** The keys of the Directory table. One partition holds one version, whole; `current` says which one is in force. */
export const currentKey = { pk: "DIRECTORY", sk: "CURRENT" } as const;
export const demoClockKey = { pk: "DEMO", sk: "CLOCK" } as const;

/** The `version`-th list of the district's announcements of rest days and working days. */
export const calendarKey = (version: number) => ({ pk: "CALENDAR", sk: String(version).padStart(5, "0") });

export const versionPartition = (version: string): string => `DIRECTORY#${version}`;

/** Written last: a version without it is half imported. */
export const versionKey = (version: string) => ({ pk: versionPartition(version), sk: "VERSION" });

/** Rows sort in the order of the imported file, which is the order that pages list them in. */
export const entryKey = (version: string, kind: string, position: number) => ({
  pk: versionPartition(version),
  sk: `${kind.toUpperCase()}#${String(position).padStart(5, "0")}`,
});
