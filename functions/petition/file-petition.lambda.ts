import { randomBytes, randomUUID } from "node:crypto";
import { KMSClient } from "@aws-sdk/client-kms";
import { identityVault } from "#access/identity-kms.ts";
import { worldFrom } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { identityStore } from "#case/store/identity-store.ts";
import { districtPorts } from "#directory/district-store.ts";
import { FilePetitionEnv } from "#lambda/environment.ts";
import { formBytes } from "#lambda/form.ts";
import { route } from "#lambda/route.ts";
import { database } from "#record/dynamodb.ts";
import { problemPage } from "#web/pages/problem.page.tsx";
import { filePetition } from "./file-petition.ts";
import { petitionPages } from "./petition-pages.ts";

const env = FilePetitionEnv.parse(process.env);
const db = database();
const cases = caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE);

const pages = petitionPages({
  file: filePetition({
    cases,
    identities: identityStore(db, env.CASES_TABLE),
    vault: identityVault(new KMSClient({}), env.IDENTITY_KEY),
    random: randomBytes,
  }),
  world: worldFrom(districtPorts(db, env)),
  newSubmission: randomUUID,
  assets: env.ASSETS,
  demo: env.CLOCK === "demo",
});

export const handler = route({
  baseUrl: env.BASE_URL,
  hsts: env.HSTS,
  routes: { "GET /": pages.form, "POST /petition": { most: formBytes.story, answer: pages.file } },
  onError: problemPage(env.ASSETS),
  referrerPolicy: "same-origin",
});
