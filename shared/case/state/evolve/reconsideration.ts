import type * as z from "zod";
import type { reconsiderationFacts } from "#case/state/facts/reconsideration.ts";
import { districtDate } from "#clock/period.ts";
import { common, type Evolutions, from } from "./evolution.ts";
import { refused } from "./refused.ts";

type ReconsiderationFactType = z.infer<(typeof reconsiderationFacts)[number]>["type"];

export const reconsiderationEvolutions: Evolutions<ReconsiderationFactType> = {
  reconsiderationAsked: from(["notAccepted"], (c, { epoch }, { at }) => {
    const { ground, where, refusedBy } = c;
    return {
      ...common(c),
      epoch,
      status: "registered",
      reconsideration: { askedOn: districtDate(at), refusedBy, ground, ...(where !== undefined && { where }) },
    };
  }),
  refusalUpheld: from(["screening"], (c, { letter }, { at }) => refused(c, letter, at)),
};
