import { randomBytes } from "node:crypto";
import { describe, expect } from "vitest";
import { registerPasses } from "#case/store/pass-store.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { bureauStaff, personal, samplePetition } from "./samples.ts";
import { expectSound } from "./soundness.ts";

const came = { channel: "letter", receivedOn: "2026-02-27", checked: "scanned", scan: "2026-0117" };

const passOf = (district: District, staff = bureauStaff, until = "2026-03-09") =>
  registerPasses(district.db, district.tables.directory).give({ staff, until }, randomBytes);

const typed = () => ({
  ...personal,
  ...came,
  category: "land",
  community: "peach",
  submission: samplePetition().submission,
});

export const registering = (it: ContractTest) =>
  describe("a petition that is registered for somebody", () => {
    it("is stored whole like any other, with its day of receipt, and followed by its petitioner", async ({
      district,
    }) => {
      const pass = await passOf(district);
      const form = typed();
      const filed = await district.registerFor(pass, form);
      if (filed === undefined) throw new Error("The pass is good");
      const { petition, code, notice } = filed;
      expect(petition.receivedOn).toBe("2026-02-27");
      expect(notice).toMatchObject({ kind: "receipt", receivedOn: "2026-02-27" });
      await expectSound(district, petition.id);
      expect(await district.registerFor(pass, form)).toMatchObject({ petition: { id: petition.id }, code, notice });
      const looked = await district.petitioner.look({ code, phoneTail: personal.phone.slice(-4) }, "203.0.113.7");
      expect(looked).toMatchObject({ petition: { id: petition.id } });
    });

    it("with an agent at the window is entered for both by the clerk, and each has a code", async ({ district }) => {
      const pass = await passOf(district);
      const agent = { agentName: "陆新华", agentPhone: "13900005678", relation: "relative" };
      const filed = await district.registerFor(pass, { ...typed(), ...agent, forSomebody: "yes", asked: "yes" });
      if (filed === undefined) throw new Error("The pass is good");
      const { id } = filed.petition;
      await expectSound(district, id);
      const [registered, agentFiled] = (await district.cases.history(id)).events;
      const clerk = { kind: "staff", id: bureauStaff };
      expect(registered).toMatchObject({ by: clerk, fact: { type: "registered" } });
      expect(agentFiled).toMatchObject({ by: clerk, fact: { type: "agentFiled", agent: 1, relation: "relative" } });
      const { agents } = (await district.petitioner.see(id)) ?? {};
      expect(agents).toMatchObject([{ n: 1, name: "陆新华", scope: ["file", "follow"] }]);
      const key = { code: agents?.[0]?.code ?? "", phoneTail: "5678" };
      expect(await district.petitioner.look(key, "203.0.113.7")).toMatchObject({ petition: { id }, agent: 1 });
    });

    it("needs a pass that is good, of somebody who is there", async ({ district }) => {
      for (const pass of [
        "",
        "a".repeat(43),
        await passOf(district, "nobody-there"),
        await passOf(district, bureauStaff, "2026-03-01"),
      ])
        expect(await district.registerFor(pass, typed())).toBeUndefined();
    });
  });
