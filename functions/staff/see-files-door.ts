import type * as z from "zod";
import type { LinkSecrets } from "#access/link-secrets.ts";
import type { Files } from "#case/files/shelves.ts";
import type { World } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { identityStore } from "#case/store/identity-store.ts";
import { linkStore } from "#case/store/link-store.ts";
import type { SeeFilesEnv } from "#lambda/environment.ts";
import { formBytes } from "#lambda/form.ts";
import type { Door } from "#lambda/route.ts";
import type { Database } from "#record/database.ts";
import { problemPage } from "#web/pages/problem.page.tsx";
import { caseFilesAddress as address } from "#web/parts/to-case-files.tsx";
import { seeFiles } from "./see-files.ts";

type SeeFilesOutside = {
  db: Database;
  world: () => Promise<World>;
  secrets: LinkSecrets;
  files: Pick<Files, "linkTo">;
};

/** The door where staff open the photos and PDFs of a case, over the tables and the bucket that its environment names. */
export const seeFilesDoor = (
  env: z.output<typeof SeeFilesEnv>,
  { db, world, secrets, files }: SeeFilesOutside,
): Door => {
  const { BASE_URL: baseUrl, ASSETS: assets } = env;
  const pages = seeFiles({
    cases: caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE),
    links: linkStore(db, env.CASES_TABLE),
    identities: identityStore(db, env.CASES_TABLE),
    files,
    world,
    secrets,
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
      [`POST ${address}/open`]: { most: formBytes.code, answer: pages.open },
    },
    onError: problemPage(assets, world),
  };
};
