import { common, type Evolutions, from } from "./evolution.ts";

export const acceptanceEvolutions: Evolutions<"accepted" | "notAccepted"> = {
  accepted: from(["registered", "screening"], (c, { startAt, track }) => ({
    ...common(c),
    track,
    status: "accepted",
    goingTo: startAt,
    sentBy: "person",
    isNew: true,
    isAssigned: true,
  })),
  notAccepted: from(["screening"], (c, { letter: { ground, where, explanation, limits } }, { at }) => ({
    ...common(c),
    status: "notAccepted",
    closedAt: at,
    ground,
    ...(where !== undefined && { where }),
    explanation,
    limits,
  })),
};
