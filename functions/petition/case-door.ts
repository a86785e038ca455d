import type * as z from "zod";
import { mailboxStore } from "#case/store/mailbox-store.ts";
import { deadlineStore } from "#clock/store.ts";
import type { PetitionStatusEnv } from "#lambda/environment.ts";
import { reportLeftOut } from "#lambda/observed.ts";
import type { Door } from "#lambda/route.ts";
import type { Database } from "#record/database.ts";
import { type DecidingPorts, decidePetition, type Inner, type StoringWays } from "./decide-petition.ts";
import { type DecidingPages, decidingPages } from "./deciding-pages.ts";
import { decidingWiring, type PetitionerOutside } from "./petitioner-wiring.ts";

/** A door at which petitioners decide: its acts and pages, and how those are done that store more than they say. */
export type OpenedDoor = Pick<DecidingPages, "door" | "draw"> & {
  storing?: (ports: DecidingPorts) => (inner: Inner) => StoringWays;
};

type TableNames = Pick<z.output<typeof PetitionStatusEnv>, "CASES_TABLE" | "DEADLINES_TABLE">;

/** What the page of a case is drawn of beside the case itself: how the petitioner's mailbox stands, and the clocks. */
export const followingPorts = ({ CASES_TABLE, DEADLINES_TABLE }: TableNames, db: Database) => ({
  mailboxes: mailboxStore(db, CASES_TABLE),
  clocksOf: (caseId: string) => deadlineStore(db, DEADLINES_TABLE).ofCase(caseId, reportLeftOut),
});

/** The pages of a door where petitioners decide with the key to their case, over the tables that its environment names. */
export const caseDoor = (
  { door, draw, storing }: OpenedDoor,
  env: z.output<typeof PetitionStatusEnv>,
  outside: PetitionerOutside,
): { pages: ReturnType<typeof decidingPages>; door: Omit<Door, "routes"> } => {
  const keyed = decidingWiring(env, outside);
  const ports = { ...keyed.ports, ...followingPorts(env, outside.db), given: door.given };
  const follow = decidePetition(ports, storing?.(ports));
  return { pages: decidingPages({ door, draw, follow, ...keyed.pagesBy }), door: keyed.door };
};
