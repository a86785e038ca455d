import type { FactOf } from "#case/state/event.ts";
import type { Hearing } from "#case/state/facts/hearing.ts";
import { isTriedEnough } from "#case/state/hearing.ts";
import { type Evolutions, from } from "./evolution.ts";

const heardBy = ({ came, on, said, tries }: FactOf<"contactRecorded">): Hearing | undefined => {
  if (came !== "tried") return { how: came, on, said };
  return isTriedEnough(tries) ? { how: "notReached", on, said } : undefined;
};

export const hearingEvolutions: Evolutions<"contactRecorded"> = {
  contactRecorded: from(["screening", "handling"], (c, fact) => {
    const heard = heardBy(fact);
    // Whoever was heard once was heard, though they could not be reached again.
    const counts = heard !== undefined && (heard.how !== "notReached" || c.heard === undefined);
    return {
      ...c,
      ...(fact.tries !== undefined && { tries: fact.tries }),
      ...(counts && { heard }),
    };
  }),
};
