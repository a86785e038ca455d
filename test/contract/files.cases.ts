import { describe, expect } from "vitest";
import { sessionName } from "#access/device-session.ts";
import type { StaffCommand } from "#case/acts/staff-acts.ts";
import { mostArriving } from "#case/files/shelves.ts";
import { mostFiles, mostOfFile, noFiles } from "#case/state/facts/files.ts";
import { exif, gps, jpeg, pdf, png } from "../fixtures/photos.ts";
import { namesAgent } from "../unit/case/story.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { reply, samplePetition } from "./samples.ts";
import { back, home, nameFor, sends } from "./sending.ts";
import { expectSound } from "./soundness.ts";
import { otherShape } from "./versions.cases.ts";

const filesOf = async (district: District, caseId: string) => (await district.load(caseId)).files ?? noFiles;
/** Nothing is left of it anywhere. */
const expectNothingLeft = (district: District): void => {
  expect([...district.shelf.arrived.keys()]).toEqual([]);
  expect([...district.shelf.kept.keys()]).toEqual([]);
};

const ask: StaffCommand = {
  command: "askMaterial",
  ...{ list: "工资条", reason: "要看工资多少", bringTo: "二楼窗口", help: "窗口王芳" },
  ...{ bringBy: "2026-03-09", nobodyHasIt: "yes" },
};

/** The page of files, for whoever's turn the case is, on a device that is known. */
const seenByStaff = async (district: District, caseId: string, isKnown = true) => {
  const { token, session = "" } = await district.shown(caseId);
  return district.seeFiles.open({
    ...{ method: "POST", path: "/case-files/open", query: {}, headers: {}, address: home, reference: "-", nonce: "-" },
    cookies: isKnown ? { [sessionName("http://localhost")]: session } : {},
    form: { token },
    params: {},
  });
};

