import type * as z from "zod";
import { deadlineStore } from "#clock/store.ts";
import type { OwnFileEnv } from "#lambda/environment.ts";
import { formBytes } from "#lambda/form.ts";
import { reportLeftOut } from "#lambda/observed.ts";
import type { Door } from "#lambda/route.ts";
import { ownFile } from "./own-file.ts";
import { ownFilePages } from "./own-file-pages.ts";
import { type PetitionerOutside, petitionerWiring } from "./petitioner-wiring.ts";

/** The door where petitioners read their file, over the tables that its environment names. */
export const ownFileDoor = (env: z.output<typeof OwnFileEnv>, outside: PetitionerOutside): Door => {
  const { ports, pagesBy, door } = petitionerWiring(env, outside);
  const clocksOf = (caseId: string) => deadlineStore(outside.db, env.DEADLINES_TABLE).ofCase(caseId, reportLeftOut);
  const pages = ownFilePages({ file: ownFile({ ...ports, clocksOf }), ...pagesBy });
  return {
    ...door,
    routes: {
      "GET /file": pages.toKey,
      "POST /file": { most: formBytes.code, answer: pages.open },
      "GET /file/whole": pages.toKey,
      "POST /file/whole": { most: formBytes.code, answer: pages.whole },
      "GET /file/story": pages.toKey,
      "POST /file/story": { most: formBytes.code, answer: pages.story },
      "GET /file/{visit}": pages.again,
    },
  };
};
