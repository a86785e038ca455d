import { describe, expect } from "vitest";
import { sessionName } from "#access/device-session.ts";
import type { StaffCommand } from "#case/acts/staff-acts.ts";
import { attachmentsOf } from "#case/state/attaching.ts";
import { mostAttached } from "#case/state/facts/attachments.ts";
import type { Role } from "#case/state/turn.ts";
import type { Reply } from "#lambda/reply.ts";
import { fileData } from "../../functions/petition/own-file-data.ts";
import { exif, gps, jpeg, pdf, png } from "../fixtures/photos.ts";
import { directory } from "../unit/case/district.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { nameFor } from "./sending.ts";
import { expectSound } from "./soundness.ts";

const ask: StaffCommand = {
  ...{ command: "askAssistance", assistUnit: "river", question: "管网是哪年修的？", wantedBy: "2026-03-05" },
};
const contribute: StaffCommand = { command: "contribute", contribution: "2016年，见竣工图。" };

const asked = async (district: District): Promise<string> => {
  const caseId = await district.atDepartment();
  await district.act(caseId, ask);
  return caseId;
};

type Shown = Awaited<ReturnType<District["shown"]>>;

/** What a page beside a task answers to a link, on a device that is known to its holder or to nobody. */
const asks = ({ token, session = "" }: Shown, query: Record<string, string> = {}, isKnown = true) => ({
  ...{ method: "POST", path: "/attachments/open", headers: {}, address: "203.0.113.9", reference: "-", nonce: "-" },
  cookies: isKnown ? { [sessionName("http://localhost")]: session } : {},
  ...{ form: { token }, params: {}, query },
});

const htmlOf = (reply: Reply): string => ("html" in reply ? reply.html : "");
/** What the store's form of a page sends along. */
const fieldsIn = (reply: Reply): Record<string, string> =>
  Object.fromEntries(
    [...htmlOf(reply).matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = "", value = ""]) => [name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&")],
    ),
  );

/** Asks for the form by a link, and sends something by it; what came of that, and the page that says so. */
const attach = async (district: District, shown: Shown, content: Uint8Array) => {
  const fields = fieldsIn(await district.attachFiles.open(asks(shown)));
  const { key = "" } = fields;
  const posted = await district.shelf.post(fields, content);
  const before = htmlOf(await district.attachFiles.open(asks(shown, { looks: "0", key })));
  const taken = posted.status === 303 ? await district.takeFile(key) : posted.status;
  const after = htmlOf(await district.attachFiles.open(asks(shown, { looks: "1", key })));
  return { key, taken, before, after };
};

const seen = async (district: District, caseId: string, role: Role) =>
  district.seeFiles.open(asks(await district.shown(caseId, role)));

