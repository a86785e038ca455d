import type * as z from "zod";
import type { Arrivals, Files } from "#case/files/shelves.ts";
import { registerPasses } from "#case/store/pass-store.ts";
import type { BringFilesEnv } from "#lambda/environment.ts";
import { formBytes } from "#lambda/form.ts";
import type { Door } from "#lambda/route.ts";
import { bringFiles } from "./bring-files.ts";
import { bringFilesPages } from "./bring-files-pages.ts";
import { counterFiles } from "./counter-files.ts";
import { counterFilesPages } from "./counter-files-pages.ts";
import { petitionerWiring, type UnsealedOutside } from "./petitioner-wiring.ts";

type BringFilesOutside = UnsealedOutside & {
  arrivals: Pick<Arrivals, "formFor" | "origin">;
  files: Pick<Files, "linkTo">;
};

/**
 * The door where petitioners send photos and PDFs, and where whoever has registered a petition for somebody enters what came
 * with it, over the tables and buckets that its environment names.
 */
export const bringFilesDoor = (env: z.output<typeof BringFilesEnv>, outside: BringFilesOutside): Door => {
  const { ports, pagesBy, door } = petitionerWiring(env, outside);
  const pages = bringFilesPages({ bringing: bringFiles(ports), ...pagesBy });
  const passes = registerPasses(outside.db, env.DIRECTORY_TABLE);
  const atCounter = counterFilesPages({ adding: counterFiles({ ...ports, passes }), ...pagesBy });
  return {
    ...door,
    routes: {
      "GET /files": pages.toKey,
      "POST /files": { most: formBytes.code, answer: pages.open },
      "GET /files/bring": pages.toKey,
      "POST /files/bring": { most: formBytes.lines, answer: pages.bring },
      "GET /files/{visit}": pages.again,
      "GET /files/{visit}/sent": pages.sent,
      "GET /register-files": atCounter.toForm,
      "POST /register-files": { most: formBytes.code, answer: atCounter.add },
      "GET /register-files/{visit}": atCounter.again,
      "GET /register-files/{visit}/sent": atCounter.sent,
    },
    formsTo: outside.arrivals.origin,
  };
};
