import { type Evolutions, from } from "./evolution.ts";

export const simpleEvolutions: Evolutions<"turnedOrdinary"> = {
  // What the simple way's short time was judged to be says nothing about the longer one.
  turnedOrdinary: from(["accepted", "handling"], ({ liftJudged: _, ...c }) => ({ ...c, track: "petition" })),
};
