import { readSessions, sessionName } from "#access/device-session.ts";
import { noTexts } from "#access/texts.ts";
import { doorOf, taskAddresses } from "#case/state/task-door.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import type { ClockRow } from "#clock/clock.ts";
import { districtDate } from "#clock/period.ts";
import { type Reply, sameAt, seeOther } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { clockCoursePage } from "#web/pages/clock-course.page.tsx";
import { taskEntryPage } from "#web/pages/task-entry.page.tsx";
import { clockCourseAddress as address } from "#web/parts/to-clock-course.tsx";
import type { View } from "#web/parts/view.ts";
import { keepLang, viewOf } from "#web/parts/view-of.ts";
import { said } from "#words/said.ts";
import { type LinkPorts, linkFinder, usableIn } from "./found-link.ts";

export type ClockCoursePorts = LinkPorts & {
  cases: Pick<CaseStore, "load" | "history">;
  clocksOf: (caseId: string) => Promise<ClockRow[]>;
  baseUrl: string;
  assets: string;
  demo: boolean;
};

/**
 * 期限明细: the course of a case's clocks, for whoever has a task of it and is known on this device today. Nothing that is
 * sealed is read for it, so that it is no look at the petition. Whoever comes with anything else is sent on to the task
 * with it, which says what stands in the way.
 */
export const clockCourse = (ports: ClockCoursePorts) => {
  const { cases, clocksOf, world, secrets, baseUrl, assets, demo } = ports;
  const { find } = linkFinder(ports);

  const view = async (request: Request): Promise<View> => {
    const { now, directory } = await world();
    return viewOf(
      { ...request, path: address },
      { assets, district: directory.district, demoNow: demo ? now : undefined, site: baseUrl },
    );
  };

  return {
    entry: async (request: Request): Promise<Reply> => {
      const html = taskEntryPage({ view: await view(request), asksFor: `${address}/open`, finds: false });
      return { status: 200, html, ...keepLang(request) };
    },

    /** An address that forms are sent to, and somebody asks for. */
    toEntry: (): Promise<Reply> => Promise.resolve(seeOther(address)),

    open: async (request: Request): Promise<Reply> => {
      const token = request.form.token ?? "";
      const found = await find(token);
      if (found === undefined) return sameAt(`${taskAddresses.step}/open`);
      const { petition, world: here, link } = found;
      const right = usableIn(found);
      const task = taskAddresses["role" in right ? doorOf(petition, right.role) : "step"];
      const known = readSessions(await secrets.valid(), request.cookies[sessionName(baseUrl)], districtDate(here.now));
      if (!("role" in right) || !known.includes(link.for.staff)) return sameAt(`${task}/open`);
      const [{ events }, clocks, shown] = await Promise.all([
        cases.history(petition.id),
        clocksOf(petition.id),
        view(request),
      ]);
      const html = clockCoursePage({
        view: shown,
        ...here,
        petition: said(petition, noTexts, shown.lang),
        events: events.map((event) => said(event, noTexts, shown.lang)),
        clocks,
        task,
        token,
      });
      return { status: 200, html };
    },
  };
};
