import { randomBytes } from "node:crypto";
import type * as z from "zod";
import type { IdentityVault } from "#access/identity.ts";
import { keptStore } from "#access/kept-store.ts";
import { saltStore } from "#access/salt-store.ts";
import { triesStore } from "#access/tries-store.ts";
import type { World } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { identityStore } from "#case/store/identity-store.ts";
import { deadlineStore } from "#clock/store.ts";
import { count } from "#lambda/count.ts";
import type { OwnFileEnv } from "#lambda/environment.ts";
import { formBytes } from "#lambda/form.ts";
import { reportLeftOut } from "#lambda/observed.ts";
import type { Door } from "#lambda/route.ts";
import type { Database } from "#record/database.ts";
import { problemPage } from "#web/pages/problem.page.tsx";
import { keeping } from "./keeping.ts";
import { ownFile } from "./own-file.ts";
import { ownFilePages } from "./own-file-pages.ts";

/** The door where petitioners read their file, over the tables that its environment names. */
export const ownFileDoor = (
  env: z.output<typeof OwnFileEnv>,
  { db, vault, world }: { db: Database; vault: IdentityVault; world: () => Promise<World> },
): Door => {
  const counting = {
    tries: triesStore(db, env.TRIES_TABLE),
    saltOf: saltStore(db, env.TRIES_TABLE, randomBytes),
  };
  const { BASE_URL: baseUrl } = env;
  const pages = ownFilePages({
    file: ownFile({
      cases: caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE),
      identities: identityStore(db, env.CASES_TABLE),
      clocksOf: (caseId: string) => deadlineStore(db, env.DEADLINES_TABLE).ofCase(caseId, reportLeftOut),
      vault,
      ...counting,
      wrongKey: () => count("WrongKeys", 1),
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
      "GET /file": pages.toKey,
      "POST /file": { most: formBytes.code, answer: pages.open },
      "GET /file/whole": pages.toKey,
      "POST /file/whole": { most: formBytes.code, answer: pages.whole },
      "GET /file/{visit}": pages.again,
    },
    onError: problemPage(env.ASSETS, world),
    referrerPolicy: "same-origin",
    edgeProof: env.EDGE_PROOF,
  };
};
