import type * as z from "zod";
import { deadlineStore } from "#clock/store.ts";
import type { ClockCourseEnv } from "#lambda/environment.ts";
import { reportLeftOut } from "#lambda/observed.ts";
import type { Door } from "#lambda/route.ts";
import { clockCourseAddress as address } from "#web/parts/to-clock-course.tsx";
import { clockCourse } from "./clock-course.ts";
import { type LinkedOutside, linkedDoor } from "./linked-door.ts";
import { linkedRoutes } from "./linked-page.ts";

/** The door to the course of a case's clocks, over the tables that its environment names. */
export const clockCourseDoor = (env: z.output<typeof ClockCourseEnv>, outside: LinkedOutside): Door => {
  const deadlines = deadlineStore(outside.db, env.DEADLINES_TABLE);
  const clocksOf = (caseId: string) => deadlines.ofCase(caseId, reportLeftOut);
  return linkedDoor(env, outside, (ports) => linkedRoutes(address, clockCourse({ ...ports, clocksOf })));
};
