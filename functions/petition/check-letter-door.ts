import { randomBytes } from "node:crypto";
import type * as z from "zod";
import { saltStore } from "#access/salt-store.ts";
import { triesStore } from "#access/tries-store.ts";
import type { World } from "#case/state/world.ts";
import { letterStore } from "#case/store/letter-store.ts";
import { count } from "#lambda/count.ts";
import type { CheckLetterEnv } from "#lambda/environment.ts";
import { formBytes } from "#lambda/form.ts";
import type { Door } from "#lambda/route.ts";
import type { Database } from "#record/database.ts";
import { problemPage } from "#web/pages/problem.page.tsx";
import { checkLetter } from "./check-letter.ts";
import { checkLetterPages } from "./check-letter-pages.ts";

/** The door at which anybody has a paper checked. It reaches what is known of letters by their numbers, and no case. */
export const checkLetterDoor = (
  env: z.output<typeof CheckLetterEnv>,
  { db, world }: { db: Database; world: () => Promise<World> },
): Door => {
  const pages = checkLetterPages({
    check: checkLetter({
      letters: letterStore(db, env.CASES_TABLE),
      tries: triesStore(db, env.TRIES_TABLE),
      saltOf: saltStore(db, env.TRIES_TABLE, randomBytes),
      wrongCode: () => count("WrongKeys", 1),
    }),
    world,
    assets: env.ASSETS,
    demo: env.CLOCK === "demo",
  });
  return {
    baseUrl: env.BASE_URL,
    hsts: env.HSTS,
    edgeProof: env.EDGE_PROOF,
    routes: {
      "GET /letter": pages.form,
      "POST /letter": { most: formBytes.code, answer: pages.check },
    },
    onError: problemPage(env.ASSETS, world),
    referrerPolicy: "same-origin",
  };
};
