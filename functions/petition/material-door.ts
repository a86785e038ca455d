import type * as z from "zod";
import type { AddMaterialEnv } from "#lambda/environment.ts";
import { formBytes } from "#lambda/form.ts";
import type { Door } from "#lambda/route.ts";
import { addMaterial } from "./add-material.ts";
import { materialPages } from "./material-pages.ts";
import { decidingWiring, type PetitionerOutside } from "./petitioner-wiring.ts";

/** The door where petitioners add material to what they filed, over the tables that its environment names. */
export const materialDoor = (env: z.output<typeof AddMaterialEnv>, outside: PetitionerOutside): Door => {
  const { ports, pagesBy, door } = decidingWiring(env, outside);
  const pages = materialPages({ bringing: addMaterial(ports), ...pagesBy });
  return {
    ...door,
    routes: {
      "GET /material": pages.toKey,
      "POST /material": { most: formBytes.code, answer: pages.open },
      "GET /material/add": pages.toKey,
      "POST /material/add": { most: formBytes.story, answer: pages.add },
      "GET /material/{visit}": pages.again,
    },
  };
};
