import { describe, expect } from "vitest";
import type { ContractTest } from "./contract-test.ts";
import { upTo } from "./moments.ts";
import { acknowledge, heard, personal, reply } from "./samples.ts";

/** @param many guesses at one moment. */
export const links = (it: ContractTest, many: number) =>
  describe("a task link", () => {
    it(`compares five of ${many} guesses at its digits at one moment, and lets its holder in a minute later`, async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const { token, code } = await district.mailed(caseId);
      const machines = [district, ...upTo(3).map(() => district.machine())];
      const guesses = upTo(many + 1)
        .map((n) => String(n).padStart(6, "0"))
        .filter((guess) => guess !== code)
        .slice(0, many);
      const came = await Promise.all(
        guesses.map(async (guess, n) => {
          const opened = await (machines[n % 4] ?? district).task.open({ token, session: undefined, code: guess });
          return opened.kind === "unrecognised" ? opened.unrecognised.because : opened.kind;
        }),
      );
      const counts = Object.groupBy(came, (one) => one);
      expect(counts.wrongDigits?.length).toBe(5);
      expect(counts.wait?.length).toBe(many - 5);
      expect(await district.task.open({ token, session: undefined, code })).toMatchObject({
        unrecognised: { because: "wait", until: "2026-03-02T02:01:00.000Z" },
      });
      district.turnTo("2026-03-02T02:01:00.000Z");
      expect(await district.task.open({ token, session: undefined, code })).toMatchObject({ kind: "open" });
    });

    it("counts neither the right digits nor what can be none, however often they are sent", async ({ district }) => {
      const { token, code } = await district.mailed(await district.atDepartment());
      for (const typed of ["", "  ", "12345", "abcdef", "1234567", ...upTo(20).map(() => code)]) {
        const opened = await district.task.open({ token, session: undefined, code: typed });
        if (typed === code) expect(opened.kind).toBe("open");
        else expect(opened).toMatchObject({ kind: "unrecognised", unrecognised: { because: "noDigits" } });
      }
      for (const counted of (await district.items()).tries) expect(counted).toMatchObject({ count: 0 });
    });

    it("is replaced by a new one with other digits, mailed to its holder, and says so from then on", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const old = await district.mailed(caseId);
      const wrong = old.code === "000000" ? "000001" : "000000";
      for (const _ of upTo(7)) await district.task.open({ token: old.token, session: undefined, code: wrong });
      expect(await district.task.renew(old.token)).toMatchObject({ came: "mailed" });

      const renewed = await district.mailed(caseId);
      const letter = await district.lastLetter(caseId);
      expect(letter.to).toBe("housing-handler@example.org");
      expect(letter.text).toContain(`/task#${renewed.token}`);
      expect(letter.text).toContain(renewed.code);
      expect([renewed.token === old.token, renewed.code === old.code]).toEqual([false, false]);

      const session = (await district.shown(caseId)).session;
      for (const code of [undefined, old.code, renewed.code]) {
        expect(await district.task.open({ token: old.token, session, code })).toMatchObject({ past: "replaced" });
      }
      expect(await district.task.act({ token: old.token, session }, acknowledge)).toMatchObject({ past: "replaced" });
      const opened = await district.task.open({ token: renewed.token, session: undefined, code: renewed.code });
      expect(opened).toMatchObject({ kind: "open" });
    });

    it("that was replaced has the newest one mailed again, and not too often", async ({ district }) => {
      const caseId = await district.atDepartment();
      const old = await district.mailed(caseId);
      await district.task.renew(old.token);
      const renewed = await district.mailed(caseId);
      expect(await district.task.renew(old.token)).toMatchObject({ came: "mailedLately" });
      district.turnTo("2026-03-02T02:10:00.000Z");
      expect(await district.task.renew(old.token)).toMatchObject({ came: "mailed" });
      expect(await district.mailed(caseId)).toEqual(renewed);
      expect((await district.lastLetter(caseId)).text).toContain(renewed.token);
    });

    it("that does not exist has nothing mailed and leaves nothing behind", async ({ district }) => {
      for (const token of ["nobody's", "A".repeat(43)]) {
        expect(await district.task.open({ token, session: undefined, code: "123456" })).toEqual({ kind: "unknown" });
        expect(await district.task.renew(token)).toEqual({ kind: "unknown" });
      }
      const { cases, tries } = await district.items();
      expect([cases, tries]).toEqual([[], []]);
    });

    it("without a code or a known device shows the case, and changes nothing", async ({ district }) => {
      const caseId = await district.atDepartment();
      const { token } = await district.shown(caseId);
      const before = await district.items();
      expect(await district.task.open({ token, session: undefined })).toMatchObject({
        kind: "unrecognised",
        unrecognised: { because: "asked" },
      });
      expect(await district.items()).toEqual(before);
    });

    it("opens the petition to its owner, and leaves a look on the record that the petitioner sees", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const before = await district.items();
      const { name, phone, email, address, ask, ...words } = personal;
      expect(await district.task.open(await district.shown(caseId))).toMatchObject({
        kind: "open",
        petitioner: { name, phone: `+86${phone}`, email, address, lang: "zh" },
        matter: { ...words, requests: [ask] },
      });
      const { cases, ...others } = await district.items();
      const isLook = ({ sk }: Record<string, unknown>) => String(sk).startsWith("LOOK");
      expect({ cases: cases.filter((item) => !isLook(item)), ...others }).toEqual(before);
      const { looks } = await district.cases.history(caseId);
      expect(looks).toEqual([{ at: "2026-03-02T02:00:00.000Z", by: "housing-handler", unit: "housing", stepNo: 1 }]);
    });

    it("acts once: a second click changes nothing and shows what the first one did", async ({ district }) => {
      const caseId = await district.atDepartment();
      const shown = await district.shown(caseId);
      await district.act(caseId, heard);
      const first = await district.task.act(shown, reply);
      if (first.kind !== "done") throw new Error(first.kind);
      const before = await district.items();
      const second = await district.task.act(shown, reply);
      expect(second).toMatchObject({ kind: "past", past: "used", link: { usedBy: first.did.seq } });
      expect("events" in second && second.events.at(-1)).toEqual(first.did);
      expect(await district.items()).toEqual(before);
    });

    it("stays usable after an act that does not end the turn", async ({ district }) => {
      const caseId = await district.atDepartment();
      const shown = await district.shown(caseId);
      await district.task.act(shown, acknowledge);
      await district.task.act(shown, heard);
      expect(await district.task.act(shown, reply)).toMatchObject({ kind: "done" });
    });

    it("tells what became of its case for 30 days after the end, then nothing of it", async ({ district }) => {
      const caseId = await district.atBureau();
      const shown = await district.shown(caseId);
      await district.act(caseId, { command: "notAccept", ground: "court", where: undefined, explanation: "已经起诉" });
      district.turnTo("2026-04-01T01:59:59.999Z");
      expect(await district.task.open(shown)).toMatchObject({ kind: "past", past: "used" });
      district.turnTo("2026-04-01T02:00:00.000Z");
      const before = await district.items();
      expect(await district.task.open(shown)).toEqual({ kind: "dead" });
      expect(await district.task.act(shown, acknowledge)).toEqual({ kind: "dead" });
      expect(await district.task.renew(shown.token)).toEqual({ kind: "dead" });
      expect(await district.items()).toEqual(before);
    });

    it("of a former owner tells that the task was reassigned; the new owner's works", async ({ district }) => {
      const caseId = await district.atDepartment();
      const old = await district.shown(caseId);
      await district.act(caseId, { command: "reassign", to: "housing-colleague", reason: "出差" });
      expect(await district.task.act(old, reply)).toMatchObject({ kind: "past", past: "used" });
      expect(await district.act(caseId, reply)).toMatchObject({ did: { by: { id: "housing-colleague" } } });
    });
  });
