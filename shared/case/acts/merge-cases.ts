import type { Ports } from "./carry-out.ts";
import { decideBy, mergingJudges } from "./judges.ts";
import type { Merging } from "./merging.ts";
import { type Both, type BothCarriedOut, carryOutOnTwo } from "./two-cases.ts";

/**
 * 并案办理, in one transaction over both cases: either both know of it or neither does. When either has moved on meanwhile
 * it is decided again on what is read then. @returns what each has become, or why nothing was done
 * @throws UnknownCase; MovedOn after too many lost races
 */
export const mergeCases =
  (ports: Ports) =>
  (ids: Both<string>, merging: Merging): Promise<BothCarriedOut> =>
    carryOutOnTwo(ports)(ids, ({ lead, member }, now) => ({
      member: decideBy(mergingJudges)(member, { type: "mergeInto", lead, ...merging }, now),
      lead: decideBy(mergingJudges)(lead, { type: "takeMember", member, ...merging }, now),
    }));
