import { randomUUID } from "node:crypto";
import type * as z from "zod";
import type { FilePetitionEnv } from "#lambda/environment.ts";
import { formBytes } from "#lambda/form.ts";
import type { Door } from "#lambda/route.ts";
import { admission } from "./admission.ts";
import { filePetition } from "./file-petition.ts";
import { noticePages } from "./notice-pages.ts";
import { frontDoor, petitionPages } from "./petition-pages.ts";
import { decidingWiring, type PetitionerOutside } from "./petitioner-wiring.ts";

/**
 * The district's front door, over the tables that its environment names: where petitions are filed, and where it is said
 * what becomes of them. What no route takes comes here too: an address that there is not, one with a slash too many, or a
 * method that it does not take.
 */
export const filingDoor = (env: z.output<typeof FilePetitionEnv>, outside: PetitionerOutside): Door => {
  const { ports, pagesBy, door } = decidingWiring(env, outside);
  const pages = petitionPages({
    filedAt: frontDoor,
    petitions: filePetition(ports),
    admit: admission(ports),
    newSubmission: randomUUID,
    ...pagesBy,
  });
  return {
    ...door,
    routes: {
      "GET /": pages.form,
      "GET /find/{version}": pages.find,
      "GET /petition": pages.toForm,
      "POST /petition": { most: formBytes.story, answer: pages.write },
      "GET /petition/{draft}": pages.again,
      "GET /petition/{draft}/check": pages.check,
      "POST /petition/{draft}/check": { most: formBytes.code, answer: pages.file },
      "GET /receipt/{receipt}": pages.receipt,
      ...noticePages(pagesBy),
    },
    elsewhere: env.ADDRESSES.split(","),
  };
};
