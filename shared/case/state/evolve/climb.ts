import type { In } from "#case/state/case.ts";
import type { Level } from "#ground/levels.ts";
import type { Actor } from "../actor.ts";
import { common, type Evolutions, from, owed } from "./evolution.ts";

type ClimbFactType = "reportedUpward" | "handedBack" | "stepOverdue" | "lifted" | "overdueAtTop" | "statutoryOverdue";

const toLevel = (c: In<"handling">, goingTo: Level, { by }: { by: Actor }): In<"accepted"> => ({
  ...common(c),
  ...owed(c),
  status: "accepted",
  goingTo,
  sentBy: by.kind === "clock" ? "clock" : "person",
  isNew: false,
});

export const climbEvolutions: Evolutions<ClimbFactType> = {
  reportedUpward: from(["handling"], (c, { to }, event) => toLevel(c, to, event)),
  stepOverdue: from(["handling"], (c, { to }, event) => toLevel(c, to, event)),
  lifted: from(["handling"], (c, { to }, event) => ({ ...toLevel(c, to, event), liftJudged: true })),
  handedBack: from(["handling"], (c, { level, to }, event) => ({
    ...toLevel(c, to, event),
    handedBackBy: [...c.handedBackBy, level],
  })),
  overdueAtTop: from(["screening", "handling"], (c, _, { at }) => ({ ...c, supervisedSince: c.supervisedSince ?? at })),
  statutoryOverdue: from(["registered", "accepted", "handling"], (c, _, { at }) => ({
    ...c,
    supervisedSince: c.supervisedSince ?? at,
  })),
};
