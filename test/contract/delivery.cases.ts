import { describe, expect } from "vitest";
import { mailboxToken } from "#access/mailbox-link.ts";
import { AddressRefused } from "#mail/mail.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { secret } from "./machine.ts";
import { reply } from "./samples.ts";

/** Sends what the newest event of a case asks to be mailed, and has the signals function hear what came of it. */
const sendNewest = async (district: District, caseId: string): Promise<string[]> => {
  const { events } = await district.cases.history(caseId);
  const came: string[] = [];
  for (const { seq, messages } of events.slice(-1)) {
    for (const [position, { kind }] of messages.entries()) {
      if (kind.endsWith("Mail")) came.push(await district.sendMail({ caseId, seq, position }));
    }
  }
  for (const signal of district.unreached.splice(0)) came.push(await district.signal(signal));
  return came;
};

/** A case whose petitioner's mailbox was asked whose it is, answered in writing. */
const answered = async (district: District, mailbox?: "confirmed" | "disowned"): Promise<string> => {
  const caseId = await district.filed("wages");
  await district.sendMail({ caseId, seq: 1, position: 0 });
  if (mailbox !== undefined)
    await district.answerForMailbox(mailboxToken(secret, { caseId: caseId, address: 1 }), mailbox);
  await district.arrive(caseId);
  await district.act(caseId, reply);
  return caseId;
};

export const deliveries = (it: ContractTest) =>
  describe("the delivery of an answer", () => {
    it("is left to a petitioner whom a mail tells of it", async ({ district }) => {
      const caseId = await answered(district, "confirmed");
      expect(await sendNewest(district, caseId)).toEqual(["sent"]);
      expect(await district.load(caseId)).not.toHaveProperty("deliveryAskedAt");
    });

    it("is its author's at once, by a mail that is not late, where no mailbox was confirmed or it was disowned", async ({
      district,
    }) => {
      for (const mailbox of [undefined, "disowned"] as const) {
        const caseId = await answered(district, mailbox);
        const [notSent, asked] = await sendNewest(district, caseId);
        expect([notSent, asked]).toEqual([mailbox ?? "not confirmed", "asked to deliver"]);
        expect(await sendNewest(district, caseId)).toEqual(["sent"]);
        const letter = district.letters.at(-1);
        expect(letter?.to).toBe("housing-handler@example.org");
        expect(letter?.subject).not.toContain("逾期");
        expect(letter?.text).toContain("请打印答复，送达信访人并登记");
      }
    });

    it("is its author's where the mail that tells of it is refused, at once or after it had left, and asked for once", async ({
      district,
    }) => {
      const caseId = await answered(district, "confirmed");
      district.mailServer.refusal = new AddressRefused("no such mailbox");
      expect(await sendNewest(district, caseId)).toEqual(["address refused", "asked to deliver"]);
      district.mailServer.refusal = undefined;
      const other = await answered(district, "confirmed");
      const { seq } = (await district.cases.history(other)).events.at(-1) ?? { seq: 0 };
      expect(await sendNewest(district, other)).toEqual(["sent"]);
      const bounce = { bounced: { caseId: other, seq, position: 1 } };
      for (const came of ["asked to deliver", "stays"]) {
        expect(await district.takeBounce(bounce)).toBe("noted");
        for (const signal of district.unreached.splice(0)) expect(await district.signal(signal)).toBe(came);
      }
    });

    it("is nobody's any more once the petitioner has opened the answer", async ({ district }) => {
      const caseId = await answered(district);
      const { events } = await district.cases.history(caseId);
      const seq = events.at(-1)?.seq ?? 0;
      expect(await district.sendMail({ caseId, seq, position: 1 })).toBe("not confirmed");
      await district.follow(caseId);
      for (const signal of district.unreached.splice(0)) expect(await district.signal(signal)).toBe("stays");
    });

    it("is recorded with what was written of it sealed: a number of post, and what was read out", async ({
      district,
    }) => {
      const caseId = await district.answered();
      await district.act(caseId, { command: "recordPhoneCall", on: "2026-03-02", readOut: "工资周五前补发" });
      await district.act(caseId, {
        command: "recordDelivery",
        how: "byPost",
        on: "2026-03-02",
        tracking: "EMS1234567",
      });
      const { events } = await district.cases.history(caseId);
      expect(JSON.stringify(events)).not.toMatch(/工资周五前补发|EMS1234567/);
      expect(await district.load(caseId)).toMatchObject({ status: "window", delivery: { how: "byPost" } });
    });
  });
