import { randomBytes, randomUUID } from "node:crypto";
import type * as z from "zod";
import type { IdentityVault } from "#access/identity.ts";
import { keptStore } from "#access/kept-store.ts";
import { saltStore } from "#access/salt-store.ts";
import { triesStore } from "#access/tries-store.ts";
import type { World } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { identityStore } from "#case/store/identity-store.ts";
import type { FilePetitionEnv } from "#lambda/environment.ts";
import { formBytes } from "#lambda/form.ts";
import type { Door } from "#lambda/route.ts";
import type { Database } from "#record/database.ts";
import { problemPage } from "#web/pages/problem.page.tsx";
import { admission } from "./admission.ts";
import { filePetition } from "./file-petition.ts";
import { keeping } from "./keeping.ts";
import { noticePages } from "./notice-pages.ts";
import { frontDoor, petitionPages } from "./petition-pages.ts";

/**
 * The district's front door, over the tables that its environment names: where petitions are filed, and where it is said
 * what becomes of them. What no route takes comes here too: an address that there is not, one with a slash too many, or a
 * method that it does not take.
 */
export const filingDoor = (
  env: z.output<typeof FilePetitionEnv>,
  { db, vault, world }: { db: Database; vault: IdentityVault; world: () => Promise<World> },
): Door => {
  const cases = caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE);
  const { BASE_URL: baseUrl } = env;
  const counting = {
    tries: triesStore(db, env.TRIES_TABLE),
    saltOf: saltStore(db, env.TRIES_TABLE, randomBytes),
  };
  const pages = petitionPages({
    filedAt: frontDoor,
    petitions: filePetition({ cases, identities: identityStore(db, env.CASES_TABLE), vault, random: randomBytes }),
    admit: admission(counting),
    keeping: keeping({ kept: keptStore(db, env.TRIES_TABLE), ...counting, baseUrl, random: randomBytes }),
    world,
    newSubmission: randomUUID,
    baseUrl,
    assets: env.ASSETS,
    demo: env.CLOCK === "demo",
  });
  return {
    baseUrl,
    hsts: env.HSTS,
    edgeProof: env.EDGE_PROOF,
    routes: {
      "GET /": pages.form,
      "GET /find/{version}": pages.find,
      "GET /petition": pages.toForm,
      "POST /petition": { most: formBytes.story, answer: pages.write },
      "GET /petition/{draft}": pages.again,
      "GET /petition/{draft}/check": pages.check,
      "POST /petition/{draft}/check": { most: formBytes.code, answer: pages.file },
      "GET /receipt/{receipt}": pages.receipt,
      ...noticePages({ world, assets: env.ASSETS, demo: env.CLOCK === "demo" }),
    },
    elsewhere: env.ADDRESSES.split(","),
    onError: problemPage(env.ASSETS, world),
    referrerPolicy: "same-origin",
  };
};
