import type * as z from "zod";
import type { PetitionStatusEnv } from "#lambda/environment.ts";
import { formBytes } from "#lambda/form.ts";
import type { Door } from "#lambda/route.ts";
import { toDecidePage } from "#web/pages/to-decide.page.tsx";
import { decidingDoor } from "#web/parts/to-decide.ts";
import { caseDoor, type OpenedDoor } from "./case-door.ts";
import type { PetitionerOutside } from "./petitioner-wiring.ts";

/** What petitioners decide on what the office has done. */
export const decisions = {
  door: decidingDoor,
  draw: {
    forPetitioner: toDecidePage,
    forAgent: ({ agent: { n }, ...drawn }) => toDecidePage({ ...drawn, agent: n }),
  },
} satisfies OpenedDoor;

/** The door at which petitioners decide; how their case stands is told at another, by a function that decides nothing. */
export const ownDecisionsDoor = (env: z.output<typeof PetitionStatusEnv>, outside: PetitionerOutside): Door => {
  const { pages, door } = caseDoor(decisions, env, outside);
  return {
    ...door,
    routes: {
      "GET /decide": pages.toForm,
      "POST /decide": { most: formBytes.code, answer: pages.openAnswer },
      "GET /decide/{visit}": pages.again,
      "GET /decide/mailbox": pages.toForm,
      "POST /decide/mailbox": { most: formBytes.code, answer: pages.askMailboxAgain },
      "GET /decide/check": pages.toForm,
      "POST /decide/check": { most: formBytes.code, answer: pages.check },
      "GET /decide/act": pages.toForm,
      "POST /decide/act": { most: formBytes.lines, answer: pages.act },
    },
  };
};
