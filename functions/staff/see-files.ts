import { readSessions, sessionName } from "#access/device-session.ts";
import { type Files, savedAs } from "#case/files/shelves.ts";
import { noFiles } from "#case/state/facts/files.ts";
import { doorOf, taskAddresses } from "#case/state/task-door.ts";
import type { IdentityStore } from "#case/store/identity-store.ts";
import { districtDate } from "#clock/period.ts";
import { type Reply, sameAt, seeOther } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { caseFilesPage } from "#web/pages/case-files.page.tsx";
import { taskEntryPage } from "#web/pages/task-entry.page.tsx";
import { caseFilesAddress as address } from "#web/parts/to-case-files.tsx";
import type { View } from "#web/parts/view.ts";
import { keepLang, viewOf } from "#web/parts/view-of.ts";
import { type LinkPorts, linkFinder, usableIn } from "./found-link.ts";

export type SeeFilesPorts = LinkPorts & {
  identities: Pick<IdentityStore, "recordLook">;
  files: Pick<Files, "linkTo">;
  baseUrl: string;
  assets: string;
  demo: boolean;
};

/**
 * 查看照片和 PDF: the files of a case, for whoever holds its step or its answer and is known on this device today. A photo can
 * show who somebody is, so that it is shown to nobody who is not shown who petitions, and to look is recorded as such,
 * before anything is shown. Whoever comes with anything else is sent on to the task with it, which says what stands in the way.
 */
export const seeFiles = (ports: SeeFilesPorts) => {
  const { world, secrets, identities, files, baseUrl, assets, demo } = ports;
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
      // As on the task page: once the answer is delivered it may be corrected, for which nobody has to know who it is for.
      const showsWho = "role" in right && right.role === "owner" && petition.status !== "window";
      if (!showsWho || !known.includes(link.for.staff)) return sameAt(`${task}/open`);
      const { kept } = petition.files ?? noFiles;
      const linked = await Promise.all(
        kept.map(async (file) => {
          const place = { caseId: petition.id, name: file.name };
          return { ...file, link: await files.linkTo(place, file.kind, savedAs(petition.id, file)) };
        }),
      );
      const shown = await view(request);
      if (linked.length > 0) {
        const { id: by, unit } = right.person;
        await identities.recordLook(petition.id, { at: here.now, by, unit, stepNo: link.for.stepNo });
      }
      return { status: 200, html: caseFilesPage({ view: shown, ...here, petition, files: linked, task, token }) };
    },
  };
};
