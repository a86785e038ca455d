import { randomUUID } from "node:crypto";
import type * as z from "zod";
import { registerPasses } from "#case/store/pass-store.ts";
import type { RegisterForEnv } from "#lambda/environment.ts";
import { formBytes } from "#lambda/form.ts";
import type { Door } from "#lambda/route.ts";
import { admission } from "./admission.ts";
import { atCounter } from "./counter.ts";
import { filePetition } from "./file-petition.ts";
import { petitionPages } from "./petition-pages.ts";
import { decidingWiring, type PetitionerOutside } from "./petitioner-wiring.ts";

/** 代登记: the door at which staff register for others, over the tables that its environment names. */
export const counterDoor = (env: z.output<typeof RegisterForEnv>, outside: PetitionerOutside): Door => {
  const { ports, pagesBy, door } = decidingWiring(env, outside);
  const pages = petitionPages({
    filedAt: atCounter({ passes: registerPasses(outside.db, env.DIRECTORY_TABLE), cases: ports.cases }),
    petitions: filePetition(ports),
    admit: admission(ports),
    newSubmission: randomUUID,
    ...pagesBy,
  });
  return {
    ...door,
    routes: {
      "GET /register": pages.form,
      "POST /register": { most: formBytes.story, answer: pages.write },
      "GET /register/{draft}": pages.again,
      "GET /register/{draft}/check": pages.check,
      "POST /register/{draft}/check": { most: formBytes.code, answer: pages.file },
      "GET /register/receipt/{receipt}": pages.receipt,
    },
  };
};
