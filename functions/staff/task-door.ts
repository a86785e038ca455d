import { randomBytes } from "node:crypto";
import type * as z from "zod";
import type { IdentityVault } from "#access/identity.ts";
import { keptStore } from "#access/kept-store.ts";
import type { LinkSecrets } from "#access/link-secrets.ts";
import { linkHashes } from "#access/task-link.ts";
import { triesStore } from "#access/tries-store.ts";
import { issuesLetter } from "#case/acts/given-acts.ts";
import type { World } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { identityStore } from "#case/store/identity-store.ts";
import { linkStore } from "#case/store/link-store.ts";
import type { TaskLinkEnv } from "#lambda/environment.ts";
import { formBytes } from "#lambda/form.ts";
import type { Door } from "#lambda/route.ts";
import type { Database } from "#record/database.ts";
import { problemPage } from "#web/pages/problem.page.tsx";
import type { StaffDoor } from "#web/parts/staff-door.ts";
import { keptTasks } from "./kept-task.ts";
import { tasks } from "./task.ts";
import { taskPages } from "./task-pages.ts";

type Outside = {
  db: Database;
  vault: IdentityVault;
  world: () => Promise<World>;
  secrets: LinkSecrets;
};

/** A door behind the links in mails to staff, over the tables that its environment names. */
export const taskDoor = (
  door: StaffDoor,
  env: z.output<typeof TaskLinkEnv>,
  { db, vault, world, secrets }: Outside,
): Door => {
  const task = tasks({
    door,
    cases: caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE),
    links: linkStore(db, env.CASES_TABLE),
    tries: triesStore(db, env.TRIES_TABLE),
    identities: identityStore(db, env.CASES_TABLE),
    vault,
    random: randomBytes,
    linkHash: linkHashes(secrets),
    world,
    secrets,
  });
  const { BASE_URL: baseUrl, ASSETS: assets } = env;
  const kept = keptTasks({ kept: keptStore(db, env.TRIES_TABLE), baseUrl, random: randomBytes });
  const pages = taskPages({ door, task, kept, world, secrets, baseUrl, assets, demo: env.CLOCK === "demo" });
  const { address } = door;
  return {
    baseUrl,
    hsts: env.HSTS,
    edgeProof: env.EDGE_PROOF,
    routes: {
      [`GET ${address}`]: pages.entry,
      [`GET ${address}/done`]: pages.entry,
      [`GET ${address}/open`]: pages.toEntry,
      [`GET ${address}/act`]: pages.toEntry,
      [`POST ${address}/open`]: { most: formBytes.code, first: pages.strangers, answer: pages.open },
      [`POST ${address}/done`]: { most: formBytes.code, first: pages.strangers, answer: pages.done },
      [`POST ${address}/act`]: { most: formBytes.story, first: pages.strangers, answer: pages.act },
      ...(door.given.forms.names.some(issuesLetter) && {
        [`GET ${address}/preview`]: pages.entry,
        [`POST ${address}/preview`]: { most: formBytes.code, first: pages.strangers, answer: pages.preview },
      }),
      // What is about no act is the same of every task, and so has one address.
      ...(door.name === "step" && {
        "GET /task/link": pages.toEntry,
        "GET /task/leave": pages.toEntry,
        "POST /task/leave": { most: formBytes.code, answer: pages.leave },
        "POST /task/link": { most: formBytes.code, first: pages.strangers, answer: pages.renew },
      }),
    },
    onError: problemPage(assets, world),
  };
};