export const attachments = (it: ContractTest) =>
  describe("what an assisting unit attaches", () => {
    it("arrives, is looked at, kept under its case and on record as the unit's, and no file of the petitioner's", async ({
      district,
    }) => {
      const caseId = await asked(district);
      const shown = await district.shown(caseId, "assistant");
      const content = jpeg();
      const { key, taken, before, after } = await attach(district, shown, content);
      const [, from, name = ""] = key.split("/");
      expect([from, taken]).toEqual(["u1-2", "added"]);
      expect(before).toContain("正在检查");
      expect(after).toContain("第 1 份（照片）已经附上");
      const petition = await district.load(caseId);
      expect(petition.attachments).toEqual([
        { stepNo: 1, asked: 1, unit: "river", n: 1, name, kind: "jpeg", bytes: content.length, on: "2026-03-02" },
      ]);
      expect(petition.files).toBeUndefined();
      expect([...district.shelf.kept]).toEqual([[`${caseId}/${name}`, { content, type: "image/jpeg" }]]);
      expect(district.shelf.arrived.size).toBe(0);
      await expectSound(district, caseId);
    });

    it("of a wrong kind, with a position, locked or empty is deleted, says why on the unit's page, and hinders no answer", async ({
      district,
    }) => {
      const caseId = await asked(district);
      const shown = await district.shown(caseId, "assistant");
      for (const [content, why] of [
        [Buffer.from("<html>photo.jpg</html>"), "不是照片或者 PDF"],
        [jpeg({ exif: exif([gps.latitude]) }), "带有拍摄地点"],
        [png({ width: 30_000, height: 30_000 }), "解开后大得不正常"],
        [pdf([], "/Encrypt 5 0 R"), "加了密码"],
        [new Uint8Array(), "文件是空的"],
      ] as const) {
        const { taken, after } = await attach(district, shown, content);
        expect(taken).toBe("notTaken");
        expect(after).toContain(`没有收下，已经删除：${why}`);
        expect(fieldsIn(await district.attachFiles.open(asks(shown))), "another can be sent").toHaveProperty("key");
      }
      expect([district.shelf.arrived.size, district.shelf.kept.size]).toEqual([0, 0]);
      await district.act(caseId, contribute, "assistant");
      const { events } = await district.cases.history(caseId);
      expect(events.map(({ fact }) => fact.type)).toContain("assistanceGiven");
      await expectSound(district, caseId);
    });

    it("is five with an answer at most: the page says so, and what comes all the same is deleted", async ({
      district,
    }) => {
      const caseId = await asked(district);
      const shown = await district.shown(caseId, "assistant");
      const early = fieldsIn(await district.attachFiles.open(asks(shown)));
      for (let n = 1; n <= mostAttached; n += 1) await attach(district, shown, jpeg({ width: 40 + n }));
      const full = await district.attachFiles.open(asks(shown));
      expect(htmlOf(full)).toContain("已经附满 5 份");
      expect(fieldsIn(full)).not.toHaveProperty("key");
      await district.shelf.post(early, png());
      expect(await district.takeFile(early.key ?? "")).toBe("notTaken");
      expect(attachmentsOf(await district.load(caseId))).toHaveLength(mostAttached);
      expect(district.shelf.kept.size).toBe(mostAttached);
    });

    it("can follow the answer by the same link, until the step ends", async ({ district }) => {
      const caseId = await asked(district);
      const shown = await district.shown(caseId, "assistant");
      await district.act(caseId, contribute, "assistant");
      const { taken, after } = await attach(district, shown, pdf());
      expect(taken).toBe("added");
      expect(after).not.toContain("/case-files");
      const { events } = await district.cases.history(caseId);
      expect(events.at(-1)).toMatchObject({ messages: [{ kind: "taskMail", ask: "assisted" }] });
      const early = fieldsIn(await district.attachFiles.open(asks(shown)));
      await district.act(caseId, { command: "reportUpward", reason: "-" });
      expect(await district.attachFiles.open(asks(shown))).toMatchObject({ status: 307 });
      await district.shelf.post(early, png());
      expect(await district.takeFile(early.key ?? "")).toEqual({ refused: "movedOn" });
      expect(district.shelf.kept.size, "the one before").toBe(1);
      expect(district.shelf.arrived.size).toBe(0);
    });

    it("is told of twice and is there once; two at one moment are both there", async ({ district }) => {
      const caseId = await asked(district);
      const shown = await district.shown(caseId, "assistant");
      const fields = await Promise.all([1, 2].map(async () => fieldsIn(await district.attachFiles.open(asks(shown)))));
      await Promise.all(fields.map((one, at) => district.shelf.post(one, jpeg({ width: 40 + at }))));
      const keys = fields.map(({ key = "" }) => key);
      await Promise.all([...keys, ...keys].map((key) => district.takeFile(key)));
      expect(attachmentsOf(await district.load(caseId)).map(({ n }) => n)).toEqual([1, 2]);
      expect(district.shelf.kept.size).toBe(2);
      await expectSound(district, caseId);
    });

    it("is attached by nobody on a device that is not known, nor by its owner, nor under another's name", async ({
      district,
    }) => {
      const caseId = await asked(district);
      const theirs = await district.shown(caseId, "assistant");
      const owners = await district.shown(caseId, "owner");
      expect(await district.attachFiles.open(asks(theirs, {}, false))).toMatchObject({ status: 307 });
      expect(await district.attachFiles.open(asks(owners))).toMatchObject({ status: 307 });
      expect(await district.attachFiles.open(asks({ token: "x".repeat(43), session: "" }))).toMatchObject({
        status: 307,
      });
      const { name } = await nameFor(district, caseId);
      for (const from of ["u1-1", "u1-9", "u2-2"]) {
        district.shelf.arrived.set(`${caseId}/${from}/${name}`, jpeg());
        expect(await district.takeFile(`${caseId}/${from}/${name}`), from).toEqual({ refused: "movedOn" });
      }
      for (const from of ["u0-2", "u1", "u1-2-3"]) {
        expect(await district.takeFile(`${caseId}/${from}/${name}`), from).toBe("unknown");
      }
      // What a page is told has arrived counts only where it came from the same turn.
      const other = htmlOf(await district.attachFiles.open(asks(theirs, { looks: "0", key: `${caseId}/0/${name}` })));
      expect(other).not.toContain("正在检查");
      expect([district.shelf.arrived.size, district.shelf.kept.size]).toEqual([0, 0]);
    });

    it("is opened by its unit while the turn is its own, and by whoever holds the step; each look is on record first", async ({
      district,
    }) => {
      const caseId = await asked(district);
      const { key } = await attach(district, await district.shown(caseId, "assistant"), jpeg());
      const [, , name = "-"] = key.split("/");
      const { looks: before } = await district.cases.history(caseId);
      const assistant = await district.shown(caseId, "assistant");
      for (const role of ["assistant", "owner"] as const) {
        expect(htmlOf(await seen(district, caseId, role))).toContain(name);
      }
      const { looks } = await district.cases.history(caseId);
      expect(looks.slice(before.length).map(({ by, unit, only }) => [by, unit, only])).toEqual([
        ["river-handler", "river", "attachments"],
        ["housing-handler", "housing", "attachments"],
      ]);
      await district.act(caseId, contribute, "assistant");
      expect(await district.seeFiles.open(asks(assistant))).toMatchObject({ status: 307 });
    });

    it("is shown to another unit that is asked as little as the petitioner's files are", async ({ district }) => {
      const caseId = await asked(district);
      await attach(district, await district.shown(caseId, "assistant"), jpeg());
      await district.act(caseId, contribute, "assistant");
      await district.act(caseId, { ...ask, assistUnit: "peach" });
      const { looks: before } = await district.cases.history(caseId);
      const html = htmlOf(await seen(district, caseId, "assistant"));
      expect(html).toContain("现在没有文件");
      expect((await district.cases.history(caseId)).looks).toEqual(before);
    });

    it("is told to the petitioner by unit, and opened by no key of theirs; their file says that it is held", async ({
      district,
    }) => {
      const caseId = await asked(district);
      const { key } = await attach(district, await district.shown(caseId, "assistant"), jpeg());
      const [, , name = "-"] = key.split("/");
      await seen(district, caseId, "assistant");
      expect((await district.files.see(caseId, undefined))?.files).toEqual([]);
      const whole = await district.ownFile.whole(caseId);
      if (whole === undefined) throw new Error("There is such a case");
      const data = fileData(whole, { now: "2026-03-02T04:00:00.000Z", directory }, "zh");
      expect(data.attachedByUnits).toMatchObject([{ on: "2026-03-02", kind: "jpeg", bytes: jpeg().length }]);
      expect(data.looks).toContainEqual(expect.objectContaining({ only: "attachments" }));
      expect(data.history.map(({ says }) => says).join("")).toContain("给承办单位附了第 1 份材料（照片）");
      expect(JSON.stringify(data), "no address of it").not.toContain(name);
    });
  });
