import type * as z from "zod";
import type { IdentityVault } from "#access/identity.ts";
import type { LinkSecrets } from "#access/link-secrets.ts";
import type { Files } from "#case/files/shelves.ts";
import type { World } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { identityStore } from "#case/store/identity-store.ts";
import { linkStore } from "#case/store/link-store.ts";
import type { SeeCaseEnv } from "#lambda/environment.ts";
import type { Door } from "#lambda/route.ts";
import type { Database } from "#record/database.ts";
import { problemPage } from "#web/pages/problem.page.tsx";
import { caseFilesAddress } from "#web/parts/to-case-files.tsx";
import { caseStoryAddress } from "#web/parts/to-case-story.tsx";
import { linkedRoutes } from "./linked-page.ts";
import { seeFiles } from "./see-files.ts";
import { seeStory } from "./see-story.ts";

type SeeCaseOutside = {
  db: Database;
  vault: Pick<IdentityVault, "open">;
  world: () => Promise<World>;
  secrets: LinkSecrets;
  files: Pick<Files, "linkTo">;
};

/**
 * The door where staff see more of a case than the day's work needs: all that has happened to it, and its photos and PDFs.
 * Over the tables, the key and the bucket that its environment names.
 */
export const seeCaseDoor = (
  env: z.output<typeof SeeCaseEnv>,
  { db, vault, world, secrets, files }: SeeCaseOutside,
): Door => {
  const { BASE_URL: baseUrl, ASSETS: assets } = env;
  const ports = {
    cases: caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE),
    links: linkStore(db, env.CASES_TABLE),
    identities: identityStore(db, env.CASES_TABLE),
    world,
    secrets,
    baseUrl,
    assets,
    demo: env.CLOCK === "demo",
  };
  return {
    baseUrl,
    hsts: env.HSTS,
    edgeProof: env.EDGE_PROOF,
    routes: {
      ...linkedRoutes(caseStoryAddress, seeStory({ ...ports, vault })),
      ...linkedRoutes(caseFilesAddress, seeFiles({ ...ports, files })),
    },
    onError: problemPage(assets, world),
  };
};
