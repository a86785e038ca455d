import type { In } from "#case/state/case.ts";
import type { FactOf } from "#case/state/event.ts";
import { type Evolutions, from } from "./evolution.ts";

type UrgencyRequestFactType =
  | "urgencyAsked"
  | "urgencyPassedOn"
  | "urgencyClimbed"
  | "urgencyAwaited"
  | "urgencyRefused"
  | "urgencyLapsed";

const decidesNow = (
  c: In<"handling">,
  { to: triage, assignment }: Pick<FactOf<"urgencyClimbed">, "to" | "assignment">,
): In<"handling"> => (c.hurry === undefined ? c : { ...c, hurry: { ...c.hurry, triage, assignment } });

const over = ({ hurry: _, ...c }: In<"handling">): In<"handling"> => c;

export const urgencyRequestEvolutions: Evolutions<UrgencyRequestFactType> = {
  urgencyAsked: from(["handling"], (c, { why, reason, triage, assignment }, { at }) => ({
    ...c,
    hurries: (c.hurries ?? 0) + 1,
    hurry: { why, reason, askedAt: at, triage, assignment },
  })),
  urgencyPassedOn: from(["handling"], decidesNow),
  urgencyClimbed: from(["handling"], (c, fact) => {
    const after = decidesNow(c, fact);
    return after.hurry === undefined ? after : { ...after, hurry: { ...after.hurry, isLast: true } };
  }),
  urgencyAwaited: from(["handling"], (c) => c),
  urgencyRefused: from(["handling"], over),
  urgencyLapsed: from(["handling"], over),
};
