import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StaffCommand } from "#case/acts/staff-acts.ts";
import type { Case } from "#case/state/case.ts";
import { CaseEvent } from "#case/state/event.ts";
import { replay } from "#case/state/record.ts";
import { anchoredCases, anchoredOf, readAnchors } from "#case/store/anchored.ts";
import { auditCase } from "#case/store/audit.ts";
import { caseKey, eventKey, lookKey, looksKey } from "#case/store/keys.ts";
import { caseRow, changedBy, LookRow } from "#case/store/rows.ts";
import { chainHash, genesis } from "#record/chain.ts";
import type { Item } from "#record/database.ts";
import type { Finding } from "#record/finding.ts";
import { anchor } from "../../../functions/clock/anchor.ts";
import { memoryBackend } from "../../contract/backend.ts";
import { newDistrict } from "../../contract/district.ts";
import { acknowledge, reply, reportUpward } from "../../contract/samples.ts";
import { memoryShelf } from "../../support/memory-shelf.ts";

const hour = 3_600_000;
const filedAt = Date.parse("2026-03-02T02:00:00.000Z");

const acts: readonly StaffCommand[] = [
  acknowledge,
  reply,
  reportUpward,
  { command: "accept" },
  { command: "handBack", reason: "不属本级" },
  { command: "reassign", to: "housing-colleague", reason: "出差" },
  { command: "proposeSettlement", terms: "上门疏通", done: "already", promisedFor: undefined },
  { command: "askExtension", days: 12, reason: "须经鉴定" },
];
type Move = "arrive" | "look" | "follow" | "sweep" | "anchor" | StaffCommand;
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom<Move>("arrive", "look", "look", "follow", "sweep", "anchor") },
  { weight: 4, arbitrary: fc.constantFrom<Move>(...acts) },
);
const life = fc.record({
  category: fc.constantFrom("wages", "estate", "land"),
  moves: fc.array(fc.tuple(move, fc.integer({ min: 0, max: 60 })), { minLength: 3, maxLength: 14 }),
});
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never;

/** A case that has lived, with the means to look at what is stored of it and at its anchors. */
const lived = async ({ category, moves }: Life) => {
  const district = newDistrict(memoryBackend());
  const shelf = memoryShelf();
  let moment = filedAt;
  const now = () => Promise.resolve(new Date(moment).toISOString());
  const anchors = anchor({ cases: district.cases, shelf, now });
  const id = await district.filed(category);
  const moved = async (chosen: Move): Promise<unknown> => {
    if (chosen === "arrive") return district.arrive(id);
    if (chosen === "look") return district.task.open(await district.shown(id));
    if (chosen === "follow") return district.follow(id);
    if (chosen === "sweep") return district.sweep();
    if (chosen === "anchor") return anchors();
    return district.act(id, chosen);
  };
  for (const [chosen, hours] of moves) {
    moment += hours * hour;
    district.turnTo(await now());
    // What is refused is part of a life, too.
    await moved(chosen).catch(() => undefined);
  }
  const audit = async (): Promise<Finding | undefined> => {
    const { anchors: all, finding } = await readAnchors(shelf);
    return finding ?? auditCase(id, await district.cases.rows(id), anchoredOf(id, anchoredCases(all), all.at(-1)));
  };
  const rows = async (): Promise<Item[]> => {
    const stored = await district.cases.rows(id, "record");
    return stored.map((row) => structuredClone(row));
  };
  const wait = (hours: number) => {
    moment += hours * hour;
    district.turnTo(new Date(moment).toISOString());
  };
  return { district, id, shelf, anchors, audit, rows, wait };
};
type Lived = Awaited<ReturnType<typeof lived>>;

/** Paths to every value of a row that the audit answers for. A state of another shape is told from its events, and not read. */
const leavesOf = (value: unknown, path: readonly string[] = []): string[][] => {
  if (typeof value !== "object" || value === null) return [[...path]];
  return Object.entries(value).flatMap(([field, one]) => leavesOf(one, [...path, field]));
};
const leaves = (row: Item): string[][] =>
  leavesOf(row).filter(([field = ""]) => !["pk", "sk", "shape"].includes(field));

/** A copy of a row with one value changed in one character, by one, or taken away. */
const changed = (value: unknown, [field = "", ...path]: readonly string[], how: number): unknown => {
  if (typeof value !== "object" || value === null) return value;
  const copy = Array.isArray(value) ? value.map((one): unknown => one) : { ...value };
  const before: unknown = Reflect.get(copy, field);
  if (path.length > 0) Reflect.set(copy, field, changed(before, path, how));
  else if (how % 4 === 0 && !Array.isArray(copy)) Reflect.deleteProperty(copy, field);
  else Reflect.set(copy, field, other(before, how));
  return copy;
};
const other = (value: unknown, how: number): unknown => {
  if (typeof value === "number") return value + 1 + (how % 3);
  if (typeof value === "boolean") return !value;
  if (typeof value !== "string" || value === "") return "x";
  const at = how % value.length;
  return `${value.slice(0, at)}${value[at] === "7" ? "8" : "7"}${value.slice(at + 1)}`;
};

