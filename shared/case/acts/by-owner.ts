import type { Open } from "#case/state/case.ts";

/** Who holds the open step has done it. */
export const byOwner = (c: Open) => ({ kind: "staff", id: c.owner }) as const;
