import { common, type Evolutions, from } from "./evolution.ts";

export const guidanceEvolutions: Evolutions<"guided"> = {
  guided: from(["screening"], (c, { letter: { route, explanation, limits } }, { at }) => ({
    ...common(c),
    track: route.track,
    status: "guided",
    closedAt: at,
    route,
    explanation,
    limits,
  })),
};
