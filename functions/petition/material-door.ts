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
import { count } from "#lambda/count.ts";
import type { AddMaterialEnv } from "#lambda/environment.ts";
import { formBytes } from "#lambda/form.ts";
import type { Door } from "#lambda/route.ts";
import type { Database } from "#record/database.ts";
import { problemPage } from "#web/pages/problem.page.tsx";
import { addMaterial } from "./add-material.ts";
import { keeping } from "./keeping.ts";
import { materialPages } from "./material-pages.ts";

/** The door where petitioners add material to what they filed, over the tables that its environment names. */
export const materialDoor = (
  env: z.output<typeof AddMaterialEnv>,
  { db, vault, world }: { db: Database; vault: IdentityVault; world: () => Promise<World> },
): Door => {
  const counting = {
    tries: triesStore(db, env.TRIES_TABLE),
    saltOf: saltStore(db, env.TRIES_TABLE, randomBytes),
  };
  const { BASE_URL: baseUrl } = env;
  const pages = materialPages({
    bringing: addMaterial({
      cases: caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE),
      identities: identityStore(db, env.CASES_TABLE),
      vault,
      random: randomBytes,
      ...counting,
      wrongKey: () => count("WrongKeys", 1),
      linkHash: noLinks,
      world,
    }),
    keeping: keeping({ kept: keptStore(db, env.TRIES_TABLE), ...counting, baseUrl, random: randomBytes }),
    world,
    baseUrl,
    assets: env.ASSETS,
    demo: env.CLOCK === "demo",
  });
  return {
    baseUrl,
    hsts: env.HSTS,
    routes: {
      "GET /material": pages.toKey,
      "POST /material": { most: formBytes.code, answer: pages.open },
      "GET /material/add": pages.toKey,
      "POST /material/add": { most: formBytes.story, answer: pages.add },
      "GET /material/{visit}": pages.again,
    },
    onError: problemPage(env.ASSETS, world),
    referrerPolicy: "same-origin",
    edgeProof: env.EDGE_PROOF,
  };
};
