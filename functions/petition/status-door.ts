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
import { formBytes } from "#lambda/form.ts";
import { reportLeftOut } from "#lambda/observed.ts";
import type { Door } from "#lambda/route.ts";
import type { Database } from "#record/database.ts";
import { problemPage } from "#web/pages/problem.page.tsx";
import { followPetition } from "./follow-petition.ts";
import { keeping } from "./keeping.ts";
import { statusPages } from "./status-pages.ts";

/** The door where petitioners follow what they filed, over the tables that its environment names. */
export const statusDoor = (
  env: z.output<typeof PetitionStatusEnv>,
  { db, vault, world }: { db: Database; vault: IdentityVault; world: () => Promise<World> },
): Door => {
  const counting = {
    tries: triesStore(db, env.TRIES_TABLE),
    saltOf: saltStore(db, env.TRIES_TABLE, randomBytes),
  };
  const { BASE_URL: baseUrl } = env;
  const pages = statusPages({
    follow: followPetition({
      mailboxes: mailboxStore(db, env.CASES_TABLE),
      cases: caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE),
      identities: identityStore(db, env.CASES_TABLE),
      clocksOf: (caseId) => deadlineStore(db, env.DEADLINES_TABLE).ofCase(caseId, reportLeftOut),
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
      "GET /status": pages.form,
      "GET /status/act": pages.toForm,
      "POST /status": { most: formBytes.code, answer: pages.look },
      "GET /status/{visit}": pages.again,
      "GET /status/mailbox": pages.toForm,
      "POST /status/mailbox": { most: formBytes.code, answer: pages.askMailboxAgain },
      "GET /status/check": pages.toForm,
      "POST /status/check": { most: formBytes.code, answer: pages.check },
      "POST /status/act": { most: formBytes.lines, answer: pages.act },
      "POST /leave": { most: formBytes.code, answer: pages.leave },
    },
    onError: problemPage(env.ASSETS, world),
    referrerPolicy: "same-origin",
    edgeProof: env.EDGE_PROOF,
  };
};
