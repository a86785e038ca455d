import { randomBytes } from "node:crypto";
import type { IdentityVault } from "#access/identity.ts";
import { keptStore } from "#access/kept-store.ts";
import { saltStore } from "#access/salt-store.ts";
import { triesStore } from "#access/tries-store.ts";
import { noLinks } from "#case/acts/carry-out.ts";
import type { World } from "#case/state/world.ts";
import { caseReader } from "#case/store/case-reader.ts";
import { caseStore } from "#case/store/case-store.ts";
import { identityStore } from "#case/store/identity-store.ts";
import { count } from "#lambda/count.ts";
import type { Door } from "#lambda/route.ts";
import type { Database } from "#record/database.ts";
import { problemPage } from "#web/pages/problem.page.tsx";
import { keeping } from "./keeping.ts";

/** What is outside of a door that opens nothing sealed, and of one that does. */
export type UnsealedOutside = { db: Database; world: () => Promise<World> };
export type PetitionerOutside = UnsealedOutside & { vault: IdentityVault };

/** What the environment says of a door to petitioners and those who come for them. */
type PetitionerEnv = Record<
  "CASES_TABLE" | "DEADLINES_TABLE" | "TRIES_TABLE" | "BASE_URL" | "ASSETS" | "HSTS" | "EDGE_PROOF",
  string
> & { CLOCK: "real" | "demo" };

/**
 * What all doors to petitioners and those who come for them have in common, over the tables that the environment names.
 * Cases are read here; {@link decidingWiring} is for doors where something is decided on them.
 */
export const petitionerWiring = <Outside extends UnsealedOutside>(env: PetitionerEnv, outside: Outside) => {
  const { db, world, ...others } = outside;
  const { BASE_URL: baseUrl, ASSETS: assets } = env;
  const counting = {
    tries: triesStore(db, env.TRIES_TABLE),
    saltOf: saltStore(db, env.TRIES_TABLE, randomBytes),
  };
  return {
    /** What a case is opened and read with. */
    ports: {
      cases: caseReader(db, env.CASES_TABLE),
      identities: identityStore(db, env.CASES_TABLE),
      ...others,
      random: randomBytes,
      ...counting,
      wrongKey: () => count("WrongKeys", 1),
      world,
    },
    /** What its pages are drawn and kept with. */
    pagesBy: {
      keeping: keeping({ kept: keptStore(db, env.TRIES_TABLE), ...counting, baseUrl, random: randomBytes }),
      world,
      baseUrl,
      assets,
      demo: env.CLOCK === "demo",
    },
    /** The door, but for its routes. */
    door: {
      baseUrl,
      hsts: env.HSTS,
      onError: problemPage(assets, world),
      // An address may hold a pass or the mark of a kept page, which goes nowhere but to these pages themselves.
      referrerPolicy: "same-origin",
      edgeProof: env.EDGE_PROOF,
    } satisfies Omit<Door, "routes">,
  };
};

/** The same for doors where a case is filed, or something decided on it. */
export const decidingWiring = <Outside extends UnsealedOutside>(env: PetitionerEnv, outside: Outside) => {
  const { ports, ...wired } = petitionerWiring(env, outside);
  const cases = caseStore(outside.db, env.CASES_TABLE, env.DEADLINES_TABLE);
  return { ...wired, ports: { ...ports, cases, linkHash: noLinks } };
};
