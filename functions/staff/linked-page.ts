import { readSessions, sessionName } from "#access/device-session.ts";
import { doorOf, taskAddresses } from "#case/state/task-door.ts";
import { districtDate } from "#clock/period.ts";
import { formBytes } from "#lambda/form.ts";
import { type Reply, sameAt, seeOther } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import type { Routes } from "#lambda/route.ts";
import { taskEntryPage } from "#web/pages/task-entry.page.tsx";
import type { Script } from "#web/parts/document.tsx";
import type { View } from "#web/parts/view.ts";
import { keepLang, viewOf } from "#web/parts/view-of.ts";
import { type FoundLink, type LinkPorts, linkFinder, usableIn } from "./found-link.ts";

export type LinkedPagePorts = LinkPorts & { baseUrl: string; assets: string; demo: boolean };

/** What a link allows, or why nothing. */
export type RightByLink = ReturnType<typeof usableIn>;

/** What the link of a task leads to, for whoever is known on this device today; or where they are sent on with it. */
type ReachedBeside =
  | (FoundLink & { right: Extract<RightByLink, { role: unknown }>; task: string; token: string })
  | { elsewhere: Reply };

/**
 * What pages beside a task have in common: each is opened by the link of the task, by whoever is known on this device today.
 * Whoever comes with anything else is sent on to the task with it, which says what stands in the way.
 */
export const linkedPage = (address: string, ports: LinkedPagePorts) => {
  const { world, secrets, baseUrl, assets, demo } = ports;
  const { find } = linkFinder(ports);

  const view = async (request: Request): Promise<View> => {
    const { now, directory } = await world();
    return viewOf(
      { ...request, path: address },
      { assets, district: directory.district, demoNow: demo ? now : undefined, site: baseUrl },
    );
  };

  return {
    view,

    /** @param asked what its address says besides @param scripts what the page needs */
    entry: async (request: Request, asked = "", scripts: readonly Script[] = []): Promise<Reply> => {
      const html = taskEntryPage({
        view: await view(request),
        asksFor: `${address}/open${asked}`,
        finds: false,
        scripts,
      });
      return { status: 200, html, ...keepLang(request) };
    },

    /** An address that forms are sent to, and somebody asks for. */
    toEntry: (): Promise<Reply> => Promise.resolve(seeOther(address)),

    /** @param rightOf who may open the page by which link: as a rule whoever has the turn, as long as they have it */
    reach: async (request: Request, rightOf: (found: FoundLink) => RightByLink = usableIn): Promise<ReachedBeside> => {
      const token = request.form.token ?? "";
      const found = await find(token);
      if (found === undefined) return { elsewhere: sameAt(`${taskAddresses.step}/open`) };
      const { petition, world: here, link } = found;
      const right = rightOf(found);
      const task = taskAddresses["role" in right ? doorOf(petition, right.role) : "step"];
      const known = readSessions(await secrets.valid(), request.cookies[sessionName(baseUrl)], districtDate(here.now));
      if (!("role" in right) || !known.includes(link.for.staff)) return { elsewhere: sameAt(`${task}/open`) };
      return { ...found, right, task, token };
    },
  };
};

/** A page beside a task: its entry, which asks for it with the token that its tab has, and the page itself. */
type LinkedPage = Pick<ReturnType<typeof linkedPage>, "toEntry"> & {
  entry: (request: Request) => Promise<Reply>;
  open: (request: Request) => Promise<Reply>;
};

/** The routes of a page beside a task. */
export const linkedRoutes = (address: `/${string}`, { entry, toEntry, open }: LinkedPage): Routes => {
  const asked: Pick<Routes, `GET /${string}`> = { [`GET ${address}`]: entry, [`GET ${address}/open`]: toEntry };
  const sent: Pick<Routes, `POST /${string}`> = { [`POST ${address}/open`]: { most: formBytes.code, answer: open } };
  return { ...asked, ...sent };
};
