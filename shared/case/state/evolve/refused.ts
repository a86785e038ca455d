import type { In } from "#case/state/case.ts";
import type { NotAcceptedLetter } from "#case/state/facts/acceptance.ts";
import type { Instant } from "#ground/instant.ts";
import { common } from "./evolution.ts";

/** The case ends as not accepted, by whoever has the step and as the letter says. */
export const refused = (
  c: In<"screening">,
  { ground, where, explanation, limits }: NotAcceptedLetter,
  at: Instant,
): In<"notAccepted"> => ({
  ...common(c),
  status: "notAccepted",
  closedAt: at,
  refusedBy: c.owner,
  ground,
  ...(where !== undefined && { where }),
  explanation,
  limits,
});
