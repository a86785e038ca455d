import type { DistrictDate } from "#ground/instant.ts";

/** The keys of the Tries table. Each counter is a partition of its own, so that no guesser makes another's one busy. */
export const tryKey = (counter: string) => ({ pk: `TRIES#${counter}`, sk: "TRIES" });

/** The salt of a day, under which addresses are hashed. */
export const saltKey = (on: DistrictDate) => ({ pk: `SALT#${on}`, sk: "SALT" });
