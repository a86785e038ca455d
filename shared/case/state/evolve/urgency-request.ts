import { decided, decidedAbove, decidedBy } from "./awaited.ts";
import { type Evolutions, from } from "./evolution.ts";

type UrgencyRequestFactType =
  | "urgencyAsked"
  | "urgencyPassedOn"
  | "urgencyClimbed"
  | "urgencyAwaited"
  | "urgencyRefused"
  | "urgencyLapsed";

export const urgencyRequestEvolutions: Evolutions<UrgencyRequestFactType> = {
  urgencyAsked: from(["handling"], (c, { why, reason, triage: decider, assignment }, { at }) => ({
    ...c,
    hurries: (c.hurries ?? 0) + 1,
    hurry: { why, reason, askedAt: at, decider, assignment },
  })),
  urgencyPassedOn: from(["handling"], (c, fact) => decidedBy(c, "hurry", fact)),
  urgencyClimbed: from(["handling"], (c, fact) => decidedAbove(c, "hurry", fact)),
  urgencyAwaited: from(["handling"], (c) => c),
  urgencyRefused: from(["handling"], (c) => decided(c, "hurry")),
  urgencyLapsed: from(["handling"], (c) => decided(c, "hurry")),
};
