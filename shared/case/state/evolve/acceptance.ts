import { common, type Evolutions, from } from "./evolution.ts";
import { refused } from "./refused.ts";

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
  notAccepted: from(["screening"], (c, { letter }, { at }) => refused(c, letter, at)),
};
