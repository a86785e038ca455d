import type * as z from "zod";
import type { PetitionStatusEnv } from "#lambda/environment.ts";
import { formBytes } from "#lambda/form.ts";
import type { Door } from "#lambda/route.ts";
import { ownAffairsPage } from "#web/pages/own-affairs.page.tsx";
import { toDecidePage } from "#web/pages/to-decide.page.tsx";
import { ownDoor } from "#web/parts/of-ones-own.ts";
import { decidingDoor } from "#web/parts/to-decide.ts";
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

/** What petitioners decide on what the office has done. */
export const decisions = {
  door: decidingDoor,
  draw: {
    forPetitioner: toDecidePage,
    forAgent: ({ agent: { n }, ...drawn }) => toDecidePage({ ...drawn, agent: n }),
  },
} satisfies OpenedDoor;

/** The two doors at which petitioners decide; how their case stands is told at another, by a function that decides little. */
export const ownAffairsDoor = (env: z.output<typeof PetitionStatusEnv>, outside: PetitionerOutside): Door => {
  const { pages: own, door } = caseDoor(ownAffairs, env, outside);
  const { pages: deciding } = caseDoor(decisions, env, outside);
  return {
    ...door,
    routes: {
      "GET /mine": own.toForm,
      "POST /mine": { most: formBytes.code, answer: own.look },
      "GET /mine/{visit}": own.again,
      "GET /mine/check": own.toForm,
      "POST /mine/check": { most: formBytes.code, answer: own.check },
      "GET /mine/act": own.toForm,
      "POST /mine/act": { most: formBytes.lines, answer: own.act },
      "GET /decide": deciding.toForm,
      "POST /decide": { most: formBytes.code, answer: deciding.openAnswer },
      "GET /decide/{visit}": deciding.again,
      "GET /decide/mailbox": deciding.toForm,
      "POST /decide/mailbox": { most: formBytes.code, answer: deciding.askMailboxAgain },
      "GET /decide/check": deciding.toForm,
      "POST /decide/check": { most: formBytes.code, answer: deciding.check },
      "GET /decide/act": deciding.toForm,
      "POST /decide/act": { most: formBytes.lines, answer: deciding.act },
    },
  };
};
