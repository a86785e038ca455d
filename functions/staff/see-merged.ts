import * as z from "zod";
import type { IdentityVault } from "#access/identity.ts";
import { textsIn } from "#access/texts.ts";
import { type Files, savedAs } from "#case/files/shelves.ts";
import { noFiles } from "#case/state/facts/files.ts";
import { matterIn } from "#case/state/sealed-party.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import type { IdentityStore } from "#case/store/identity-store.ts";
import type { CaseId } from "#ground/ids.ts";
import { type Reply, sameAt } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { type MergedShown, mergedCasesPage } from "#web/pages/merged-cases.page.tsx";
import { mergedCasesAddress as address } from "#web/parts/to-merged-cases.tsx";
import { type LinkedPagePorts, linkedPage } from "./linked-page.ts";

export type SeeMergedPorts = LinkedPagePorts & {
  cases: Pick<CaseStore, "load" | "history">;
  identities: Pick<IdentityStore, "matter" | "texts" | "recordLook">;
  vault: Pick<IdentityVault, "open">;
  files: Pick<Files, "linkTo">;
};

/** How many are shown at a time: each is opened by a call of its own to the key service. */
const atATime = 10;

/** How many come before those that are asked for; none where the form says nothing that can be. */
const Before = z.coerce.number().int().nonnegative().catch(0);

/**
 * 并案办理: what the petitions say that are handled in a case, for the owner of its step. Each look is recorded on the petition
 * that it is at, and who petitions is told to nobody here. One that has left meanwhile is shown no more.
 *
 * Photos and PDFs are opened for one of them at a time (`member` in the form), which is then shown alone: a photo can show who
 * somebody is, so that to open them is recorded as a look at who petitions.
 */
export const seeMerged = (ports: SeeMergedPorts) => {
  const { cases, identities, vault, files } = ports;
  const { view, reach, entry, toEntry } = linkedPage(address, ports);

  const opened = async (id: CaseId, lead: CaseId): Promise<MergedShown | undefined> => {
    const petition = await cases.load(id);
    if (petition?.status !== "merged" || petition.lead !== lead) return undefined;
    const [{ events }, matter, texts] = await Promise.all([
      cases.history(id),
      identities.matter(id),
      identities.texts(id),
    ]);
    const open = await vault.open(id, { ...texts, ...matter });
    const said = textsIn(id, open);
    const added = events.flatMap(({ fact }) =>
      fact.type === "materialAdded" ? [{ on: fact.on, material: said.get(fact.material) ?? "" }] : [],
    );
    const sent = (petition.files ?? noFiles).kept.length;
    return { petition, ...matterIn(open), asks: petition.asks, added, sent };
  };

  /** The same with links to its photos and PDFs. */
  const withFiles = async (shown: MergedShown): Promise<MergedShown> => {
    const { id, files: sent = noFiles } = shown.petition;
    const linked = sent.kept.map(async (file) => {
      const link = await files.linkTo({ caseId: id, name: file.name }, file.kind, savedAs(id, file));
      return { ...file, link };
    });
    return { ...shown, files: await Promise.all(linked) };
  };

  return {
    entry,
    toEntry,

    open: async (request: Request): Promise<Reply> => {
      const reached = await reach(request);
      if ("elsewhere" in reached) return reached.elsewhere;
      const { petition, world: moment, link, right, task, token } = reached;
      if (right.role !== "owner") return sameAt(`${task}/open`);
      const members = petition.members ?? [];
      const before = Math.min(Before.parse(request.form.before), members.length);
      const one = members.find((id) => id === request.form.member);
      const asked = one === undefined ? members.slice(before, before + atATime) : [one];
      const found = await Promise.all(asked.map((id) => opened(id, petition.id)));
      const here = found.flatMap((each) => each ?? []);
      const merged = one === undefined ? here : await Promise.all(here.map(withFiles));
      const shown = await view(request);
      const { id: by, unit } = right.person;
      const look = { at: moment.now, by, unit, stepNo: link.for.stepNo };
      const recorded = merged.map(({ petition: { id }, files: linked = [] }) =>
        identities.recordLook(id, linked.length > 0 ? look : { ...look, only: "matter" }),
      );
      await Promise.all(recorded);
      const html = mergedCasesPage({
        view: shown,
        ...moment,
        ...{ petition, merged, before, all: members.length, isOne: one !== undefined, task, token },
      });
      return { status: 200, html };
    },
  };
};
