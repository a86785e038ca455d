import type { FileKind, FileName, WhyNotFile } from "#case/state/facts/files.ts";

/** What has arrived under a name, once it was looked at: what it is, or why it is not taken. */
export type CameFile = { name: FileName } & ({ kind: FileKind; bytes: number; sha256: string } | { why: WhyNotFile });
