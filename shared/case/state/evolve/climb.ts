import { type Evolutions, from, toLevel } from "./evolution.ts";

type ClimbFactType = "reportedUpward" | "handedBack" | "stepOverdue" | "lifted" | "overdueAtTop" | "statutoryOverdue";

export const climbEvolutions: Evolutions<ClimbFactType> = {
  reportedUpward: from(["handling"], (c, { to }, event) => toLevel(c, to, event)),
  stepOverdue: from(["handling"], (c, { to }, event) => toLevel(c, to, event)),
  lifted: from(["handling"], (c, { to }, event) => ({ ...toLevel(c, to, event), liftJudged: true })),
  handedBack: from(["handling"], (c, { level, to }, event) => ({
    ...toLevel(c, to, event),
    handedBackBy: [...c.handedBackBy, level],
  })),
  overdueAtTop: from(["screening", "handling"], (c, _, { at }) => ({ ...c, supervisedSince: c.supervisedSince ?? at })),
  statutoryOverdue: from(["registered", "accepted", "handling", "merged", "transferring"], (c, _, { at }) => ({
    ...c,
    supervisedSince: c.supervisedSince ?? at,
  })),
};
