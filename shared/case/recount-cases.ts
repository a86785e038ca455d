import { shards } from "#clock/keys.ts";
import type { DeadlineStore } from "#clock/store.ts";
import type { Bilingual } from "#clock/policy.ts";
import { carryOut, type Ports } from "./carry-out.ts";
import type { RunningPeriod } from "./command.ts";
import type { CaseEvent } from "./event.ts";
import { isTouched } from "./recount.ts";
import type { World } from "./world.ts";

export type RecountPorts = Pick<Ports, "cases" | "world"> & { deadlines: Pick<DeadlineStore, "due" | "ofCase"> };

/** What an announcement came to: the events stored, and the rows that could not be read. */
export type Recounted = { events: CaseEvent[]; unreadable: Error[] };
