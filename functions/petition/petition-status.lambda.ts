import { randomBytes } from "node:crypto";
import { KMSClient } from "@aws-sdk/client-kms";
import { identityVault } from "#access/identity-kms.ts";
import { noLinks } from "#case/acts/carry-out.ts";
import { worldFrom } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { identityStore } from "#case/store/identity-store.ts";
import { deadlineStore } from "#clock/store.ts";
import { districtPorts } from "#directory/district-store.ts";
import { PetitionStatusEnv } from "#lambda/environment.ts";
import { formBytes } from "#lambda/form.ts";
import { reportLeftOut } from "#lambda/observed.ts";
import { route } from "#lambda/route.ts";
import { database } from "#record/dynamodb.ts";
import { problemPage } from "#web/pages/problem.page.tsx";
import { followPetition } from "./follow-petition.ts";
import { statusPages } from "./status-pages.ts";

const env = PetitionStatusEnv.parse(process.env);
const db = database();
const world = worldFrom(districtPorts(db, env));

const pages = statusPages({
  follow: followPetition({
    cases: caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE),
    identities: identityStore(db, env.CASES_TABLE),
    clocksOf: (caseId) => deadlineStore(db, env.DEADLINES_TABLE).ofCase(caseId, reportLeftOut),
    vault: identityVault(new KMSClient({}), env.IDENTITY_KEY),
    random: randomBytes,
    linkHash: noLinks,
    world,
  }),
  world,
  assets: env.ASSETS,
  demo: env.CLOCK === "demo",
});

export const handler = route({
  baseUrl: env.BASE_URL,
  hsts: env.HSTS,
  routes: {
    "GET /status": pages.form,
    "POST /status": { most: formBytes.code, answer: pages.look },
    "POST /status/act": { most: formBytes.lines, answer: pages.act },
  },
  onError: problemPage(env.ASSETS),
  referrerPolicy: "same-origin",
});
