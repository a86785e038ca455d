import { proposals } from "./proposals.ts";
import type { Registers } from "./register.ts";

/** All registers of a district, by the kind of their entries. */
export const registers = { proposal: proposals } satisfies Registers;
