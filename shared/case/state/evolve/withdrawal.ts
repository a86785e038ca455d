import type * as z from "zod";
import type { In } from "#case/state/case.ts";
import type { withdrawalFacts } from "#case/state/facts/withdrawal.ts";
import { districtDate } from "#clock/period.ts";
import { alone, common, type Evolutions, from, owed } from "./evolution.ts";

type WithdrawalFactType = z.infer<(typeof withdrawalFacts)[number]>["type"];

type Withdrawable = In<"registered" | "screening" | "accepted" | "handling" | "performing" | "merged">;

/** Where a case goes on that its petitioner takes up again: what was open is opened anew. */
export const backOf = (c: Withdrawable): In<"withdrawing">["back"] => {
  switch (c.status) {
    case "registered":
    case "screening":
      return { to: "bureau", isNew: true };
    case "accepted":
      return { to: c.goingTo, isNew: c.isNew, ...(c.isAnew && { isAnew: c.isAnew }) };
    case "handling":
    case "performing":
      return { to: c.level, isNew: false };
    case "merged":
      return c.back;
  }
};

export const withdrawalEvolutions: Evolutions<WithdrawalFactType> = {
  withdrawalDeclared: from(
    ["registered", "screening", "accepted", "handling", "performing", "merged"],
    (c, { paper }, { at }) => ({
      ...alone(c),
      ...owed(c),
      status: "withdrawing",
      withdrawnAt: at,
      ...(paper && { signedOn: paper.signedOn }),
      back: backOf(c),
    }),
  ),
  withdrawalUndone: from(["withdrawing"], (c, { to, epoch }, { at }) => {
    const takenUp = { ...common(c), takenUpOn: districtDate(at), epoch };
    if (to === "bureau") {
      const { supervisedSince } = c;
      return { ...takenUp, ...(supervisedSince && { supervisedSince }), status: "registered" };
    }
    const { isNew, isAnew } = c.back;
    const way = { goingTo: to, sentBy: "person", isNew, ...(isAnew && { isAnew }) } as const;
    return { ...takenUp, ...owed(c), ...way, status: "accepted" };
  }),
  withdrawn: from(["withdrawing"], (c, _, { at }) => ({ ...common(c), status: "withdrawn", closedAt: at })),
};
