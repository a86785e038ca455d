import { common, type Evolutions, from } from "./evolution.ts";

type SettlementFactType = "settlementProposed" | "settlementConfirmed" | "settlementDeclined" | "settlementLapsed";

export const settlementEvolutions: Evolutions<SettlementFactType> = {
  settlementProposed: from(["handling"], (c, { terms }, { at }) => ({ ...c, settlement: { terms, proposedAt: at } })),
  settlementConfirmed: from(["handling"], (c, _, { at }) => ({
    ...common(c),
    status: "closed",
    closedAt: at,
    how: "settled",
    outcome: "resolved",
  })),
  settlementDeclined: from(["handling"], ({ settlement: _, ...c }) => c),
  settlementLapsed: from(["handling"], ({ settlement: _, ...c }) => c),
};
