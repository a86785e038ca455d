import { randomBytes } from "node:crypto";
import { describe, expect } from "vitest";
import { sessionName } from "#access/device-session.ts";
import type { StaffCommand } from "#case/acts/staff-acts.ts";
import { type BringForm, mostArriving } from "#case/files/shelves.ts";
import { mostFiles, mostOfFile, noFiles } from "#case/state/facts/files.ts";
import { registerPasses } from "#case/store/pass-store.ts";
import { exif, gps, jpeg, pdf, png } from "../fixtures/photos.ts";
import { namesAgent } from "../unit/case/story.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { bureauStaff, personal, reply, samplePetition } from "./samples.ts";
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

/** How files come to a case: the case, and a form for one more under a name of its own. */
type Way = (district: District) => Promise<{ caseId: string; form: () => Promise<GivenForm | { refusal: string }> }>;
type GivenForm = { name: string; fields: BringForm["fields"] };

const withKey =
  (filed: (district: District) => Promise<string>): Way =>
  async (district) => {
    const caseId = await filed(district);
    const key = district.keyTo(caseId);
    return {
      caseId,
      form: async () => {
        const given = await district.files.give(key, home, key.phoneTail);
        if ("barred" in given || "unproven" in given) throw new Error(`No form: ${JSON.stringify(given)}`);
        if ("refusal" in given) return given;
        const { fields } = await district.files.formFor(given.petition, given, back);
        return { name: given.name, fields };
      },
    };
  };

/** A letter that came three days ago. */
const came = { channel: "letter", receivedOn: "2026-02-27", checked: "scanned", scan: "2026-0117" };
const passOf = (district: District, staff = bureauStaff) =>
  registerPasses(district.db, district.tables.directory).give({ staff, until: "2026-03-09" }, randomBytes);
const registered = async (district: District, pass: string) => {
  const { submission } = samplePetition();
  const typed = { ...personal, ...came, category: "land", community: "peach", submission };
  const filed = await district.registerFor(pass, typed);
  if (filed === undefined) throw new Error("The pass is good");
  district.keepKey(filed.petition.id, { code: filed.code, phoneTail: personal.phone });
  return filed.petition.id;
};

const atCounter: Way = async (district) => {
  const pass = await passOf(district);
  const caseId = await registered(district, pass);
  return {
    caseId,
    form: async () => {
      const given = await district.counterFiles.give(pass, caseId);
      if (given === undefined) throw new Error("The pass is good");
      if ("refusal" in given) return given;
      const { fields } = await district.counterFiles.formFor(given.petition, given.name, back);
      return { name: given.name, fields };
    },
  };
};

const ways = [
  ["that are sent to a case under way", withKey((district) => district.atDepartment()), {}],
  ["that follow the first form, before anybody has the case", withKey((district) => district.filed("land")), {}],
  ["that are entered at a counter", atCounter, { on: "2026-02-27", enteredBy: "bureau" }],
] as const satisfies readonly (readonly [string, Way, object])[];

const given = (form: GivenForm | { refusal: string }): GivenForm => {
  if ("refusal" in form) throw new Error(`No form: ${form.refusal}`);
  return form;
};

