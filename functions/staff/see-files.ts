import { type Files, savedAs } from "#case/files/shelves.ts";
import { attachedTo, attacherIn, attachmentsOf } from "#case/state/attaching.ts";
import type { Case } from "#case/state/case.ts";
import type { Attachment } from "#case/state/facts/attachments.ts";
import { type FileKind, type FileName, noFiles } from "#case/state/facts/files.ts";
import type { IdentityStore } from "#case/store/identity-store.ts";
import type { UnitId } from "#ground/ids.ts";
import { type Reply, sameAt } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { type AttachedBy, caseFilesPage } from "#web/pages/case-files.page.tsx";
import { caseFilesAddress as address } from "#web/parts/to-case-files.tsx";
import { type LinkedPagePorts, linkedPage } from "./linked-page.ts";

export type SeeFilesPorts = LinkedPagePorts & {
  identities: Pick<IdentityStore, "recordLook">;
  files: Pick<Files, "linkTo">;
};

/** By the units that have attached them, each once, in the order in which they came. */
const byUnit = <File extends Pick<Attachment, "unit">>(files: readonly File[]): { unit: UnitId; files: File[] }[] =>
  [...new Set(files.map(({ unit }) => unit))].map((unit) => ({
    unit,
    files: files.filter((one) => one.unit === unit),
  }));

/**
 * 查看照片和 PDF: the files of a case, for whoever holds its step or its answer and is known on this device today; and to
 * whoever answers for another unit those that they have attached to that answer. A photo of the petitioner's can show who
 * somebody is, so that it is shown to nobody who is not shown who petitions, and to look is recorded as such, before
 * anything is shown; a look at attachments alone as one at these. Whoever comes with anything else is sent on to the task with it, which says what stands in the way.
 */
export const seeFiles = (ports: SeeFilesPorts) => {
  const { identities, files } = ports;
  const { view, reach, entry, toEntry } = linkedPage(address, ports);

  /** @param n how it is called when it is saved, after the number of the case */
  const opened = async <File extends { name: FileName; kind: FileKind }>(
    { id }: Case,
    file: File,
    n: number | string,
  ) => {
    const { name, kind } = file;
    return { ...file, link: await files.linkTo({ caseId: id, name }, kind, savedAs(id, { n, kind })) };
  };

  return {
    entry,
    toEntry,

    open: async (request: Request): Promise<Reply> => {
      const reached = await reach(request);
      if ("elsewhere" in reached) return reached.elsewhere;
      const { petition, world: here, link, right, task, token } = reached;
      const asked = attacherIn(petition, link.for, here.directory)?.asked;
      // As on the task page: once the answer is delivered it may be corrected, for which nobody has to know who it is for.
      const isOwner = right.role === "owner" && petition.status !== "window";
      if (!isOwner && asked === undefined) return sameAt(`${task}/open`);
      const linked = await Promise.all(
        isOwner ? (petition.files ?? noFiles).kept.map((file) => opened(petition, file, file.n)) : [],
      );
      const { stepNo } = link.for;
      const theirs =
        isOwner || asked === undefined ? attachmentsOf(petition) : attachedTo(petition, { stepNo, n: asked.n });
      const attached: AttachedBy[] = byUnit(
        await Promise.all(theirs.map((file) => opened(petition, file, `u${file.stepNo}-${file.asked}-${file.n}`))),
      );
      const shown = await view(request);
      if (linked.length + theirs.length > 0) {
        const { id: by, unit } = right.person;
        const look = { at: here.now, by, unit, stepNo: link.for.stepNo };
        await identities.recordLook(petition.id, linked.length > 0 ? look : { ...look, only: "attachments" });
      }
      return {
        status: 200,
        html: caseFilesPage({
          view: shown,
          ...here,
          petition,
          ...(isOwner && { files: linked }),
          attached,
          task,
          token,
        }),
      };
    },
  };
};
