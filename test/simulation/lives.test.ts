import { describe, expect, it } from "vitest";
import { type Fact, traits } from "#case/state/event.ts";
import { inBatches } from "#ground/in-batches.ts";
import { live } from "./life.ts";

/** `LIVES=1000 npx vitest run --project simulation` lives as many. */
const lives = Number(process.env.LIVES ?? 10_000);

/** Milliseconds of a processor for a life: those that are shared count half as much again for the same work. */
const mostForALife = 18;

/** Another one each time; `SEED=… npx vitest run --project simulation` lives the case of that seed again, alone. */
const given = process.env.SEED;
const first = given === undefined ? Date.now() % 2 ** 31 : Number(given);
const seeds = Array.from({ length: given === undefined ? lives : 1 }, (_, n) => first + n);

describe("the lives of cases", () => {
  it(`are sound after every event: ${lives} at random, on tables in memory`, async () => {
    const begun = process.cpuUsage();
    const counted: Record<"ends" | "facts", Map<string, number>> = { ends: new Map(), facts: new Map() };
    const count = (what: keyof typeof counted, name: string) =>
      counted[what].set(name, (counted[what].get(name) ?? 0) + 1);
    let races = 0;
    let handledAnew = 0;
    let sameRefused = 0;
    // Side by side, since whoever has lost a race waits a moment before deciding again.
    await inBatches(seeds, async (seed) => {
      const lived = await live(seed).catch((error: unknown) => {
        throw new Error(`SEED=${seed} npx vitest run --project simulation`, { cause: error });
      });
      races += lived.races;
      handledAnew += lived.handledAnew;
      sameRefused += lived.sameRefused;
      count("ends", lived.status);
      for (const fact of lived.facts) count("facts", fact);
    });
    const events = [...counted.facts.values()].reduce((sum, n) => sum + n, 0);
    const { user, system } = process.cpuUsage(begun);
    const seconds = Math.round((user + system) / 1e6);
    console.log(
      `${seeds.length} lives from seed ${first} in ${seconds} s of CPU: ${events} events of ${counted.facts.size} ` +
        `types, ${races} decisions on what was over; ${[...counted.ends].map(([end, n]) => `${n} ${end}`).join(", ")}`,
    );
    const met = (fact: Fact["type"]) => counted.facts.get(fact) ?? 0;
    console.log(
      `${met("reviewAsked")} reviews, ${met("reviewPassedOn")} passed on; ${met("answerUpheld")} upheld, ` +
        `${met("answerRevoked")} revoked, ${handledAnew} steps anew by others, ${sameRefused} answers refused as the same`,
    );
    if (given !== undefined) return;
    expect(seconds).toBeLessThan((lives * mostForALife) / 1000);
    // A simulation that never comes to something proves nothing of it. What chance alone meets too seldom has a way of its
    // own in ways.ts: the rarest come a dozen times.
    expect(Object.keys(traits).filter((type) => !counted.facts.has(type))).toEqual([]);
    expect([...counted.ends.keys()]).toEqual(
      expect.arrayContaining(["closed", "notAccepted", "guided", "transferred", "withdrawn", "handling", "window"]),
    );
    expect(races).toBeGreaterThan(lives / 10);
    // Who reviews an answer, and who gives it anew, is held against the record often enough to prove something.
    expect(met("reviewAsked")).toBeGreaterThan(lives / 100);
    expect(met("answerRevoked")).toBeGreaterThan(lives / 500);
    expect(handledAnew).toBeGreaterThan(lives / 500);
    expect(sameRefused).toBeGreaterThan(lives / 1000);
  }, 900_000);
});
