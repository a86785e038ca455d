import { randomBytes, randomUUID } from "node:crypto";
import type * as z from "zod";
import type { IdentityVault } from "#access/identity.ts";
import { keptStore } from "#access/kept-store.ts";
import { saltStore } from "#access/salt-store.ts";
import { triesStore } from "#access/tries-store.ts";
import type { World } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { identityStore } from "#case/store/identity-store.ts";
import { registerPasses } from "#case/store/pass-store.ts";
import type { RegisterForEnv } from "#lambda/environment.ts";
import { formBytes } from "#lambda/form.ts";
import type { Door } from "#lambda/route.ts";
import type { Database } from "#record/database.ts";
import { problemPage } from "#web/pages/problem.page.tsx";
import { admission } from "./admission.ts";
import { atCounter } from "./counter.ts";
import { filePetition } from "./file-petition.ts";
import { keeping } from "./keeping.ts";
import { petitionPages } from "./petition-pages.ts";

/** 代登记: the door at which staff register for others, over the tables that its environment names. */
export const counterDoor = (
  env: z.output<typeof RegisterForEnv>,
  { db, vault, world }: { db: Database; vault: IdentityVault; world: () => Promise<World> },
): Door => {
  const cases = caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE);
  const { BASE_URL: baseUrl } = env;
  const counting = {
    tries: triesStore(db, env.TRIES_TABLE),
    saltOf: saltStore(db, env.TRIES_TABLE, randomBytes),
  };
  const pages = petitionPages({
    filedAt: atCounter({ passes: registerPasses(db, env.DIRECTORY_TABLE), cases }),
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
      "GET /register": pages.form,
      "POST /register": { most: formBytes.story, answer: pages.write },
      "GET /register/{draft}": pages.again,
      "GET /register/{draft}/check": pages.check,
      "POST /register/{draft}/check": { most: formBytes.code, answer: pages.file },
      "GET /register/receipt/{receipt}": pages.receipt,
    },
    onError: problemPage(env.ASSETS, world),
    // The address of the form holds the pass, which goes nowhere but to these pages themselves.
    referrerPolicy: "same-origin",
  };
};
