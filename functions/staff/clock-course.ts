import { noTexts } from "#access/texts.ts";
import { withoutApart } from "#case/state/apart.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import type { ClockRow } from "#clock/clock.ts";
import type { Reply } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { clockCoursePage } from "#web/pages/clock-course.page.tsx";
import { clockCourseAddress as address } from "#web/parts/to-clock-course.tsx";
import { said } from "#words/said.ts";
import { type LinkedPagePorts, linkedPage } from "./linked-page.ts";

export type ClockCoursePorts = LinkedPagePorts & {
  cases: Pick<CaseStore, "load" | "history">;
  clocksOf: (caseId: string) => Promise<ClockRow[]>;
};

/**
 * 期限明细: the course of a case's clocks, for whoever has a task of it and is known on this device today. Nothing that is
 * sealed is read for it, so that it is no look at the petition. Whoever comes with anything else is sent on to the task
 * with it, which says what stands in the way.
 */
export const clockCourse = (ports: ClockCoursePorts) => {
  const { cases, clocksOf } = ports;
  const { view, reach, entry, toEntry } = linkedPage(address, ports);

  return {
    entry,
    toEntry,

    open: async (request: Request): Promise<Reply> => {
      const reached = await reach(request);
      if ("elsewhere" in reached) return reached.elsewhere;
      const { petition, world: here, right, task, token } = reached;
      const [{ events }, clocks, shown] = await Promise.all([
        cases.history(petition.id),
        clocksOf(petition.id),
        view(request),
      ]);
      const whole = { petition, events, clocks };
      const theirs = right.role === "confidant" ? whole : withoutApart(whole);
      const html = clockCoursePage({
        view: shown,
        ...here,
        petition: said(theirs.petition, noTexts, shown.lang),
        events: theirs.events.map((event) => said(event, noTexts, shown.lang)),
        clocks: theirs.clocks,
        task,
        token,
      });
      return { status: 200, html };
    },
  };
};
