import type * as z from "zod";
import type { IdentityVault } from "#access/identity.ts";
import type { Files } from "#case/files/shelves.ts";
import { identityStore } from "#case/store/identity-store.ts";
import type { SeeCaseEnv } from "#lambda/environment.ts";
import type { Door } from "#lambda/route.ts";
import { alikeCasesAddress } from "#web/parts/to-alike-cases.tsx";
import { caseFilesAddress } from "#web/parts/to-case-files.tsx";
import { caseStoryAddress } from "#web/parts/to-case-story.tsx";
import { mergedCasesAddress } from "#web/parts/to-merged-cases.tsx";
import { type LinkedOutside, linkedDoor } from "./linked-door.ts";
import { linkedRoutes } from "./linked-page.ts";
import { seeAlike } from "./see-alike.ts";
import { seeFiles } from "./see-files.ts";
import { seeMerged } from "./see-merged.ts";
import { seeStory } from "./see-story.ts";

type SeeCaseOutside = LinkedOutside & { vault: Pick<IdentityVault, "open">; files: Pick<Files, "linkTo"> };

/**
 * The door where staff see more of a case than the day's work needs: all that has happened to it, its photos and PDFs, and
 * what is handled with it or might be. Over the tables, the key and the bucket that its environment names.
 */
export const seeCaseDoor = (env: z.output<typeof SeeCaseEnv>, { vault, files, ...outside }: SeeCaseOutside): Door => {
  const identities = identityStore(outside.db, env.CASES_TABLE);
  return linkedDoor(env, outside, (ports) => ({
    ...linkedRoutes(caseStoryAddress, seeStory({ ...ports, identities, vault })),
    ...linkedRoutes(alikeCasesAddress, seeAlike({ ...ports, identities, vault })),
    ...linkedRoutes(mergedCasesAddress, seeMerged({ ...ports, identities, vault, files })),
    ...linkedRoutes(caseFilesAddress, seeFiles({ ...ports, identities, files })),
  }));
};
