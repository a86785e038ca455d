import type { IdentityVault } from "#access/identity.ts";
import { textsIn } from "#access/texts.ts";
import { withoutApart } from "#case/state/apart.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import type { IdentityStore } from "#case/store/identity-store.ts";
import type { Reply } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { caseStoryPage } from "#web/pages/case-story.page.tsx";
import { caseStoryAddress as address } from "#web/parts/to-case-story.tsx";
import { said } from "#words/said.ts";
import { type LinkedPagePorts, linkedPage } from "./linked-page.ts";

export type SeeStoryPorts = LinkedPagePorts & {
  cases: Pick<CaseStore, "load" | "history">;
  identities: Pick<IdentityStore, "texts" | "recordLook">;
  vault: Pick<IdentityVault, "open">;
};

/**
 * 办理明细: all that has happened to a case, for whoever has a task of it, in whichever part, and is known on this device
 * today. What people wrote is quoted, as on the task, and so to read it is a look at the petition, recorded when all of it
 * could be read and before any of it is shown. Who petitions is told to nobody here. Whoever comes with anything else is
 * sent on to the task with it, which says what stands in the way.
 */
export const seeStory = (ports: SeeStoryPorts) => {
  const { cases, identities, vault } = ports;
  const { view, reach, entry, toEntry } = linkedPage(address, ports);

  return {
    entry,
    toEntry,

    open: async (request: Request): Promise<Reply> => {
      const reached = await reach(request);
      if ("elsewhere" in reached) return reached.elsewhere;
      const { petition, world: here, link, right, task, token } = reached;
      const { id } = petition;
      const [history, sealed, shown] = await Promise.all([cases.history(id), identities.texts(id), view(request)]);
      const whole = { petition, events: history.events };
      const theirs = right.role === "confidant" ? whole : withoutApart(whole);
      const texts = textsIn(id, await vault.open(id, sealed));
      const isLook = texts.size > 0;
      if (isLook) {
        const { id: by, unit } = right.person;
        await identities.recordLook(id, { at: here.now, by, unit, stepNo: link.for.stepNo, only: "matter" });
      }
      const html = caseStoryPage({
        view: shown,
        ...here,
        petition: said(theirs.petition, texts, shown.lang),
        events: theirs.events.map((event) => said(event, texts, shown.lang)),
        isLook,
        task,
        token,
      });
      return { status: 200, html };
    },
  };
};
