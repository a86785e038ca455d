import * as z from "zod";
import { happened, refuse } from "#case/state/decision.ts";
import { act } from "./act.ts";
import { byOwner } from "./by-owner.ts";
import { unitField, unitMeant } from "./unit-meant.ts";

/** 确定社区. */
export const communityActs = {
  /** The bureau says where it happened. The time for its decision has run since registration, and runs on (Art. 22). */
  assignCommunity: act({
    form: z.strictObject({ community: unitField }),
    role: "owner",
    at: ["screening"],
    turn: "stays",
    whyNot: (c) => (c.community === undefined ? undefined : "communityKnown"),
    decide: (c, { community: typed }, { directory }) => {
      const community = unitMeant(directory, typed, ["community"])?.id;
      return community === undefined
        ? refuse("communityUnclear")
        : happened(byOwner(c), { type: "communityAssigned", stepNo: c.stepNo, community });
    },
  }),
};