export const files = (it: ContractTest) =>
  describe("photos and PDFs", () => {
    it("that are right are kept under their case, on record, and gone from where they arrived", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const content = jpeg();
      const { name, answer, taken } = await sends(district, caseId, content);
      expect([answer.status, taken]).toEqual([303, "added"]);
      expect(await filesOf(district, caseId)).toEqual({
        kept: [{ n: 1, name, kind: "jpeg", bytes: content.length, on: "2026-03-02" }],
        refused: [],
      });
      expect([...district.shelf.kept]).toEqual([[`${caseId}/${name}`, { content, type: "image/jpeg" }]]);
      expect(district.shelf.arrived.size).toBe(0);
      const seen = await district.files.see(caseId, undefined);
      expect(seen?.files.map(({ n, link }) => [n, link.includes(name)])).toEqual([[1, true]]);
      await expectSound(district, caseId);
    });

    it("that are told of twice are there once, also at one moment", async ({ district }) => {
      const caseId = await district.atDepartment();
      const given = await nameFor(district, caseId);
      const { fields } = await district.files.formFor(given.petition, given, back);
      await district.shelf.post(fields, pdf());
      const key = fields.key ?? "";
      const came = await Promise.all([district.takeFile(key), district.takeFile(key)]);
      expect(came).toContain("added");
      expect(await district.takeFile(key)).toBe("gone");
      expect((await filesOf(district, caseId)).kept).toHaveLength(1);
      expect(district.shelf.kept.size).toBe(1);
    });

    it("of two at one moment are both there", async ({ district }) => {
      const caseId = await district.atDepartment();
      await Promise.all([sends(district, caseId, jpeg()), sends(district, caseId, png())]);
      const { kept } = await filesOf(district, caseId);
      expect(kept.map(({ n }) => n)).toEqual([1, 2]);
      expect(new Set(kept.map(({ kind }) => kind))).toEqual(new Set(["jpeg", "png"]));
    });

    it("of another kind, with a position, swollen, locked, empty or a byte too large are deleted, and why is on record", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const wrong = [
        ["kind", Buffer.from("<html>a page that is called photo.jpg</html>")],
        ["position", jpeg({ exif: exif([gps.latitude, gps.longitude]) })],
        ["swollen", png({ width: 30_000, height: 30_000 })],
        ["locked", pdf([], "/Encrypt 5 0 R")],
        ["empty", new Uint8Array()],
        ["tooLarge", jpeg({ behind: Buffer.alloc(mostOfFile + 1 - jpeg().length) })],
      ] as const;
      for (const [, content] of wrong) expect((await sends(district, caseId, content)).taken).toBe("notTaken");
      const { kept, refused } = await filesOf(district, caseId);
      expect([kept, refused.map(({ why }) => why)]).toEqual([[], wrong.map(([why]) => why)]);
      expectNothingLeft(district);
      const { events } = await district.cases.history(caseId);
      expect(events.at(-1)).toMatchObject({
        fact: { type: "fileRefused", why: "tooLarge" },
        by: { kind: "petitioner" },
      });
      await expectSound(district, caseId);
    });

    it("that are larger than the form lets through, or sent under another name, never arrive", async ({ district }) => {
      const caseId = await district.atDepartment();
      const { answer } = await sends(district, caseId, Buffer.alloc(mostArriving + 1));
      expect(answer).toEqual({ status: 400, code: "EntityTooLarge" });
      const given = await nameFor(district, caseId);
      const { fields } = await district.files.formFor(given.petition, given, back);
      const other = await district.filed();
      const key = `${other}/0/${given.name}`;
      expect(await district.shelf.post({ ...fields, key }, jpeg())).toMatchObject({ status: 403 });
      expect(await district.shelf.post({ ...fields, "Content-Type": "text/html" }, jpeg())).toMatchObject({
        status: 403,
      });
      expectNothingLeft(district);
    });

    it("that are never sent leave nothing, and cost nothing", async ({ district }) => {
      const caseId = await district.atDepartment();
      const before = await district.load(caseId);
      const { name } = await nameFor(district, caseId);
      expect(await district.takeFile(`${caseId}/0/${name}`)).toBe("gone");
      expect(await district.load(caseId)).toEqual(before);
    });

    it("are ten at most: no form is given for an eleventh, and what a form from before sends is deleted", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const early = await nameFor(district, caseId);
      for (let n = 0; n < mostFiles; n += 1) await sends(district, caseId, jpeg({ width: 40 + n }));
      const key = district.keyTo(caseId);
      expect(await district.files.give(key, home, key.phoneTail)).toMatchObject({ refusal: "filesEnough" });
      const { fields } = await district.files.formFor(early.petition, early, back);
      await district.shelf.post(fields, jpeg());
      expect(await district.takeFile(fields.key ?? "")).toBe("notTaken");
      expect(await filesOf(district, caseId)).toMatchObject({ refused: [{ name: early.name, why: "tooMany" }] });
      expect(district.shelf.kept.size).toBe(mostFiles);
      expect(district.shelf.arrived.size).toBe(0);
    });

    it("of nobody's case, or at an address that nobody was given, are deleted or left to go", async ({ district }) => {
      const caseId = await district.atDepartment();
      const { name } = await nameFor(district, caseId);
      const lost = `${caseId.slice(0, -1)}${caseId.endsWith("0") ? "1" : "0"}/0/${name}`;
      district.shelf.arrived.set(lost, jpeg());
      expect(await district.takeFile(lost)).toBe("unknown");
      expect(await district.takeFile("../../secrets")).toBe("unknown");
      expectNothingLeft(district);
    });

    it("that come once the case has ended are deleted, and change nothing", async ({ district }) => {
      const form = samplePetition("land");
      const { petition, code } = await district.file(form);
      district.keepKey(petition.id, { code, phoneTail: form.keyNumber });
      await district.arrive(petition.id);
      const early = await nameFor(district, petition.id);
      const { fields } = await district.files.formFor(early.petition, early, back);
      await district.act(petition.id, { command: "notAccept", ground: "court", where: undefined, explanation: "-" });
      const before = await district.load(petition.id);
      await district.shelf.post(fields, jpeg());
      expect(await district.takeFile(fields.key ?? "")).toEqual({ refused: "materialTooLate" });
      expect(await district.load(petition.id)).toEqual(before);
      expectNothingLeft(district);
    });

    it("are sent, taken and opened also where another build has written the case", async ({ district }) => {
      const caseId = await district.atDepartment();
      await otherShape(district, caseId);
      const { name } = await sends(district, caseId, jpeg());
      await otherShape(district, caseId);
      expect(JSON.stringify(await seenByStaff(district, caseId))).toContain(name);
    });

    it("end the wait for what was asked for", async ({ district }) => {
      const caseId = await district.atDepartment();
      await district.act(caseId, ask);
      district.turnTo("2026-03-04T03:00:00.000Z");
      await sends(district, caseId, jpeg());
      expect(await district.load(caseId)).toMatchObject({ material: { over: "brought" } });
      const step = (await district.deadlines.ofCase(caseId)).find(({ clock }) => clock.kind === "step" && clock.n > 0);
      expect(step?.clock).toMatchObject({ paused: { until: "2026-03-04T03:00:00.000Z" } });
      await expectSound(district, caseId);
    });

    it("need the whole number, and of an agent the scope for it; what an agent sent is all that they see", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const key = district.keyTo(caseId);
      expect(await district.files.give(key, home, key.phoneTail.slice(-4))).toMatchObject({ unproven: "notAPhone" });
      await sends(district, caseId, jpeg());
      const named = async (scope: Parameters<typeof namesAgent>[0]) => {
        const { told: saw } = await district.load(caseId);
        await district.petitioner.act(key, home, { command: namesAgent(scope).act, saw }, key.phoneTail);
        const code = (await district.petitioner.see(caseId))?.agents.at(-1)?.code ?? "";
        return { code, phoneTail: "13900005678" };
      };
      const follower = await named(["follow"]);
      expect(await district.files.give(follower, home, follower.phoneTail)).toMatchObject({ refusal: "outsideScope" });
      const filer = await named(["file"]);
      expect((await sends(district, caseId, png(), { key: filer })).taken).toBe("added");
      expect((await district.files.see(caseId, 2))?.files.map(({ n }) => n)).toEqual([2]);
      expect((await district.files.see(caseId, undefined))?.files.map(({ n }) => n)).toEqual([1, 2]);
      const { events } = await district.cases.history(caseId);
      expect(events.at(-1)).toMatchObject({
        by: { kind: "petitioner", agent: 2 },
        messages: [{ kind: "newsMail", news: "agentActed" }],
      });
    });

    it("of an agent who is revoked before theirs arrives are deleted", async ({ district }) => {
      const caseId = await district.atDepartment();
      const key = district.keyTo(caseId);
      const act = async (command: Parameters<typeof district.petitioner.act>[2]["command"]) => {
        const { told: saw } = await district.load(caseId);
        return district.petitioner.act(key, home, { command, saw }, key.phoneTail);
      };
      await act(namesAgent(["file"]).act);
      const code = (await district.petitioner.see(caseId))?.agents.at(-1)?.code ?? "";
      const early = await nameFor(district, caseId, { key: { code, phoneTail: "13900005678" } });
      const { fields } = await district.files.formFor(early.petition, early, back);
      await act({ command: "revokeAgent", agent: "1" });
      await district.shelf.post(fields, jpeg());
      expect(await district.takeFile(fields.key ?? "")).toEqual({ refused: "agencyOver" });
      expectNothingLeft(district);
    });

    it("are opened by whoever holds the step, and the look is on record before the links are shown", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const { name } = await sends(district, caseId, jpeg());
      const { looks: before } = await district.cases.history(caseId);
      const reply = await seenByStaff(district, caseId);
      expect(reply.status).toBe(200);
      expect(JSON.stringify(reply)).toContain(name);
      const { looks } = await district.cases.history(caseId);
      expect(looks.length).toBe(before.length + 1);
      expect(looks.at(-1)).not.toHaveProperty("only");
    });

    it("are opened by nobody on a device that is not known, nor once the answer is delivered", async ({ district }) => {
      const caseId = await district.atDepartment();
      await sends(district, caseId, jpeg());
      expect(await seenByStaff(district, caseId, false)).toMatchObject({ status: 307 });
      await district.act(caseId, reply);
      await district.follow(caseId);
      const key = district.keyTo(caseId);
      const { told: saw } = await district.load(caseId);
      await district.petitioner.act(key, home, { command: { command: "openAnswer" }, saw }, key.phoneTail);
      expect((await district.load(caseId)).status).toBe("window");
      expect(await seenByStaff(district, caseId)).toMatchObject({ status: 307 });
      expect((await district.cases.history(caseId)).looks).toEqual([]);
    });
  });
