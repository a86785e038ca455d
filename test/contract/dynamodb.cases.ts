import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { describe, expect } from "vitest";
import { clockKey } from "#clock/keys.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { makeHeavy } from "./history.cases.ts";
import { upTo } from "./moments.ts";
import { samplePetition } from "./samples.ts";
import { beforeSending, watch } from "./wire.ts";

/** What AWS answers when another transaction holds one of the items; no database under test ever does. */
const conflict = () =>
  new TransactionCanceledException({
    message: "Transaction cancelled",
    $metadata: {},
    CancellationReasons: [{ Code: "TransactionConflict" }],
  });

/** A machine of the district, and the client that its requests leave by. */
const wired = (district: District) => {
  const connected = district.connect();
  const { client } = connected;
  if (client === undefined) throw new Error("These tables are not reached over a wire");
  return { client, machine: district.machine({ connected }) };
};

/** What holds of DynamoDB alone, and of whatever says that it is: how requests go over the wire. */
export const dynamodb = (it: ContractTest) =>
  describe("over the wire", () => {
    it("a history that fills more than one page is asked for page by page", async ({ district }) => {
      const caseId = await district.atDepartment();
      for (const turn of upTo(11)) {
        const to = turn % 2 === 1 ? "housing-colleague" : "housing-handler";
        await district.act(caseId, { command: "reassign", to, reason: "出差" });
      }
      await makeHeavy(district, caseId, 14);
      const { client, machine } = wired(district);
      const sent = watch(client);
      const { events } = await machine.cases.history(caseId);
      expect(sent.length).toBeGreaterThan(1);
      expect(events).toHaveLength(14);
    });

    it("due clocks that fill more than one page are asked for page by page", async ({ district }) => {
      const at = "2026-03-01T00:00:00.000Z";
      const rows = upTo(600).map((n) => {
        const clock = { kind: "transit", n, family: "watch", start: at, due: at } as const;
        const quarantined = { at, error: "x".repeat(4000) };
        const caseId = `AH-2026-${1000 + n}-k7m2p9x4c3vb`;
        return { ...clockKey(caseId, clock), v: 1, caseId, clock, failures: 0, nextAt: at, shard: 3, quarantined };
      });
      await district.put("deadlines", ...rows);
      const { client, machine } = wired(district);
      const sent = watch(client);
      let found = 0;
      for await (const _ of machine.deadlines.due(3, at)) found += 1;
      expect(found).toBe(600);
      expect(sent.length).toBeGreaterThan(2);
    });

    it("a form that meets another transaction in progress is registered all the same", async ({ district }) => {
      const { client, machine } = wired(district);
      const busy = [conflict(), conflict()];
      beforeSending(client, ({ command }) => {
        const error = command === "TransactWriteItemsCommand" ? busy.pop() : undefined;
        if (error) throw error;
      });
      const form = samplePetition();
      const { petition } = await machine.file(form);
      expect(busy).toEqual([]);
      expect((await district.file(form)).petition.id).toBe(petition.id);
    });

    it("a write that is made alone is no transaction; a decision is one, and a look, which counts", async ({
      district,
    }) => {
      const { client, machine } = wired(district);
      const sent = watch(client);
      const { petition } = await machine.file(samplePetition());
      await machine.identities.recordLook(petition.id, {
        at: petition.registeredAt,
        by: "housing-handler",
        unit: "housing",
        stepNo: 1,
      });
      const writes = sent.map(({ command }) => command).filter((command) => !/^(Get|Query)/.test(command));
      expect(writes).toEqual(["UpdateItemCommand", "TransactWriteItemsCommand", "TransactWriteItemsCommand"]);
    });
  });
