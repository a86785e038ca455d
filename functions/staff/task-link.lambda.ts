import { randomBytes } from "node:crypto";
import { KMSClient } from "@aws-sdk/client-kms";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { identityVault } from "#access/identity-kms.ts";
import { secretOf } from "#access/secret-store.ts";
import { linkHash, linkToken } from "#access/task-link.ts";
import { worldFrom } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { identityStore } from "#case/store/identity-store.ts";
import { linkStore } from "#case/store/link-store.ts";
import { deadlineStore } from "#clock/store.ts";
import { districtPorts } from "#directory/district-store.ts";
import { TaskLinkEnv } from "#lambda/environment.ts";
import { formBytes } from "#lambda/form.ts";
import { reportLeftOut } from "#lambda/observed.ts";
import { route } from "#lambda/route.ts";
import { database } from "#record/dynamodb.ts";
import { problemPage } from "#web/pages/problem.page.tsx";
import { tasks } from "./task.ts";
import { taskPages } from "./task-pages.ts";

const env = TaskLinkEnv.parse(process.env);
const db = database();
const world = worldFrom(districtPorts(db, env));
const secret = secretOf(new SecretsManagerClient({}), env.LINK_SECRET);

const task = tasks({
  cases: caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE),
  links: linkStore(db, env.CASES_TABLE),
  identities: identityStore(db, env.CASES_TABLE),
  vault: identityVault(new KMSClient({}), env.IDENTITY_KEY),
  random: randomBytes,
  clocksOf: (caseId) => deadlineStore(db, env.DEADLINES_TABLE).ofCase(caseId, reportLeftOut),
  linkHash: async (link) => linkHash(linkToken(await secret(), link)),
  world,
  secret,
});
const pages = taskPages({ task, world, secret, baseUrl: env.BASE_URL, assets: env.ASSETS, demo: env.CLOCK === "demo" });

export const handler = route({
  baseUrl: env.BASE_URL,
  hsts: env.HSTS,
  routes: {
    "GET /task": pages.entry,
    "POST /task/open": { most: formBytes.code, answer: pages.open },
    "POST /task/act": { most: formBytes.story, answer: pages.act },
  },
  onError: problemPage(env.ASSETS),
});