export const files = (it: ContractTest) => {
  describe.each(ways)("photos and PDFs %s", (_, way, told) => {
    /** Sends one by a form; what came of it. */
    const send = async (district: District, { fields }: GivenForm, content: Uint8Array) => {
      const { status } = await district.shelf.post(fields, content);
      return status === 303 ? district.takeFile(fields.key ?? "") : status;
    };
    const by = "enteredBy" in told ? { kind: "staff", id: bureauStaff } : { kind: "petitioner" };

    it("are kept under their case, on record, and gone from where they arrived", async ({ district }) => {
      const { caseId, form } = await way(district);
      const content = jpeg();
      const one = given(await form());
      expect(await send(district, one, content)).toBe("added");
      const { name } = one;
      expect(await filesOf(district, caseId)).toEqual({
        kept: [{ n: 1, name, kind: "jpeg", bytes: content.length, on: "2026-03-02", ...told }],
        refused: [],
      });
      expect((await district.cases.history(caseId)).events.at(-1)).toMatchObject({ by });
      expect([...district.shelf.kept]).toEqual([[`${caseId}/${name}`, { content, type: "image/jpeg" }]]);
      expect(district.shelf.arrived.size).toBe(0);
      const seen = await district.files.see(caseId, undefined);
      expect(seen?.files.map(({ n, link }) => [n, link.includes(name)])).toEqual([[1, true]]);
      await expectSound(district, caseId);
    });

    it("of another kind, with a position, swollen, locked, empty or a byte too large are deleted, and why is on record", async ({
      district,
    }) => {
      const { caseId, form } = await way(district);
      const wrong = [
        ["kind", Buffer.from("<html>a page that is called photo.jpg</html>")],
        ["position", jpeg({ exif: exif([gps.latitude, gps.longitude]) })],
        ["swollen", png({ width: 30_000, height: 30_000 })],
        ["locked", pdf([], "/Encrypt 5 0 R")],
        ["empty", new Uint8Array()],
        ["tooLarge", jpeg({ behind: Buffer.alloc(mostOfFile + 1 - jpeg().length) })],
      ] as const;
      for (const [, content] of wrong) expect(await send(district, given(await form()), content)).toBe("notTaken");
      const { kept, refused } = await filesOf(district, caseId);
      expect([kept, refused.map(({ why }) => why)]).toEqual([[], wrong.map(([why]) => why)]);
      expectNothingLeft(district);
      const { events } = await district.cases.history(caseId);
      expect(events.at(-1)).toMatchObject({ fact: { type: "fileRefused", why: "tooLarge" }, by });
      await expectSound(district, caseId);
    });

    it("that are larger than the form lets through, or sent under another name, never arrive", async ({ district }) => {
      const { form } = await way(district);
      const { fields } = given(await form());
      expect(await district.shelf.post(fields, Buffer.alloc(mostArriving + 1))).toEqual({
        ...{ status: 400, code: "EntityTooLarge" },
      });
      const other = await district.filed();
      const [, from = "", name = ""] = fields.key?.split("/") ?? [];
      for (const wrong of [{ key: `${other}/${from}/${name}` }, { "Content-Type": "text/html" }]) {
        expect(await district.shelf.post({ ...fields, ...wrong }, jpeg())).toMatchObject({ status: 403 });
      }
      expectNothingLeft(district);
    });

    it("that are never sent leave nothing, and cost nothing", async ({ district }) => {
      const { caseId, form } = await way(district);
      const before = await district.load(caseId);
      const { fields } = given(await form());
      expect(await district.takeFile(fields.key ?? "")).toBe("gone");
      expect(await district.load(caseId)).toEqual(before);
    });

    it("are ten at most: no form is given for an eleventh, and what a form from before sends is deleted", async ({
      district,
    }) => {
      const { caseId, form } = await way(district);
      const early = given(await form());
      for (let n = 0; n < mostFiles; n += 1) {
        expect(await send(district, given(await form()), jpeg({ width: 40 + n }))).toBe("added");
      }
      expect(await form()).toMatchObject({ refusal: "filesEnough" });
      expect(await send(district, early, jpeg())).toBe("notTaken");
      expect(await filesOf(district, caseId)).toMatchObject({ refused: [{ name: early.name, why: "tooMany" }] });
      expect(district.shelf.kept.size).toBe(mostFiles);
      expect(district.shelf.arrived.size).toBe(0);
    });
  });

  describe("photos and PDFs of a petition that was registered for somebody", () => {
    it("are entered by whoever registered it, by nobody else, and on that day alone", async ({ district }) => {
      const pass = await passOf(district);
      const caseId = await registered(district, pass);
      expect(await district.counterFiles.give(pass, caseId)).toHaveProperty("name");
      expect(await district.counterFiles.give(await passOf(district), caseId), "by a newer pass").toHaveProperty(
        "name",
      );
      const [another] = (await district.world()).directory.staff.filter(({ id }) => id !== bureauStaff);
      const byOwnWord = await district.filed();
      for (const [what, which] of [
        ["a".repeat(43), caseId],
        ["", caseId],
        [await passOf(district, another?.id), caseId],
        [await passOf(district, "nobody-there"), caseId],
        [pass, byOwnWord],
        [pass, `${caseId.slice(0, -1)}${caseId.endsWith("0") ? "1" : "0"}`],
        [pass, "../../secrets"],
      ] as const) {
        expect(await district.counterFiles.give(what, which), `${what} ${which}`).toBeUndefined();
        expect(await district.counterFiles.open(what, which)).toBeUndefined();
      }
      district.turnTo("2026-03-02T16:00:00.000Z");
      expect(await district.counterFiles.give(pass, caseId), "the next day").toBeUndefined();
    });

    it("arrive under a sign of their own, which of a petitioner's own case is nobody's", async ({ district }) => {
      const caseId = await district.filed();
      const { name } = await nameFor(district, caseId);
      district.shelf.arrived.set(`${caseId}/c/${name}`, jpeg());
      expect(await district.takeFile(`${caseId}/c/${name}`)).toBe("unknown");
      expectNothingLeft(district);
      expect((await filesOf(district, caseId)).kept).toEqual([]);
    });

    it("tell whoever has the case, once, and are seen by its petitioner and not by its agent", async ({ district }) => {
      const { caseId, form } = await atCounter(district);
      await district.arrive(caseId);
      for (let n = 0; n < 2; n += 1) {
        const { fields } = given(await form());
        await district.shelf.post(fields, jpeg({ width: 40 + n }));
        await district.takeFile(fields.key ?? "");
      }
      const { events } = await district.cases.history(caseId);
      expect(events.slice(-2).map(({ messages }) => messages.map(({ kind }) => kind))).toEqual([["taskMail"], []]);
      expect((await district.files.see(caseId, undefined))?.files).toHaveLength(2);
      expect(JSON.stringify(await seenByStaff(district, caseId))).toContain("由登记人员录入");
    });
  });

  describe("photos and PDFs", () => {
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
};
