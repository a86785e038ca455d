import type * as z from "zod";
import { deadlineStore } from "#clock/store.ts";
import type { JointPetitionEnv } from "#lambda/environment.ts";
import { formBytes } from "#lambda/form.ts";
import { reportLeftOut } from "#lambda/observed.ts";
import type { Door } from "#lambda/route.ts";
import { jointPages } from "./joint-pages.ts";
import { jointPetition } from "./joint-petition.ts";
import { decidingWiring, type PetitionerOutside } from "./petitioner-wiring.ts";

/** The door where people join a petition, follow it and leave it, over the tables that its environment names. */
export const jointDoor = (env: z.output<typeof JointPetitionEnv>, outside: PetitionerOutside): Door => {
  const { ports, pagesBy, door } = decidingWiring(env, outside);
  const clocks = deadlineStore(outside.db, env.DEADLINES_TABLE);
  const clocksOf = (caseId: string) => clocks.ofCase(caseId, reportLeftOut);
  const pages = jointPages({ joint: jointPetition({ ...ports, clocksOf }), ...pagesBy });
  return {
    ...door,
    routes: {
      "GET /join": pages.join,
      "POST /join": { most: formBytes.code, answer: pages.find },
      "GET /join/sign": pages.toJoin,
      "POST /join/sign": { most: formBytes.lines, answer: pages.sign },
      "GET /join/{visit}": pages.joiningAgain,
      "GET /joint": pages.key,
      "POST /joint": { most: formBytes.code, answer: pages.open },
      "GET /joint/leave": pages.toJoint,
      "POST /joint/leave": { most: formBytes.code, answer: pages.leave },
      "GET /joint/stand": pages.toJoint,
      "POST /joint/stand": { most: formBytes.code, answer: pages.stand },
      "GET /joint/{visit}": pages.joinedAgain,
    },
  };
};
