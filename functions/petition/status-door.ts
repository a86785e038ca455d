import type * as z from "zod";
import type { PetitionStatusEnv } from "#lambda/environment.ts";
import { formBytes } from "#lambda/form.ts";
import type { Door } from "#lambda/route.ts";
import { agentPage } from "#web/pages/agent.page.tsx";
import { statusPage } from "#web/pages/status.page.tsx";
import { progressDoor } from "#web/parts/in-progress.ts";
import { followingPorts } from "./case-door.ts";
import type { CasePages } from "./case-pages.ts";
import { followPetition } from "./follow-petition.ts";
import { type PetitionerOutside, petitionerWiring } from "./petitioner-wiring.ts";
import { progressPages } from "./progress-pages.ts";

/** 查询进度: where a case stands, what was answered, and what its petitioner can decide on that. */
export const progress = {
  door: progressDoor,
  draw: { forPetitioner: statusPage, forAgent: agentPage },
} satisfies Pick<CasePages, "door" | "draw">;

/** The door where petitioners follow what they filed. */
export const statusDoor = (env: z.output<typeof PetitionStatusEnv>, outside: PetitionerOutside): Door => {
  const { ports, pagesBy, door } = petitionerWiring(env, outside);
  const { offered } = progressDoor;
  const follow = followPetition({ ...ports, ...followingPorts(env, outside.db), offered });
  const pages = progressPages({ ...progress, follow, ...pagesBy });
  return {
    ...door,
    routes: {
      "GET /status": pages.form,
      "POST /status": { most: formBytes.code, answer: pages.look },
      "GET /status/{visit}": pages.again,
      "GET /status/check": pages.toForm,
      "POST /status/check": { most: formBytes.code, answer: pages.check },
      "GET /status/act": pages.toForm,
      "POST /status/act": { most: formBytes.lines, answer: pages.act },
      "GET /status/mailbox": pages.toForm,
      "POST /status/mailbox": { most: formBytes.code, answer: pages.toMailbox },
      "POST /leave": { most: formBytes.code, answer: pages.leave },
    },
  };
};
