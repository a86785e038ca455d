import { endOfDay } from "#clock/period.ts";
import { type Evolutions, from } from "./evolution.ts";

export const extensionEvolutions: Evolutions<"extensionAsked" | "extensionApproved" | "extensionRefused"> = {
  extensionAsked: from(["handling"], (c, { days, reason, head, assignment }, { at }) => ({
    ...c,
    extension: { days, reason, askedAt: at, head, assignment },
  })),
  extensionApproved: from(["handling"], ({ extension: _, supervisedSince, ...c }, { lastDay }, { at }) => {
    // Only the step can have been late; its new end may have passed all the same.
    const late = supervisedSince !== undefined && endOfDay(lastDay) <= at && { supervisedSince };
    return { ...c, ...late, extensionDecided: "approved" };
  }),
  extensionRefused: from(["handling"], ({ extension: _, ...c }) => ({ ...c, extensionDecided: "refused" })),
};