const isItem = (value: unknown): value is Item => typeof value === "object" && value !== null;
const keyed = ({ pk, sk }: Item) => ({ pk: String(pk), sk: String(sk) });
const pick = <T>(many: readonly T[], n: number): T => {
  const one = many[n % many.length];
  if (one === undefined) throw new Error("There is nothing to choose from");
  return one;
};

/** One row is touched: the first key at which an audit may name it. */
const touches = {
  changes: async ({ district }: Lived, rows: readonly Item[], [which, where, how]: Dice) => {
    const row = pick(rows, which);
    const forged = changed(row, pick(leaves(row), where), how);
    if (!isItem(forged)) throw new Error("not a row");
    await district.put("cases", forged);
    return [String(row.sk)];
  },
  deletes: async ({ district }: Lived, rows: readonly Item[], [which]: Dice) => {
    const row = pick(rows, which);
    await district.remove("cases", keyed(row));
    return [String(row.sk)];
  },
  inserts: async ({ district, id }: Lived, rows: readonly Item[], [which, where]: Dice) => {
    const row = pick(
      rows.filter(({ sk }) => /#\d+$/.test(String(sk))),
      which,
    );
    const kind = String(row.sk).startsWith("EVENT") ? "EVENT" : "LOOK";
    const count = rows.filter(({ sk }) => String(sk).startsWith(`${kind}#`)).length;
    const [next, between] = [`${kind}#${String(count + 1).padStart(6, "0")}`, `${String(row.sk)}a`];
    const sk = where % 2 === 0 ? next : between;
    await district.put("cases", { ...row, pk: caseKey(id).pk, sk });
    return [sk];
  },
  swaps: async ({ district }: Lived, rows: readonly Item[], [which, where]: Dice) => {
    const numbered = rows.filter(({ sk }) => /^EVENT#\d+$/.test(String(sk)));
    const [one, two] = [pick(numbered, which), pick(numbered, which + 1 + (where % Math.max(1, numbered.length - 1)))];
    await district.put("cases", { ...two, ...keyed(one) }, { ...one, ...keyed(two) });
    return [String(one.sk), String(two.sk)].toSorted().slice(0, one.sk === two.sk ? 0 : 1);
  },
} satisfies Record<string, (life: Lived, rows: readonly Item[], dice: Dice) => Promise<string[]>>;
type Dice = [number, number, number];
const dice = fc.tuple(fc.nat(), fc.nat(), fc.nat());

/** What a head that is wrong may come to: an entry after the last one, which is missing. */
const nextOf = (rows: readonly Item[], sk: string): string[] => {
  const count = (prefix: string) => rows.filter((row) => String(row.sk).startsWith(prefix)).length;
  if (sk === "CASE") return [eventKey("", count("EVENT#") + 1).sk];
  return sk === "LOOKS" ? [lookKey("", count("LOOK#") + 1).sk] : [];
};

const eventsIn = (rows: readonly Item[]): CaseEvent[] =>
  rows.flatMap(({ event }) => (event === undefined ? [] : [CaseEvent.parse(event)]));
const told = (events: readonly CaseEvent[]): Case => {
  const state = replay(events);
  if (state === undefined) throw new Error("no events");
  return state;
};

/** Numbers and chains events anew, as whoever knows the code can. */
const rechained = (events: readonly CaseEvent[]): CaseEvent[] => {
  let previous = genesis;
  return events.map(({ previous: _, hash: __, ...content }) => {
    const event = { ...content, previous, hash: chainHash(previous, content) };
    previous = event.hash;
    return event;
  });
};

/** All rows are made to agree with each other; only an anchor can tell. Each gives whether anything was changed. */
const forgeries = {
  "takes the newest events away with the state": async ({ district, id }: Lived, rows: readonly Item[], n: number) => {
    const events = eventsIn(rows);
    const keep = 1 + (n % Math.max(1, events.length - 1));
    if (keep >= events.length) return false;
    for (const { seq } of events.slice(keep)) await district.remove("cases", eventKey(id, seq));
    await district.put("cases", { ...caseRow(told(events.slice(0, keep))), ...caseKey(id) });
    return true;
  },
  "takes the newest looks away with their head": async ({ district, id }: Lived, rows: readonly Item[], n: number) => {
    const looks = rows.filter(({ sk }) => String(sk).startsWith("LOOK#"));
    if (looks.length === 0) return false;
    const keep = n % looks.length;
    for (const look of looks.slice(keep)) await district.remove("cases", keyed(look));
    const { pk: _, sk: __, ...last } = looks[keep - 1] ?? {};
    if (keep === 0) await district.remove("cases", looksKey(id));
    else {
      const { hash, look } = LookRow.parse(last);
      await district.put("cases", { v: 1, count: keep, head: hash, ...changedBy(id, look.at), ...looksKey(id) });
    }
    return true;
  },
  "writes the chain anew from an event on": async ({ district, id }: Lived, rows: readonly Item[], n: number) => {
    const events = eventsIn(rows);
    const from = n % events.length;
    const second = (at: string) => new Date(Date.parse(at) + 1000).toISOString();
    const forged = rechained(events.map((event, i) => (i < from ? event : { ...event, at: second(event.at) })));
    for (const event of forged) await district.put("cases", { v: 1, event, ...eventKey(id, event.seq) });
    await district.put("cases", { ...caseRow(told(forged)), ...caseKey(id) });
    return true;
  },
  "takes the whole case away": async ({ district }: Lived, rows: readonly Item[]) => {
    for (const row of rows) await district.remove("cases", keyed(row));
    return true;
  },
} satisfies Record<string, (life: Lived, rows: readonly Item[], n: number) => Promise<boolean>>;

const runs = { numRuns: 30 };
/** A life is some fifty transactions: on a busy machine thirty of them take their time. */
const patience = { timeout: 120_000 };

describe("an audit of any life of a case", patience, () => {
  it("finds nothing while nobody has tampered with it", async () => {
    await fc.assert(
      fc.asyncProperty(life, async (chosen) => {
        const { audit, anchors, wait } = await lived(chosen);
        expect(await audit()).toBeUndefined();
        wait(2);
        await anchors();
        expect(await audit()).toBeUndefined();
      }),
      runs,
    );
  });

  for (const [name, touch] of Object.entries(touches)) {
    it(`names the row when somebody ${name} one`, async () => {
      await fc.assert(
        fc.asyncProperty(life, dice, async (chosen, rolled) => {
          const case_ = await lived(chosen);
          const rows = await case_.rows();
          const [sk] = await touch(case_, rows, rolled);
          const finding = await case_.audit();
          const named = sk === undefined ? [undefined] : [sk, ...nextOf(rows, sk)];
          expect(named).toContain(finding?.key.sk);
        }),
        { numRuns: name === "changes" ? 150 : 30 },
      );
    });
  }

  for (const [name, forge] of Object.entries(forgeries)) {
    it(`names the anchor that says otherwise when somebody ${name}`, async () => {
      await fc.assert(
        fc.asyncProperty(life, fc.nat(), async (chosen, n) => {
          const case_ = await lived(chosen);
          case_.wait(2);
          await case_.anchors();
          const isForged = await forge(case_, await case_.rows(), n);
          const finding = await case_.audit();
          expect([finding?.of, typeof finding?.anchor]).toEqual(
            isForged ? [case_.id, "number"] : [undefined, "undefined"],
          );
        }),
        runs,
      );
    });
  }

  it("names an event that was added and dated back, which no anchor knows", async () => {
    await fc.assert(
      fc.asyncProperty(life, async (chosen) => {
        const { district, id, rows, audit, anchors, wait } = await lived(chosen);
        wait(2);
        await anchors();
        const events = eventsIn(await rows());
        const last = pick(events, events.length - 1);
        const forged = rechained([...events, { ...last, seq: last.seq + 1, messages: [], clocks: [] }]);
        for (const event of forged) await district.put("cases", { v: 1, event, ...eventKey(id, event.seq) });
        // Later something happens elsewhere, so that there is an anchor that does not know of it.
        wait(24);
        await district.filed("wages");
        await anchors();
        const added = { of: id, entry: "event", number: forged.length, wrong: "unanchored" };
        expect(await audit()).toMatchObject(added);
      }),
      runs,
    );
  });

  it("names the first anchor that was changed, taken away or put in another's place", async () => {
    const { shelf, audit, anchors, wait, district } = await lived({ category: "wages", moves: [["arrive", 1]] });
    for (let n = 0; n < 4; n += 1) {
      wait(2);
      await district.filed("wages");
      await anchors();
    }
    expect(await audit()).toBeUndefined();
    const numbers = [...shelf.kept.keys()];
    for (const n of numbers) {
      const text = shelf.kept.get(n) ?? "";
      shelf.kept.set(n, text.replace(/"number":(\d+)/, '"number":9$1'));
      expect(await audit()).toMatchObject({ entry: "anchor", number: n, wrong: "changed" });
      shelf.kept.set(n, shelf.kept.get(numbers[0] === n ? n + 1 : n - 1) ?? "");
      expect(await audit()).toMatchObject({ entry: "anchor", number: n, wrong: "misplaced" });
      shelf.kept.delete(n);
      if (n !== numbers.at(-1)) expect(await audit()).toMatchObject({ entry: "anchor", number: n, wrong: "missing" });
      shelf.kept.set(n, text);
    }
    for (const n of numbers.slice(0, -1)) shelf.kept.delete(n);
    expect((await anchors()).findings).toMatchObject([{ entry: "anchor", wrong: "missing" }]);
  });
});
