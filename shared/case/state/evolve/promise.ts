import { awaited } from "#case/state/promise.ts";
import type { Evolutions } from "./evolution.ts";
import { from } from "./evolution.ts";

export const promiseEvolutions: Evolutions<"promiseAwaited"> = {
  promiseAwaited: from(["window"], (c, _, { seq, at }) => awaited(c, { seq, at })),
};
