import { describe, expect } from "vitest";
import { fileData } from "../../functions/petition/own-file-data.ts";
import { directory } from "../unit/case/district.ts";
import { namesAgent } from "../unit/case/story.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { personal, reply } from "./samples.ts";

const home = "203.0.113.21";
const now = "2026-03-02T04:00:00.000Z";

const decides = async (
  district: District,
  caseId: string,
  command: Parameters<typeof district.petitioner.act>[2]["command"],
) => {
  const key = district.keyTo(caseId);
  const { told: saw } = await district.load(caseId);
  const came = await district.petitioner.act(key, home, { command, saw }, key.phoneTail);
  if ("barred" in came || came.refusal !== undefined) throw new Error(`Not done: ${JSON.stringify(came)}`);
};

/** The whole file as data. */
const dataOf = async (district: District, caseId: string) => {
  const seen = await district.ownFile.whole(caseId);
  if (seen === undefined) throw new Error(`There is no case ${caseId}`);
  return fileData(seen, { now, directory }, "zh");
};

export const ownFiles = (it: ContractTest) =>
  describe("a petitioner's file", () => {
    it("holds all that was written by them and about them, in the clear for them alone", async ({ district }) => {
      const caseId = await district.atDepartment();
      await decides(district, caseId, namesAgent(["follow"]).act);
      const key = district.keyTo(caseId);
      await district.material.add(key, home, {
        act: { command: "addMaterial", material: "CANARY 工资条" },
        saw: (await district.load(caseId)).told,
        wholePhone: key.phoneTail,
      });
      await district.act(caseId, { command: "noteProgress", readers: "petitioner", note: "CANARY 已约谈公司" });
      const { phoneTail } = key;
      const data = await dataOf(district, caseId);
      const text = JSON.stringify(data);
      for (const own of Object.values(personal)) expect(text).toContain(own);
      for (const written of ["CANARY 工资条", "CANARY 已约谈公司", "陆新华", "+8613900005678"]) {
        expect(text).toContain(written);
      }
      expect(data.you.phone).toContain(phoneTail);
      expect(data.letters.map(({ kind }) => kind)).toContain("receipt");
      expect(data.petition.requests).toEqual([personal.ask]);
      expect(JSON.stringify(await district.items())).not.toContain("CANARY");
    });

    it("has neither the query code, nor any agent's, nor the name of anybody of the office", async ({ district }) => {
      const caseId = await district.atDepartment();
      await decides(district, caseId, namesAgent(["follow"]).act);
      await district.task.open(await district.shown(caseId));
      const data = await dataOf(district, caseId);
      const agentsCode = (await district.petitioner.see(caseId))?.agents.at(-1)?.code;
      const text = JSON.stringify(data);
      expect(data.looks).not.toEqual([]);
      for (const secret of [district.keyTo(caseId).code, agentsCode ?? "none"]) expect(text).not.toContain(secret);
      for (const { id, name } of directory.staff) {
        expect(text).not.toContain(name);
        expect(text).not.toContain(`"${id}"`);
      }
    });

    it("has an answer once it is delivered, and not while it waits to be opened", async ({ district }) => {
      const caseId = await district.atDepartment();
      await district.act(caseId, reply);
      const kinds = async () => (await dataOf(district, caseId)).letters.map(({ kind }) => kind);
      expect(await kinds()).not.toContain("answer");
      expect(JSON.stringify(await dataOf(district, caseId))).not.toContain("查明");
      await district.petitioner.look(district.keyTo(caseId), home);
      expect(await kinds()).toContain("answer");
    });

    it("shows an agent the letters where they may receive them, and nothing where they may not", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      await decides(district, caseId, namesAgent(["follow", "settle", "withdraw", "file"]).act);
      await decides(district, caseId, namesAgent(["receive"], "周建国").act);
      expect(await district.ownFile.see(caseId, 1)).toBeUndefined();
      expect(await district.ownFile.see(caseId, 2)).toMatchObject({ petition: { id: caseId } });
      await decides(district, caseId, { command: "revokeAgent", agent: "2" });
      expect(await district.ownFile.see(caseId, 2)).toBeUndefined();
    });

    it("is the same after a case has ended, and there is none of a case that there is not", async ({ district }) => {
      const caseId = await district.atDepartment();
      await decides(district, caseId, { command: "withdraw", understood: "yes" });
      expect((await dataOf(district, caseId)).you.name).toBe(personal.name);
      expect(await district.ownFile.whole("AH-2026-9999-k7m2p9x4c3vb")).toBeUndefined();
    });
  });
