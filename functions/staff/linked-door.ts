import type * as z from "zod";
import type { LinkSecrets } from "#access/link-secrets.ts";
import type { World } from "#case/state/world.ts";
import { type CaseStore, caseStore } from "#case/store/case-store.ts";
import { linkStore } from "#case/store/link-store.ts";
import type { ClockCourseEnv } from "#lambda/environment.ts";
import type { Door, Routes } from "#lambda/route.ts";
import type { Database } from "#record/database.ts";
import { problemPage } from "#web/pages/problem.page.tsx";
import type { LinkedPagePorts } from "./linked-page.ts";

export type LinkedOutside = { db: Database; world: () => Promise<World>; secrets: LinkSecrets };
type Linked = LinkedPagePorts & { cases: Pick<CaseStore, "load" | "history" | "rows" | "openIn"> };

/** A door to pages beside a task, over the tables that its environment names. @param routes of its pages, over what all have in common */
export const linkedDoor = (
  env: z.output<typeof ClockCourseEnv>,
  { db, world, secrets }: LinkedOutside,
  routes: (ports: Linked) => Routes,
): Door => {
  const { BASE_URL: baseUrl, ASSETS: assets } = env;
  const cases = caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE);
  const links = linkStore(db, env.CASES_TABLE);
  return {
    baseUrl,
    hsts: env.HSTS,
    edgeProof: env.EDGE_PROOF,
    routes: routes({ cases, links, world, secrets, baseUrl, assets, demo: env.CLOCK === "demo" }),
    onError: problemPage(assets, world),
  };
};
