import { type Files, savedAs } from "#case/files/shelves.ts";
import { noFiles } from "#case/state/facts/files.ts";
import type { IdentityStore } from "#case/store/identity-store.ts";
import { type Reply, sameAt } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { caseFilesPage } from "#web/pages/case-files.page.tsx";
import { caseFilesAddress as address } from "#web/parts/to-case-files.tsx";
import { type LinkedPagePorts, linkedPage } from "./linked-page.ts";

export type SeeFilesPorts = LinkedPagePorts & {
  identities: Pick<IdentityStore, "recordLook">;
  files: Pick<Files, "linkTo">;
};

/**
 * 查看照片和 PDF: the files of a case, for whoever holds its step or its answer and is known on this device today. A photo can
 * show who somebody is, so that it is shown to nobody who is not shown who petitions, and to look is recorded as such,
 * before anything is shown. Whoever comes with anything else is sent on to the task with it, which says what stands in the way.
 */
export const seeFiles = (ports: SeeFilesPorts) => {
  const { identities, files } = ports;
  const { view, reach, entry, toEntry } = linkedPage(address, ports);

  return {
    entry,
    toEntry,

    open: async (request: Request): Promise<Reply> => {
      const reached = await reach(request);
      if ("elsewhere" in reached) return reached.elsewhere;
      const { petition, world: here, link, right, task, token } = reached;
      // As on the task page: once the answer is delivered it may be corrected, for which nobody has to know who it is for.
      if (right.role !== "owner" || petition.status === "window") return sameAt(`${task}/open`);
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
