import type * as z from "zod";
import type { In } from "#case/state/case.ts";
import type { FollowUp, followUpFacts } from "#case/state/facts/follow-up.ts";
import { windowAgain } from "#case/state/follow-up.ts";
import { broken, common, type Evolutions, from, owed } from "./evolution.ts";

type FollowUpFactType = z.infer<(typeof followUpFacts)[number]>["type"];

const altered = (c: In<"closed">, alter: (followUp: FollowUp) => FollowUp): In<"closed"> =>
  c.followUp === undefined ? c : { ...c, followUp: alter(c.followUp) };

export const followUpEvolutions: Evolutions<FollowUpFactType> = {
  followUpOpened: from(["closed"], (c, { to: caller, assignment }) => ({
    ...c,
    followUp: { caller, assignment, tries: [] },
  })),
  followUpReminded: from(["closed"], (c) => c),
  followUpPassedOn: from(["closed"], (c, { how, to: caller, assignment }) =>
    altered(c, (followUp) => ({ ...followUp, caller, assignment, ...(how === "silent" && { isLast: true }) })),
  ),
  followUpTried: from(["closed"], (c, { on }) =>
    altered(c, (followUp) => ({ ...followUp, tries: [...followUp.tries, on] })),
  ),
  followUpOver: from(["closed"], ({ followUp: _, renewals: __, ...c }) => c),
  followUpTakenUp: from(["closed"], (c, { level: goingTo, promises, epoch }, event) => {
    if (promises !== undefined) {
      const again = windowAgain(c, epoch);
      if (again === undefined) throw broken(event, "no letter has promised anything");
      const promised = again.promised?.map(({ over, ...line }) =>
        promises.includes(line.n) || over === undefined ? line : { ...line, over },
      );
      return { ...again, ...(promised && { promised }), followedUp: true };
    }
    return {
      ...common(c),
      ...owed(c.reopening ?? {}),
      epoch,
      followedUp: true,
      status: "accepted",
      goingTo,
      sentBy: "person",
      isNew: false,
      isAnew: true,
    };
  }),
};
