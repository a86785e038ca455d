import { isDeepStrictEqual } from "node:util";

/** A place where two templates differ: the keys that lead there, and what stands there in each. */
export type Difference = { path: string; left: unknown; right: unknown };

const isBranch = (value: unknown): value is object => typeof value === "object" && value !== null;

/** All places where two JSON documents differ, each as deep as can be said. */
export const differences = (left: unknown, right: unknown, path = ""): Difference[] => {
  if (isDeepStrictEqual(left, right)) return [];
  if (!isBranch(left) || !isBranch(right) || Array.isArray(left) !== Array.isArray(right))
    return [{ path, left, right }];
  const [ours, theirs] = [new Map(Object.entries(left)), new Map(Object.entries(right))];
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((key) =>
    differences(ours.get(key), theirs.get(key), path === "" ? key : `${path}/${key}`),
  );
};
