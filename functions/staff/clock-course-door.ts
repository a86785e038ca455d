import type * as z from "zod";
import type { LinkSecrets } from "#access/link-secrets.ts";
import type { World } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { linkStore } from "#case/store/link-store.ts";
import { deadlineStore } from "#clock/store.ts";
import type { ClockCourseEnv } from "#lambda/environment.ts";
import { reportLeftOut } from "#lambda/observed.ts";
import type { Door } from "#lambda/route.ts";
import type { Database } from "#record/database.ts";
import { problemPage } from "#web/pages/problem.page.tsx";
import { clockCourseAddress as address } from "#web/parts/to-clock-course.tsx";
import { clockCourse } from "./clock-course.ts";
import { linkedRoutes } from "./linked-page.ts";

type Wired = { db: Database; world: () => Promise<World>; secrets: LinkSecrets };

/** The door to the course of a case's clocks, over the tables that its environment names. */
export const clockCourseDoor = (env: z.output<typeof ClockCourseEnv>, { db, world, secrets }: Wired): Door => {
  const { BASE_URL: baseUrl, ASSETS: assets } = env;
  const pages = clockCourse({
    cases: caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE),
    links: linkStore(db, env.CASES_TABLE),
    clocksOf: (caseId) => deadlineStore(db, env.DEADLINES_TABLE).ofCase(caseId, reportLeftOut),
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
    routes: linkedRoutes(address, pages),
    onError: problemPage(assets, world),
  };
};
