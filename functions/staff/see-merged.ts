import * as z from "zod";
import type { IdentityVault } from "#access/identity.ts";
import { textsIn } from "#access/texts.ts";
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
};

/** How many are shown at a time: each is opened by a call of its own to the key service. */
const atATime = 10;

/** How many come before those that are asked for; none where the form says nothing that can be. */
const Before = z.coerce.number().int().nonnegative().catch(0);

/**
 * 并案办理: what the petitions say that are handled in a case, for the owner of its step. Each look is recorded on the petition
 * that it is at, and who petitions is told to nobody here. One that has left meanwhile is shown no more.
 */
export const seeMerged = (ports: SeeMergedPorts) => {
  const { cases, identities, vault } = ports;
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
    const files = (petition.files ?? noFiles).kept.length;
    return { petition, ...matterIn(open), asks: petition.asks, added, files };
  };

  return {
    entry,
    toEntry,

    open: async (request: Request): Promise<Reply> => {
      const reached = await reach(request);
      if ("elsewhere" in reached) return reached.elsewhere;
      const { petition, world: here, link, right, task, token } = reached;
      if (right.role !== "owner") return sameAt(`${task}/open`);
      const members = petition.members ?? [];
      const before = Math.min(Before.parse(request.form.before), members.length);
      const asked = members.slice(before, before + atATime);
      const found = await Promise.all(asked.map((id) => opened(id, petition.id)));
      const merged = found.flatMap((one) => one ?? []);
      const shown = await view(request);
      const { id: by, unit } = right.person;
      const look = { at: here.now, by, unit, stepNo: link.for.stepNo, only: "matter" } as const;
      await Promise.all(merged.map((one) => identities.recordLook(one.petition.id, look)));
      const html = mergedCasesPage({
        view: shown,
        ...here,
        ...{ petition, merged, before, all: members.length, task, token },
      });
      return { status: 200, html };
    },
  };
};
