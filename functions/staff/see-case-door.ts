import { randomBytes } from "node:crypto";
import type * as z from "zod";
import type { IdentityVault } from "#access/identity.ts";
import type { Arrivals, Files } from "#case/files/shelves.ts";
import { identityStore } from "#case/store/identity-store.ts";
import type { SeeCaseEnv } from "#lambda/environment.ts";
import type { Door, Routes } from "#lambda/route.ts";
import { alikeCasesAddress } from "#web/parts/to-alike-cases.tsx";
import { attachmentsAddress } from "#web/parts/to-attachments.tsx";
import { caseFilesAddress } from "#web/parts/to-case-files.tsx";
import { caseStoryAddress } from "#web/parts/to-case-story.tsx";
import { mergedCasesAddress } from "#web/parts/to-merged-cases.tsx";
import { attachFiles } from "./attach-files.ts";
import { dossierRoutes, giveDossier } from "./give-dossier.ts";
import { type LinkedOutside, linkedDoor } from "./linked-door.ts";
import { linkedRoutes } from "./linked-page.ts";
import { seeAlike } from "./see-alike.ts";
import { seeFiles } from "./see-files.ts";
import { seeMerged } from "./see-merged.ts";
import { seeStory } from "./see-story.ts";

/** The routes of the page where files are attached: the store leads back to one more. */
const attachmentRoutes = ({ sent, ...page }: ReturnType<typeof attachFiles>): Routes => ({
  ...linkedRoutes(attachmentsAddress, page),
  [`GET ${attachmentsAddress}/sent`]: sent,
});

type SeeCaseOutside = LinkedOutside & {
  vault: Pick<IdentityVault, "open">;
  files: Pick<Files, "linkTo">;
  arrivals: Pick<Arrivals, "formFor" | "origin">;
};

/**
 * The door where staff see more of a case than the day's work needs: all that has happened to it, its photos and PDFs, and
 * what is handled with it or might be; and where a unit that answers beside the step attaches some of its own. Over the
 * tables, the key and the buckets that its environment names.
 */
export const seeCaseDoor = (
  env: z.output<typeof SeeCaseEnv>,
  { vault, files, arrivals, ...outside }: SeeCaseOutside,
): Door => {
  const identities = identityStore(outside.db, env.CASES_TABLE);
  const door = linkedDoor(env, outside, (ports) => ({
    ...linkedRoutes(caseStoryAddress, seeStory({ ...ports, identities, vault })),
    ...linkedRoutes(alikeCasesAddress, seeAlike({ ...ports, identities, vault })),
    ...linkedRoutes(mergedCasesAddress, seeMerged({ ...ports, identities, vault, files })),
    ...linkedRoutes(caseFilesAddress, seeFiles({ ...ports, identities, files })),
    ...dossierRoutes(giveDossier({ ...ports, identities, vault, files })),
    ...attachmentRoutes(attachFiles({ ...ports, arrivals, random: randomBytes })),
  }));
  return { ...door, formsTo: arrivals.origin };
};
