import { describe, expect } from "vitest";
import { linkHash } from "#access/task-link.ts";
import { textsIn } from "#access/texts.ts";
import { replay } from "#case/state/record.ts";
import { caseKey, eventKey, linkKey, lookKey, partyKey, tokenKey } from "#case/store/keys.ts";
import type { Key } from "#record/database.ts";
import { firstBrokenLink } from "../support/chain.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { upTo } from "./moments.ts";
import { acknowledge, reply, reportUpward } from "./samples.ts";
import { memoryVault } from "./vault.ts";

/** Writes a word where the schema wants something else. */
const damage = (district: District, key: Key, field: string) =>
  district.change("cases", key, (row) => ({ ...row, [field]: "nonsense" }));

/** Makes a case's events too heavy for one page, by a field of their rows that nobody reads. */
export const makeHeavy = async (district: District, caseId: string, events: number): Promise<void> => {
  for (const seq of upTo(events)) {
    await district.change("cases", eventKey(caseId, seq), (row) => ({ ...row, padding: "x".repeat(100_000) }));
  }
};

export const history = (it: ContractTest) =>
  describe("the history of a case", () => {
    it("is read whole, with the texts written in it, when it fills more than one page, and verifies and replays", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      await district.task.open(await district.shown(caseId));
      for (const turn of upTo(11)) {
        const to = turn % 2 === 1 ? "housing-colleague" : "housing-handler";
        await district.act(caseId, { command: "reassign", to, reason: "出差" });
      }
      await makeHeavy(district, caseId, 14);
      const { events, looks } = await district.cases.history(caseId);
      const texts = await district.identities.texts(caseId);
      expect(new Set(Object.keys(texts))).toEqual(
        new Set(events.flatMap(({ fact }) => ("reason" in fact ? [fact.reason] : []))),
      );
      expect(events.map(({ seq }) => seq)).toEqual(upTo(14));
      expect(looks).toHaveLength(1);
      expect(firstBrokenLink(events)).toBeUndefined();
      expect(replay(events)).toEqual(await district.load(caseId));
    });

    it("holds nothing in the clear that people wrote on a case", async ({ district }) => {
      const written = [
        "不属信访事项",
        "上门疏通管道",
        "须经专家鉴定",
        "查明的情况",
        "所依的规定",
        "作出的决定",
        "听取的陈述",
      ] as const;
      const [explanation, terms, reason, facts, rule, decision, said] = written;
      const [land, estate, wages] = [
        await district.atBureau(),
        await district.atCommunity(),
        await district.atDepartment(),
      ];
      await district.act(land, { command: "notAccept", ground: "court", where: undefined, explanation });
      await district.act(estate, { command: "proposeSettlement", terms, done: "already", promisedFor: undefined });
      await district.act(estate, { command: "reportUpward", reason });
      await district.act(wages, { command: "recordContact", contact: "heard", on: "2026-03-02", said });
      await district.act(wages, { command: "reply", outcome: "resolved", facts, rule, decision });
      const read = await Promise.all(
        [land, estate, wages].map(async (caseId) =>
          textsIn(caseId, await memoryVault.open(caseId, await district.identities.texts(caseId))),
        ),
      );
      expect(new Set(read.flatMap((texts) => [...texts.values()]))).toEqual(new Set(written));
      const stored = JSON.stringify(await district.items());
      for (const text of written) expect(stored).not.toContain(text);
    });

    it("holds back nothing: a row that cannot be read is an error that names it", async ({ district }) => {
      const caseId = await district.atDepartment();
      await damage(district, eventKey(caseId, 2), "event");
      await expect(district.cases.history(caseId)).rejects.toThrow(`CASE#${caseId} / EVENT#000002`);
      await expect(district.outbox.event(caseId, 2)).rejects.toThrow(`CASE#${caseId} / EVENT#000002`);
    });

    it("names a look, a case, a link, a token and an identity that cannot be read, too", async ({ district }) => {
      const caseId = await district.atDepartment();
      const { token } = await district.shown(caseId);
      const at = "2026-03-02T02:00:00.000Z";
      await district.identities.recordLook(caseId, { at, by: "housing-handler", unit: "housing", stepNo: 1 });
      await damage(district, lookKey(caseId, 1), "look");
      await expect(district.cases.history(caseId)).rejects.toThrow(`CASE#${caseId} / LOOK#000001`);
      await damage(district, caseKey(caseId), "case");
      await expect(district.cases.load(caseId)).rejects.toThrow(`CASE#${caseId} / CASE`);
      await damage(district, linkKey(linkHash(token)), "for");
      await expect(district.links.link(linkHash(token))).rejects.toThrow(`LINK#${linkHash(token)} / LINK`);
      await damage(district, tokenKey(caseId, 1), "epoch");
      await expect(district.cases.token(caseId, 1)).rejects.toThrow(`TOKEN#${caseId} / TOKEN#001`);
      await damage(district, partyKey(caseId), "sealed");
      await expect(district.identities.petitioner(caseId)).rejects.toThrow(`SEALED#${caseId} / PARTY#1`);
    });

    it("delivers no answer that cannot be shown: the time for review does not start unseen", async ({ district }) => {
      const caseId = await district.answered();
      await damage(district, eventKey(caseId, 2), "event");
      await expect(district.follow(caseId)).rejects.toThrow(`CASE#${caseId} / EVENT#000002`);
      expect(await district.load(caseId)).not.toHaveProperty("delivery");
    });

    it("goes forward in time, though the machine that decides next has a clock that is behind", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      district.turnTo("2026-03-02T02:05:00.000Z");
      await district.act(caseId, acknowledge);
      district.turnTo("2026-03-02T02:00:00.000Z");
      await district.act(caseId, reportUpward);
      const { events } = await district.cases.history(caseId);
      const moments = events.map(({ at }) => at);
      expect(moments).toEqual(moments.toSorted());
      expect(moments.at(-1)).toBe("2026-03-02T02:05:00.000Z");
      // The clock that it starts begins at the same moment.
      const started = events.at(-1)?.clocks.find(({ change }) => change === "start");
      expect(started).toMatchObject({ clock: { start: "2026-03-02T02:05:00.000Z" } });
    });

    it("of a case that nobody has filed is empty", async ({ district }) => {
      expect(await district.cases.load("AH-2026-9999-k7m2p9x4c3vb")).toBeUndefined();
      expect(await district.cases.history("AH-2026-9999-k7m2p9x4c3vb")).toEqual({ events: [], looks: [] });
      expect(await district.deadlines.ofCase("AH-2026-9999-k7m2p9x4c3vb")).toEqual([]);
    });

    it("leaves the case on the list of each unit that it stands with, and of no other", async ({ district }) => {
      const open = () => Promise.all(["bureau", "housing", "leader"].map((unit) => district.cases.openIn(unit)));
      const [land, wages] = [await district.atBureau(), await district.atDepartment()];
      expect(await open()).toEqual([[land], [wages], []]);
      await district.act(land, {
        command: "notAccept",
        ground: "court",
        where: undefined,
        explanation: "请向法院起诉",
      });
      await district.act(wages, reportUpward);
      // On its way up, whoever answers for it until the next owner has acknowledged it has it on their list.
      expect(await open()).toEqual([[], [wages], []]);
      await district.arrive(wages);
      expect(await open()).toEqual([[], [], [wages]]);
      await district.act(wages, reply);
      expect(await open()).toEqual([[], [], [wages]]);
      district.turnTo("2026-03-04T00:00:00.000Z");
      await district.follow(wages);
      district.turnTo("2026-04-10T00:00:00.000Z");
      await district.sweep();
      expect(await open()).toEqual([[], [], []]);
    });
  });
