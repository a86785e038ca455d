import { describe, expect } from "vitest";
import { linkCode, linkHash } from "#access/task-link.ts";
import { actor } from "#case/state/standing.ts";
import { numberOf } from "#ground/ids.ts";
import type { ContractTest } from "./contract-test.ts";
import { type District, keyOf } from "./district.ts";
import { secret, tokenFor } from "./machine.ts";
import { samplePetition } from "./samples.ts";

/** The rows of a table are lost, but for those that a test leaves there. */
const lose = async (district: District, remains: (key: string) => boolean = () => false): Promise<void> => {
  const { cases, deadlines } = await district.items();
  for (const [table, rows] of [["cases", cases] as const, ["deadlines", deadlines] as const]) {
    for (const row of rows.filter((one) => !remains(keyOf(one)))) {
      await district.remove(table, { pk: String(row.pk), sk: String(row.sk) });
    }
  }
};

const home = "203.0.113.7";

/** A case at the department with its mail sent, whatever stands in that mail, and what its petitioner was shown. */
const mailed = async (district: District) => {
  const form = samplePetition("wages");
  const { petition, code } = await district.file(form);
  const caseId = petition.id;
  await district.arrive(caseId);
  const { events } = await district.cases.history(caseId);
  const posted = events.flatMap(({ seq, messages }) =>
    messages.flatMap(({ kind }, position) =>
      kind === "taskMail" || kind === "newsMail" ? [{ caseId, seq, position }] : [],
    ),
  );
  for (const mail of posted) await district.sendMail(mail);
  const turn = actor(await district.load(caseId));
  if (turn === undefined) throw new Error(`Nobody has ${caseId}`);
  const link = { caseId, ...turn };
  const key = { code, phoneTail: form.keyNumber };
  return {
    caseId,
    form,
    key,
    posted,
    shown: { token: tokenFor(link), session: undefined, code: linkCode(secret, link) },
  };
};

export const lostCases = (it: ContractTest) =>
  describe("a case that was lost", () => {
    it("has its number given once more, and opens nothing of the case that has it then", async ({ district }) => {
      const lost = await mailed(district);
      await lose(district);
      const next = await mailed(district);
      expect(numberOf(next.caseId)).toBe(numberOf(lost.caseId));

      expect(await district.task.open(lost.shown)).toEqual({ kind: "unknown" });
      expect(await district.task.act(lost.shown, { command: "acknowledge" })).toEqual({ kind: "unknown" });
      expect(await district.petitioner.look(lost.key, home)).toEqual({ barred: "wrong" });
      expect(await district.task.open(next.shown)).toMatchObject({ kind: "open" });
      expect(await district.petitioner.look(next.key, home)).toMatchObject({ petition: { id: next.caseId } });
      expect(linkHash(lost.shown.token)).not.toBe(linkHash(next.shown.token));
    });

    it("leaves mails behind that no server takes for those of the next", async ({ district }) => {
      await mailed(district);
      const before = district.letters.map(({ headers }) => headers["Message-ID"]);
      await lose(district);
      await mailed(district);
      const all = district.letters.map(({ headers }) => headers["Message-ID"]);
      expect(all).toHaveLength(before.length * 2);
      expect(new Set(all).size).toBe(all.length);
    });

    it("has work on its way that does nothing to the next", async ({ district }) => {
      const lost = await mailed(district);
      await lose(district);
      const next = await mailed(district);
      const before = await district.items();
      for (const mail of lost.posted) await expect(district.sendMail(mail)).rejects.toThrow("has no email");
      const execution = { caseId: lost.caseId, epoch: 1, station: "department", token: "of a lost execution" } as const;
      await expect(district.openStep(execution)).rejects.toMatchObject({ name: "UnknownCase" });
      const { cases, deadlines } = await district.items();
      const isTaken = (key: string) => key.startsWith(`MAIL#${lost.caseId} / MAIL#`);
      expect(cases.filter((row) => !isTaken(keyOf(row)))).toEqual(before.cases);
      expect(deadlines).toEqual(before.deadlines);
      expect(await district.task.open(next.shown)).toMatchObject({ kind: "open" });
    });

    it("leaves rows behind, of which links and codes are answered as unknown, and clocks ring for no other", async ({
      district,
    }) => {
      const lost = await mailed(district);
      const stays = ["LINK", "CODE", "SUBMISSION"];
      await lose(district, (key) => stays.some((kind) => key.endsWith(` / ${kind}`)) || key.includes(" / CLOCK#"));
      const next = await mailed(district);
      expect(await district.task.open(lost.shown)).toEqual({ kind: "unknown" });
      expect(await district.petitioner.look(lost.key, home)).toEqual({ barred: "wrong" });
      expect(
        await district.petitioner.act(
          lost.key,
          home,
          { command: { command: "withdraw", understood: "yes" }, saw: 1 },
          lost.key.phoneTail,
        ),
      ).toEqual({ barred: "wrong" });

      const standing = await district.load(next.caseId);
      district.turnTo("2026-03-02T02:30:00.000Z");
      await district.sweep();
      expect(await district.load(next.caseId)).toEqual(standing);
      // The form that it came by is sent once more: it is a petition like any other.
      const again = await district.file(lost.form);
      expect(await district.load(again.petition.id)).toEqual(again.petition);
    });

    it("keeps its number while its name is still there, though the counter has gone back", async ({ district }) => {
      const lost = await mailed(district);
      await district.remove("cases", { pk: "COUNTER#2026", sk: "COUNTER" });
      const next = await mailed(district);
      expect(numberOf(next.caseId)).not.toBe(numberOf(lost.caseId));
      expect(await district.cases.byNumber(numberOf(lost.caseId))).toBe(lost.caseId);
      expect(await district.task.open(lost.shown)).toMatchObject({ kind: "open" });
    });
  });
