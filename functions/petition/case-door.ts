import { randomBytes } from "node:crypto";
import type * as z from "zod";
import type { IdentityVault } from "#access/identity.ts";
import { keptStore } from "#access/kept-store.ts";
import { saltStore } from "#access/salt-store.ts";
import { triesStore } from "#access/tries-store.ts";
import { noLinks } from "#case/acts/carry-out.ts";
import type { World } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { identityStore } from "#case/store/identity-store.ts";
import { mailboxStore } from "#case/store/mailbox-store.ts";
import { deadlineStore } from "#clock/store.ts";
import { count } from "#lambda/count.ts";
import type { PetitionStatusEnv } from "#lambda/environment.ts";
import { reportLeftOut } from "#lambda/observed.ts";
import type { Door } from "#lambda/route.ts";
import type { Database } from "#record/database.ts";
import { problemPage } from "#web/pages/problem.page.tsx";
import type { PetitionerDoor } from "#web/parts/petitioner-door.tsx";
import { type CasePages, casePages } from "./case-pages.ts";
import { type FollowPorts, followPetition, type Inner, type StoringWays } from "./follow-petition.ts";
import { keeping } from "./keeping.ts";

export type PetitionerOutside = { db: Database; vault: IdentityVault; world: () => Promise<World> };

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
  { db, vault, world }: PetitionerOutside,
): { pages: ReturnType<typeof casePages>; door: Omit<Door, "routes"> } => {
  const counting = {
    tries: triesStore(db, env.TRIES_TABLE),
    saltOf: saltStore(db, env.TRIES_TABLE, randomBytes),
  };
  const { BASE_URL: baseUrl } = env;
  const ports = {
    given: door.given,
    mailboxes: mailboxStore(db, env.CASES_TABLE),
    cases: caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE),
    identities: identityStore(db, env.CASES_TABLE),
    clocksOf: (caseId: string) => deadlineStore(db, env.DEADLINES_TABLE).ofCase(caseId, reportLeftOut),
    vault,
    random: randomBytes,
    ...counting,
    wrongKey: () => count("WrongKeys", 1),
    linkHash: noLinks,
    world,
  };
  const pages = casePages({
    door,
    draw,
    follow: followPetition(ports, storing?.(ports)),
    keeping: keeping({ kept: keptStore(db, env.TRIES_TABLE), ...counting, baseUrl, random: randomBytes }),
    world,
    baseUrl,
    assets: env.ASSETS,
    demo: env.CLOCK === "demo",
  });
  return {
    pages,
    door: {
      baseUrl,
      hsts: env.HSTS,
      onError: problemPage(env.ASSETS, world),
      referrerPolicy: "same-origin",
      edgeProof: env.EDGE_PROOF,
    },
  };
};
