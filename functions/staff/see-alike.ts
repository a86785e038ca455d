import type { IdentityVault } from "#access/identity.ts";
import { type Alike, alike } from "#case/account/alike.ts";
import { type Case, isIn } from "#case/state/case.ts";
import { matterIn } from "#case/state/sealed-party.ts";
import type { World } from "#case/state/world.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import type { IdentityStore } from "#case/store/identity-store.ts";
import { isComplainedAbout } from "#directory/recusal.ts";
import { unitFor } from "#directory/routing.ts";
import type { UnitId } from "#ground/ids.ts";
import { escalationOrder } from "#ground/levels.ts";
import { type Reply, sameAt } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { alikeCasesPage } from "#web/pages/alike-cases.page.tsx";
import { alikeCasesAddress as address } from "#web/parts/to-alike-cases.tsx";
import { type LinkedPagePorts, linkedPage } from "./linked-page.ts";

export type SeeAlikePorts = LinkedPagePorts & {
  cases: Pick<CaseStore, "load" | "openIn">;
  identities: Pick<IdentityStore, "matter">;
  vault: Pick<IdentityVault, "open">;
};

/** Of a unit's cases so many are looked at, the newest first; of those of the same matter so many are opened and compared. */
const most = { lookedAt: 60, compared: 15, suggested: 5 };

/** Where a petition that may be of the same matter stands: as long as it is not answered. */
const comparedStates = ["registered", "screening", "accepted", "handling"] as const;

/** Newer petitions have higher numbers. */
const newestFirst = (ids: readonly string[]): string[] => [...ids].sort((a, b) => b.localeCompare(a));

/**
 * 疑似重复: petitions that may be of the same matter, for whoever has the step of one: the bureau is shown those of all levels, a
 * unit those that it has itself. They are found by category and place and compared by their words, never by who filed them;
 * no word of them is shown, and none that is about whoever asks. A report of misconduct is compared with nothing.
 */
export const seeAlike = (ports: SeeAlikePorts) => {
  const { cases, identities, vault } = ports;
  const { view, reach, entry, toEntry } = linkedPage(address, ports);

  const unitsFor = (c: Case & { unit: UnitId }, { directory }: World): UnitId[] => {
    const { bureau } = directory.district;
    if (c.unit !== bureau) return [c.unit];
    const { community, category, about } = c;
    const chain = escalationOrder.flatMap((level) => unitFor(directory, { level, community, category, about }) ?? []);
    return [...new Set([bureau, ...chain])];
  };

  const isComparable = (c: Case, one: Case): boolean =>
    one.id !== c.id &&
    isIn(one, comparedStates) &&
    one.track !== "accusation" &&
    one.category === c.category &&
    (one.community === undefined || c.community === undefined || one.community === c.community);

  const matterOf = async ({ id }: Case) => matterIn(await vault.open(id, await identities.matter(id)));

  return {
    entry,
    toEntry,

    open: async (request: Request): Promise<Reply> => {
      const reached = await reach(request);
      if ("elsewhere" in reached) return reached.elsewhere;
      const { petition, world: here, right, task, token } = reached;
      const isTheirs = right.role === "owner" && isIn(petition, ["screening", "handling"]);
      if (!isTheirs || petition.track === "accusation") return sameAt(`${task}/open`);
      const listed = await Promise.all(unitsFor(petition, here).map((unit) => cases.openIn(unit)));
      const ids = newestFirst([...new Set(listed.flat())]).slice(0, most.lookedAt);
      const found = (await Promise.all(ids.map((id) => cases.load(id)))).flatMap((one) => one ?? []);
      const others = found
        .filter((one) => isComparable(petition, one) && !isComplainedAbout(here.directory, one.about, right.person))
        .slice(0, most.compared);
      const own = await matterOf(petition);
      const compared = await Promise.all(
        others.map(async (one): Promise<{ petition: Case; alike: Alike | undefined }> => {
          return { petition: one, alike: alike(own, await matterOf(one)) };
        }),
      );
      const suggested = compared
        .flatMap(({ petition: one, alike: how }) => (how === undefined ? [] : [{ petition: one, ...how }]))
        .toSorted((a, b) => b.score - a.score)
        .slice(0, most.suggested);
      const html = alikeCasesPage({ view: await view(request), ...here, petition, suggested, task, token });
      return { status: 200, html };
    },
  };
};
