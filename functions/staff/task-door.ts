import { randomBytes } from "node:crypto";
import type * as z from "zod";
import type { IdentityVault } from "#access/identity.ts";
import { keptStore } from "#access/kept-store.ts";
import type { LinkSecrets } from "#access/link-secrets.ts";
import { linkHashes } from "#access/task-link.ts";
import { triesStore } from "#access/tries-store.ts";
import type { World } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { identityStore } from "#case/store/identity-store.ts";
import { linkStore } from "#case/store/link-store.ts";
import { deadlineStore } from "#clock/store.ts";
import type { TaskLinkEnv } from "#lambda/environment.ts";
import { formBytes } from "#lambda/form.ts";
import { reportLeftOut } from "#lambda/observed.ts";
import type { Door } from "#lambda/route.ts";
import type { Database } from "#record/database.ts";
import { problemPage } from "#web/pages/problem.page.tsx";
import { keptTasks } from "./kept-task.ts";
import { tasks } from "./task.ts";
import { taskPages } from "./task-pages.ts";

type Outside = {
  db: Database;
  vault: IdentityVault;
  world: () => Promise<World>;
  secrets: LinkSecrets;
};

/** The door behind the links in mails to staff, over the tables that its environment names. */
export const taskDoor = (env: z.output<typeof TaskLinkEnv>, { db, vault, world, secrets }: Outside): Door => {
  const task = tasks({
    cases: caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE),
    links: linkStore(db, env.CASES_TABLE),
    tries: triesStore(db, env.TRIES_TABLE),
    identities: identityStore(db, env.CASES_TABLE),
    vault,
    random: randomBytes,
    clocksOf: (caseId) => deadlineStore(db, env.DEADLINES_TABLE).ofCase(caseId, reportLeftOut),
    linkHash: linkHashes(secrets),
    world,
    secrets,
  });
  const { BASE_URL: baseUrl, ASSETS: assets } = env;
  const kept = keptTasks({ kept: keptStore(db, env.TRIES_TABLE), baseUrl, random: randomBytes });
  const pages = taskPages({ task, kept, world, secrets, baseUrl, assets, demo: env.CLOCK === "demo" });
  return {
    baseUrl,
    hsts: env.HSTS,
    edgeProof: env.EDGE_PROOF,
    routes: {
      "GET /task": pages.entry,
      "GET /task/done": pages.entry,
      "GET /task/preview": pages.entry,
      "GET /task/open": pages.toEntry,
      "GET /task/act": pages.toEntry,
      "GET /task/link": pages.toEntry,
      "GET /task/leave": pages.toEntry,
      "POST /task/open": { most: formBytes.code, first: pages.strangers, answer: pages.open },
      "POST /task/preview": { most: formBytes.code, first: pages.strangers, answer: pages.preview },
      "POST /task/done": { most: formBytes.code, first: pages.strangers, answer: pages.done },
      "POST /task/act": { most: formBytes.story, first: pages.strangers, answer: pages.act },
      "POST /task/leave": { most: formBytes.code, answer: pages.leave },
      "POST /task/link": { most: formBytes.code, first: pages.strangers, answer: pages.renew },
    },
    onError: problemPage(assets, world),
  };
};
