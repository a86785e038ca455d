import type { Link } from "#access/link.ts";
import type { LinkSecrets } from "#access/link-secrets.ts";
import { linkHash, linkTokenIn, secretBehind } from "#access/task-link.ts";
import type { Case } from "#case/state/case.ts";
import { isReplaced } from "#case/state/link-of.ts";
import { rightIn, type TurnRight } from "#case/state/rights.ts";
import type { World } from "#case/state/world.ts";
import type { LinkStore } from "#case/store/link-store.ts";

export type LinkPorts = {
  cases: { load: (caseId: string) => Promise<Case | undefined> };
  links: Pick<LinkStore, "link">;
  world: () => Promise<World>;
  secrets: LinkSecrets;
};

/** What one request reads of a case, once: page, judgement and recognition see the same moment. */
export type Moment = { petition: Case; world: World };

/** A link that there is. */
export type KnownLink = { hash: string; link: Link };

/** The same, with the secret that it was made under and its case as it is now. */
export type FoundLink = KnownLink & { secret: string } & Moment;

/**
 * The link that a token in a mail opens, of whatever record. Of one made under a secret that is valid no more nobody is told
 * anything: whoever had the secret could make it.
 */
export const linkLooker =
  ({ links, secrets }: Pick<LinkPorts, "links" | "secrets">) =>
  async (typed: string): Promise<(KnownLink & { secret: string }) | undefined> => {
    const token = linkTokenIn(typed);
    if (token === undefined) return undefined;
    const hash = linkHash(token);
    const link = await links.link(hash);
    if (link === undefined) return undefined;
    const secret = await secretBehind(secrets, link.for, token);
    return secret === undefined ? undefined : { hash, link, secret };
  };

/** What stands behind the token of a link in a mail about a case. */
export const linkFinder = (ports: LinkPorts) => {
  const look = linkLooker(ports);

  return {
    look,

    find: async (token: string): Promise<FoundLink | undefined> => {
      const known = await look(token);
      if (known === undefined) return undefined;
      const [petition, world] = await Promise.all([ports.cases.load(known.link.for.caseId), ports.world()]);
      // Of a case that was lost there may be rows left: nobody is told more of it than of one that never was.
      return petition && { ...known, petition, world };
    },
  };
};

/** Whether a link is good for its turn now, and why not. */
export const usableIn = ({
  link,
  petition,
  world,
}: KnownLink & Moment): TurnRight | { barred: "used" | "replaced" } => {
  const right = rightIn(petition, link.for, world.directory);
  if ("barred" in right && right.barred === "complainedAbout") return right;
  if (link.usedBy !== undefined) return { barred: "used" };
  return "role" in right && isReplaced(petition, link.for) ? { barred: "replaced" } : right;
};
