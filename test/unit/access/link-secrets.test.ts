import { describe, expect, test } from "vitest";
import { type Generations, linkSecrets } from "#access/link-secrets.ts";

/** A warm function beside a secret that others replace. */
const warm = () => {
  const state: { now: number; generations: Generations; isDown: boolean; asked: number } = {
    now: 0,
    generations: ["first"],
    isDown: false,
    asked: 0,
  };
  const fetched = () => {
    state.asked += 1;
    return state.isDown ? Promise.reject(new Error("down")) : Promise.resolve(state.generations);
  };
  return { state, ...linkSecrets(fetched, () => state.now) };
};
const is = (wanted: string) => (secret: string) => secret === wanted;

describe("the generations of the link secret", () => {
  test("are fetched on first use, once for all who ask at that moment, and kept for five minutes", async () => {
    const { state, valid, under } = warm();
    expect(state.asked).toBe(0);
    expect(await Promise.all([valid(), valid(), under(is("first"))])).toEqual([["first"], ["first"], "first"]);
    state.now = 299_999;
    await valid();
    expect(state.asked).toBe(1);
    state.generations = ["second", "first"];
    state.now = 300_000;
    expect(await valid()).toEqual(["second", "first"]);
    expect(state.asked).toBe(2);
  });

  test("are fetched again for what none of them fits, so that a warm function learns of a new one at once", async () => {
    const { state, under } = warm();
    await under(is("first"));
    state.generations = ["second", "first"];
    state.now = 10_000;
    expect(await Promise.all(["second", "first"].map((one) => under(is(one))))).toEqual(["second", "first"]);
    expect(state.asked).toBe(2);
  });

  test("cost one fetch in ten seconds, whatever comes that none fits", async () => {
    const { state, under } = warm();
    for (state.now = 0; state.now < 60_000; state.now += 100) expect(await under(is("forged"))).toBeUndefined();
    expect(state.asked).toBe(6);
  });

  test("are forgotten within five minutes when they are valid no more", async () => {
    const { state, under } = warm();
    await under(is("first"));
    state.generations = ["third", "second"];
    state.now = 300_000;
    expect(await under(is("first"))).toBeUndefined();
  });

  test("are asked for again on the next use after a fetch that failed", async () => {
    const { state, valid } = warm();
    state.isDown = true;
    await expect(valid()).rejects.toThrow("down");
    state.isDown = false;
    expect(await valid()).toEqual(["first"]);
  });
});
