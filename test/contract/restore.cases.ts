import { describe, expect } from "vitest";
import { linkCode } from "#access/task-link.ts";
import type { Change } from "#case/state/change.ts";
import { actor, stationOf } from "#case/state/standing.ts";
import { restoredStore } from "#case/store/restored-store.ts";
import { numberOf, readCaseId } from "#ground/ids.ts";
import type { Item } from "#record/database.ts";
import { gap, settledLines, settleRestored } from "../../local/settle-restored.ts";
import type { ContractTest } from "./contract-test.ts";
import { type District, keyOf } from "./district.ts";
import { secret, tokenFor } from "./machine.ts";
import { acknowledge, reply, reportUpward, samplePetition } from "./samples.ts";
import { expectSound } from "./soundness.ts";

type Tables = Awaited<ReturnType<District["items"]>>;
/** Where the petitioner looks from. */
const home = "203.0.113.7";
const tables = ["cases", "deadlines"] as const;

/** The tables become what a copy of them held. */
const restore = async (district: District, copy: Pick<Tables, "cases" | "deadlines">): Promise<void> => {
  const now = await district.items();
  for (const table of tables) {
    for (const { pk, sk } of now[table]) await district.remove(table, { pk: String(pk), sk: String(sk) });
    await district.put(table, ...copy[table]);
  }
};

const settle = (district: District, ...past: string[]) => {
  const { cases, deadlines, db, world, tables: names } = district;
  return settleRestored({ cases, deadlines, world, restored: restoredStore(db, names.cases, names.deadlines) })(past);
};

/** Sends every mail that the events of a case have called for, as redrive and the queue would. */
const sendAll = async (district: District, caseId: string): Promise<string[]> => {
  const { events } = await district.cases.history(caseId);
  const came: string[] = [];
  for (const { seq, messages } of events) {
    for (const [position, { kind }] of messages.entries()) {
      if (kind === "taskMail" || kind === "newsMail") came.push(await district.sendMail({ caseId, seq, position }));
    }
  }
  return came;
};

const filedNow = async (district: District) => {
  const form = samplePetition("wages");
  const { petition, code } = await district.file(form);
  return { caseId: petition.id, key: { code, phoneTail: form.keyNumber.slice(-4) } };
};

const shownNow = async (district: District, caseId: string) => {
  const turn = actor(await district.load(caseId));
  if (turn === undefined) throw new Error(`Nobody has ${caseId}`);
  const link = { caseId, ...turn };
  return { token: tokenFor(link), session: undefined, code: linkCode(secret, link) };
};

/** Each row that a decision changed is that of before, one at a time, while all others are those of after. */
const cuts = (before: Tables, after: Tables): { what: string; copy: Pick<Tables, "cases" | "deadlines"> }[] =>
  tables.flatMap((table) =>
    after[table].flatMap((row) => {
      const old = before[table].find((one) => keyOf(one) === keyOf(row));
      if (JSON.stringify(old) === JSON.stringify(row) || keyOf(row).startsWith("COUNTER#")) return [];
      const others = (rows: Item[]) => rows.filter((one) => keyOf(one) !== keyOf(row));
      const copy = {
        cases: after.cases,
        deadlines: after.deadlines,
        [table]: [...others(after[table]), ...(old ? [old] : [])],
      };
      return [{ what: `${table} ${keyOf(row)}`, copy }];
    }),
  );

const decisions: Record<string, (district: District, caseId: string) => Promise<unknown>> = {
  "a step opens": (district, caseId) => district.arrive(caseId),
  "its owner acknowledges it": (district, caseId) => district.act(caseId, acknowledge),
  "its owner reports it upward": (district, caseId) => district.act(caseId, reportUpward),
  "the next step opens": (district, caseId) => district.arrive(caseId),
  "it is answered": (district, caseId) => district.act(caseId, reply),
};

