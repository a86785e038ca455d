import type * as z from "zod";
import type { PetitionStatusEnv } from "#lambda/environment.ts";
import { formBytes } from "#lambda/form.ts";
import type { Door } from "#lambda/route.ts";
import { ownAffairsPage } from "#web/pages/own-affairs.page.tsx";
import { ownDoor } from "#web/parts/of-ones-own.ts";
import { caseDoor, type OpenedDoor } from "./case-door.ts";
import type { PetitionerOutside } from "./petitioner-wiring.ts";
import { storingPeople } from "./storing-people.ts";

/** What petitioners settle for themselves: how they are reached, who acts for them, who should not handle their matter, and whether it goes on. */
export const ownAffairs = {
  door: ownDoor,
  draw: {
    forPetitioner: ownAffairsPage,
    forAgent: ({ agent: { n }, ...drawn }) => ownAffairsPage({ ...drawn, agent: n }),
  },
  storing: storingPeople,
} satisfies OpenedDoor;

/** The door at which petitioners settle it. */
export const ownAffairsDoor = (env: z.output<typeof PetitionStatusEnv>, outside: PetitionerOutside): Door => {
  const { pages, door } = caseDoor(ownAffairs, env, outside);
  return {
    ...door,
    routes: {
      "GET /mine": pages.toForm,
      "POST /mine": { most: formBytes.code, answer: pages.look },
      "GET /mine/{visit}": pages.again,
      "GET /mine/check": pages.toForm,
      "POST /mine/check": { most: formBytes.code, answer: pages.check },
      "GET /mine/act": pages.toForm,
      "POST /mine/act": { most: formBytes.lines, answer: pages.act },
    },
  };
};
