import type { In } from "#case/state/case.ts";
import { periodClock } from "#case/state/running.ts";
import type { World } from "#case/state/world.ts";
import { offer } from "./offer.ts";

/** Whether the days for thinking again are over. */
export const isThoughtOver = (c: In<"withdrawing">, { now }: World): boolean => periodClock(c, "withdrawal").due <= now;

/** 恢复办理: while a withdrawal can be undone. */
export const withdrawalUndoingOffers = {
  undoWithdrawal: offer({
    agent: "withdraw",
    at: ["withdrawing"],
    elsewhere: "notWithdrawn",
    whyNot: (c, world) => (isThoughtOver(c, world) ? "tooLateToUndo" : undefined),
  }),
};