export const restores = (it: ContractTest) =>
  describe("a restore", () => {
    it("to an earlier moment: nothing of what was lost opens anything, numbers go on, and every case goes on", async ({
      district,
    }) => {
      const said: string[] = [];
      const stays = [await filedNow(district), await filedNow(district), await filedNow(district)];
      const [first, second, third] = stays.map(({ caseId }) => caseId);
      if (first === undefined || second === undefined || third === undefined) throw new Error("not filed");
      await district.arrive(first);
      await district.arrive(second);
      for (const { caseId } of stays) await sendAll(district, caseId);
      const { cases, deadlines } = await district.items();
      said.push(`copied: ${cases.length} rows of cases, ${deadlines.length} of clocks`);

      // What comes after the moment of the copy is lost: decisions, and whole cases.
      district.turnTo("2026-03-02T03:00:00.000Z");
      await district.act(first, reportUpward);
      await district.arrive(first);
      const before = await shownNow(district, first);
      const lost = [await filedNow(district), await filedNow(district)];
      const lostLinks: Awaited<ReturnType<typeof shownNow>>[] = [];
      for (const { caseId } of lost) {
        await district.arrive(caseId);
        await sendAll(district, caseId);
        lostLinks.push(await shownNow(district, caseId));
      }
      const last = lost.at(-1)?.caseId ?? "";
      said.push(`lost: ${lost.length} cases, up to ${numberOf(last)}`);
      await sendAll(district, first);
      const letters = district.letters.length;

      await restore(district, { cases, deadlines });
      district.turnTo("2026-03-02T05:00:00.000Z");
      const settled = await settle(district, numberOf(last));
      said.push("settled:", ...settledLines(settled));
      expect(settled).toMatchObject({ standing: 3, retold: [], lost: [], failed: [] });

      for (const link of [...lostLinks, before]) expect(await district.task.open(link)).toEqual({ kind: "unknown" });
      for (const { key } of lost) expect(await district.petitioner.look(key, home)).toEqual({ barred: "wrong" });
      said.push(`${lostLinks.length + 1} links and ${lost.length} codes of what was lost: unknown`);

      for (const { caseId } of stays)
        expect(await sendAll(district, caseId)).toEqual(expect.not.arrayContaining(["sent"]));
      expect(district.letters).toHaveLength(letters);
      said.push("mails sent twice: 0");

      // Executions that ran by the lost record were ended with their state machine.
      const replaced = await district.reconcile(...stays.map(({ caseId }) => `${caseId}.1`));
      expect(replaced.failed).toEqual([]);
      expect(replaced.clockless).toEqual([]);
      expect(replaced.replaced.toSorted()).toEqual([first, second].toSorted());
      // The third was on its way: its transit clock gives it the new one.
      await district.sweep();
      for (const { caseId } of stays) {
        expect(await district.load(caseId)).toMatchObject({ epoch: 2 });
        await district.arrive(caseId);
        expect(await district.load(caseId)).toMatchObject({ status: "handling" });
        await district.act(caseId, reply);
        expect(
          await district.petitioner.look(
            stays.find((one) => one.caseId === caseId)?.key ?? { code: "", phoneTail: "" },
            home,
          ),
        ).toHaveProperty("petition");
        await expectSound(district, caseId);
      }
      said.push(`${stays.length} cases have a new execution, were answered and read`);

      const next = await filedNow(district);
      expect(Number(readCaseId(next.caseId).serial)).toBe(Number(readCaseId(last).serial) + gap + 1);
      said.push(`the next number: ${numberOf(next.caseId)}`);
      if (process.env.REHEARSAL !== undefined) console.log(said.join("\n"));
      expect(await settle(district, numberOf(next.caseId))).toMatchObject({ retold: [], clocksBack: [], failed: [] });
    });

    it("in the middle of any decision: wherever it is cut, the case is sound afterwards and goes on", async ({
      district,
    }) => {
      const { caseId } = await filedNow(district);
      let tried = 0;
      for (const [what, decide] of Object.entries(decisions)) {
        const before = await district.items();
        await decide(district, caseId);
        const after = await district.items();
        for (const cut of cuts(before, after)) {
          await restore(district, cut.copy);
          const { failed } = await settle(district, "AH-2026-0001");
          expect({ what, cut: cut.what, failed }).toEqual({ what, cut: cut.what, failed: [] });
          const state = await district.load(caseId);
          const { events } = await district.cases.history(caseId);
          expect(state.version).toBe(events.length);
          const { clockless, failed: round } = await district.reconcile(`${caseId}.${state.epoch}`);
          expect({ what, cut: cut.what, clockless, round }).toEqual({ what, cut: cut.what, clockless: [], round: [] });
          expect(stationOf(await district.load(caseId))).toBeDefined();
          tried += 1;
        }
        await restore(district, after);
      }
      expect(tried).toBeGreaterThan(15);
      if (process.env.REHEARSAL !== undefined)
        console.log(`${tried} cuts of ${Object.keys(decisions).length} decisions: each put right`);
    });

    it("in the middle of a filing: the petition is there whole, or nothing of it opens", async ({ district }) => {
      const before = await district.items();
      const changes: Change[] = [];
      const machine = district.machine({
        commit: async (change, cases) => {
          changes.push(change);
          await cases.commit(change);
        },
      });
      const form = samplePetition("wages");
      const { petition, code } = await machine.file(form);
      const key = { code, phoneTail: form.keyNumber.slice(-4) };
      const after = await district.items();
      const came: Record<string, number> = { whole: 0, unknown: 0 };
      for (const { copy, what } of cuts(before, after)) {
        await restore(district, copy);
        const { failed } = await settle(district, "AH-2026-0001");
        expect({ what, failed }).toEqual({ what, failed: [] });
        const looked = await district.petitioner.look(key, home);
        const seen = "barred" in looked ? undefined : looked;
        came[seen === undefined ? "unknown" : "whole"] = (came[seen === undefined ? "unknown" : "whole"] ?? 0) + 1;
        if (seen !== undefined) {
          await district.arrive(petition.id);
          expect(await district.task.open(await shownNow(district, petition.id))).toMatchObject({ kind: "open" });
        }
      }
      expect(changes).toHaveLength(1);
      expect(came.whole).toBeGreaterThan(2);
      expect(came.unknown).toBeGreaterThan(2);
    });
  });
