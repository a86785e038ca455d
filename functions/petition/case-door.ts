import type * as z from "zod";
import { mailboxStore } from "#case/store/mailbox-store.ts";
import { deadlineStore } from "#clock/store.ts";
import type { PetitionStatusEnv } from "#lambda/environment.ts";
import { reportLeftOut } from "#lambda/observed.ts";
import type { Door } from "#lambda/route.ts";
import type { PetitionerDoor } from "#web/parts/petitioner-door.tsx";
import { type CasePages, casePages } from "./case-pages.ts";
import { type FollowPorts, followPetition, type Inner, type StoringWays } from "./follow-petition.ts";
import { type PetitionerOutside, petitionerWiring } from "./petitioner-wiring.ts";

/** A door of petitioners: its acts and pages, and how those are done that store more than they say. */
export type OpenedDoor = {
  door: PetitionerDoor;
  draw: CasePages["draw"];
  storing?: (ports: FollowPorts) => (inner: Inner) => StoringWays;
};

/** The pages of a door where petitioners come with the key to their case, over the tables that its environment names. */
export const caseDoor = (
  { door, draw, storing }: OpenedDoor,
  env: z.output<typeof PetitionStatusEnv>,
  outside: PetitionerOutside,
): { pages: ReturnType<typeof casePages>; door: Omit<Door, "routes"> } => {
  const { db } = outside;
  const keyed = petitionerWiring(env, outside);
  const ports = {
    ...keyed.ports,
    given: door.given,
    mailboxes: mailboxStore(db, env.CASES_TABLE),
    clocksOf: (caseId: string) => deadlineStore(db, env.DEADLINES_TABLE).ofCase(caseId, reportLeftOut),
  };
  const follow = followPetition(ports, storing?.(ports));
  return { pages: casePages({ door, draw, follow, ...keyed.pagesBy }), door: keyed.door };
};
