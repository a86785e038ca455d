import { endOfDay } from "#clock/period.ts";
import { type Evolutions, from } from "./evolution.ts";

type ExtensionFactType =
  | "extensionAsked"
  | "decisionPassedOn"
  | "decisionAwaited"
  | "extensionApproved"
  | "extensionRefused";

export const extensionEvolutions: Evolutions<ExtensionFactType> = {
  extensionAsked: from(["handling"], (c, { days, reason, head, assignment }, { at }) => ({
    ...c,
    extension: { days, reason, askedAt: at, head, assignment },
  })),
  decisionPassedOn: from(["handling"], (c, { to: head, assignment }) =>
    c.extension === undefined ? c : { ...c, extension: { ...c.extension, head, assignment } },
  ),
  decisionAwaited: from(["handling"], (c) => c),
  extensionApproved: from(["handling"], ({ extension: _, supervisedSince, ...c }, { lastDay }, { at }) => {
    // Only the step can have been late; its new end may have passed all the same.
    const late = supervisedSince !== undefined && endOfDay(lastDay) <= at && { supervisedSince };
    return { ...c, ...late, extensionDecided: "approved" };
  }),
  extensionRefused: from(["handling"], ({ extension: _, ...c }) => ({ ...c, extensionDecided: "refused" })),
};
