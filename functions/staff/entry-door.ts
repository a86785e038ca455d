import { randomBytes } from "node:crypto";
import type * as z from "zod";
import type { IdentityVault } from "#access/identity.ts";
import { keptStore } from "#access/kept-store.ts";
import type { LinkSecrets } from "#access/link-secrets.ts";
import { triesStore } from "#access/tries-store.ts";
import type { World } from "#case/state/world.ts";
import { entryStore } from "#case/store/entry-store.ts";
import { identityStore } from "#case/store/identity-store.ts";
import { linkStore } from "#case/store/link-store.ts";
import type { TaskLinkEnv } from "#lambda/environment.ts";
import { formBytes } from "#lambda/form.ts";
import type { Door } from "#lambda/route.ts";
import type { Database } from "#record/database.ts";
import { entryAddress as address } from "#register/door.ts";
import { registers } from "#register/registers.ts";
import { problemPage } from "#web/pages/problem.page.tsx";
import { registerTitles } from "#words/registers/register-titles.ts";
import { registerWords } from "#words/registers/register-words.ts";
import { entryPages } from "./entry-pages.ts";
import { entryTasks } from "./entry-task.ts";
import { keptTasks } from "./kept-task.ts";

type EntryOutside = { db: Database; vault: IdentityVault; world: () => Promise<World>; secrets: LinkSecrets };

/** The door behind the links in mails about entries of all registers, over the tables that its environment names. */
export const entryDoor = (env: z.output<typeof TaskLinkEnv>, { db, vault, world, secrets }: EntryOutside): Door => {
  const { BASE_URL: baseUrl, ASSETS: assets } = env;
  const task = entryTasks({
    entries: entryStore(db, env.CASES_TABLE, env.DEADLINES_TABLE),
    links: linkStore(db, env.CASES_TABLE),
    tries: triesStore(db, env.TRIES_TABLE),
    identities: identityStore(db, env.CASES_TABLE),
    registers,
    vault,
    world,
    secrets,
    random: randomBytes,
  });
  const wording = { titles: registerTitles, words: registerWords };
  const kept = keptTasks({ kept: keptStore(db, env.TRIES_TABLE), baseUrl, random: randomBytes });
  const pages = entryPages({
    task,
    registers,
    ...wording,
    kept,
    secrets,
    world,
    baseUrl,
    assets,
    demo: env.CLOCK === "demo",
  });
  return {
    baseUrl,
    hsts: env.HSTS,
    edgeProof: env.EDGE_PROOF,
    routes: {
      [`GET ${address}`]: pages.entry,
      [`GET ${address}/open`]: pages.toEntry,
      [`GET ${address}/act`]: pages.toEntry,
      [`POST ${address}/open`]: { most: formBytes.code, answer: pages.open },
      [`POST ${address}/act`]: { most: formBytes.story, answer: pages.act },
    },
    onError: problemPage(assets, world),
  };
};
