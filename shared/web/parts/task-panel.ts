import type { ComponentChildren } from "preact";
import type { Case } from "#case/state/case.ts";
import type { Role } from "#case/state/turn.ts";
import type { Directory, Staff } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";

/** Something of a case as a page of its task shows it, to whoever has this part in it. */
export type TaskReading = {
  petition: Case;
  person: Staff;
  role: Role;
  directory: Directory;
  lang: Lang;
  now: Instant;
  /** The address of the site, which papers name. */
  site?: string | undefined;
  /** What the petitioner asks for, by number. */
  requests?: readonly string[];
};

/** A panel of a task: nothing where a case has not what it shows, or the reader is not shown that. */
export type TaskPanel = (reading: TaskReading) => ComponentChildren;
