import { randomBytes } from "node:crypto";
import { describe, expect } from "vitest";
import { newQueryCode, phoneHashes, queryCodeHash } from "#access/query-code.ts";
import { carryOut, noLinks } from "#case/acts/carry-out.ts";
import { upkeepJudges } from "#case/acts/judges.ts";
import type { ContractTest } from "./contract-test.ts";
import { bureauStaff } from "./samples.ts";

const home = "203.0.113.7";

export const codes = (it: ContractTest) =>
  describe("a query code that was given anew", () => {
    it("opens the case with the number that was told with it, and the one before it opens nothing", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const lost = district.keyTo(caseId);
      const code = newQueryCode(randomBytes);
      const ports = { cases: district.cases, world: district.world, linkHash: noLinks };
      const outcome = await carryOut(ports, upkeepJudges)(
        caseId,
        { type: "renewCode", by: bureauStaff, why: "lost", papers: "residentId" },
        { code: { hash: queryCodeHash(code), phone: phoneHashes(code, "13900005678") } },
      );
      expect(outcome.kind).toBe("done");
      expect(await district.petitioner.look(lost, home)).toEqual({ barred: "wrong" });
      const withdraw = { command: { command: "withdraw", understood: "yes" } as const, saw: 1 };
      expect(await district.petitioner.act(lost, home, withdraw, lost.phoneTail)).toEqual({ barred: "wrong" });
      expect(await district.petitioner.look({ code, phoneTail: lost.phoneTail }, home)).toEqual({ barred: "wrong" });
      for (const phoneTail of ["5678", "13900005678"]) {
        expect(await district.petitioner.look({ code, phoneTail }, home)).toMatchObject({ petition: { id: caseId } });
      }
      // A page that a device keeps was opened by one of them, and shows nothing more once another opens the case.
      for (const [which, shows] of [
        [lost.code, false],
        ["no code", false],
        [code, true],
      ] as const) {
        expect((await district.petitioner.see(caseId, which)) !== undefined).toBe(shows);
        expect((await district.ownFile.see(caseId, undefined, which)) !== undefined).toBe(shows);
        expect((await district.ownFile.whole(caseId, which)) !== undefined).toBe(shows);
        expect((await district.material.see(caseId, undefined, which)) !== undefined).toBe(shows);
        expect((await district.files.see(caseId, undefined, which)) !== undefined).toBe(shows);
      }
      expect(JSON.stringify(await district.items())).not.toContain(code);
      expect(JSON.stringify(await district.items())).not.toContain("13900005678");
    });
  });
