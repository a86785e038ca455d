import { describe, expect } from "vitest";
import { sessionName } from "#access/device-session.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { acknowledge, heard, personal } from "./samples.ts";

/** The page of all that has happened, for whoever's turn the case is, on a device that is known or not. */
const storyOf = async (district: District, caseId: string, isKnown = true) => {
  const { token, session = "" } = await district.shown(caseId);
  return district.seeStory.open({
    ...{ method: "POST", path: "/case-story/open", query: {}, headers: {}, address: "203.0.113.44" },
    ...{ reference: "-", nonce: "-" },
    cookies: isKnown ? { [sessionName("http://localhost")]: session } : {},
    form: { token },
    params: {},
  });
};

export const stories = (it: ContractTest) =>
  describe("all that has happened to a case", () => {
    it("is read by whoever has a task of it, with what people wrote and not who petitions, and is a look on record", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      await district.act(caseId, acknowledge);
      await district.act(caseId, heard);
      const reply = await storyOf(district, caseId);
      const html = "html" in reply ? reply.html : "";
      expect(reply.status).toBe(200);
      expect(html).toContain(heard.said);
      for (const secret of [personal.name, personal.phone, personal.story]) expect(html).not.toContain(secret);
      const { looks } = await district.cases.history(caseId);
      expect(looks).toEqual([
        { at: "2026-03-02T02:00:00.000Z", by: "housing-handler", unit: "housing", stepNo: 1, only: "matter" },
      ]);
    });

    it("is no look while nobody has written anything", async ({ district }) => {
      const caseId = await district.atDepartment();
      expect(await storyOf(district, caseId)).toMatchObject({ status: 200 });
      expect((await district.cases.history(caseId)).looks).toEqual([]);
    });

    it("is told to nobody on a device that is not known", async ({ district }) => {
      const caseId = await district.atDepartment();
      await district.act(caseId, heard);
      expect(await storyOf(district, caseId, false)).toMatchObject({
        status: 307,
        headers: { location: "/task/open" },
      });
      expect((await district.cases.history(caseId)).looks).toEqual([]);
    });
  });
