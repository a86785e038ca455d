import { describe, expect } from "vitest";
import type { CameOf } from "../../functions/petition/decide-petition.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { personal, samplePetition } from "./samples.ts";

const home = "203.0.113.7";
const newPhone = "+8613900005678";
const newEmail = "xiaofang@example.cn";
const newAddress = "桃园新村 5 幢 1 单元 102 室";

type Typed = { phone?: string; email?: string; address?: string; dropEmail?: "yes" | "no" };

/** The petitioner corrects how they are reached, on the page that tells all there is. */
const correct = async (
  district: District,
  caseId: string,
  { dropEmail = "no", ...typed }: Typed,
  { key = district.keyTo(caseId), saw }: { key?: { code: string; phoneTail: string }; saw?: number } = {},
): Promise<CameOf> => {
  const told = (await district.load(caseId)).told;
  const act = { command: "correctContact", dropEmail, ...typed } as const;
  const came = await district.petitioner.act(key, home, { command: act, saw: saw ?? told }, key.phoneTail);
  if ("barred" in came) throw new Error("The key does not open the case");
  return came;
};

/** Sends every mail to the petitioner that has not left, and says what became of each. */
const sendNews = async (district: District, caseId: string): Promise<string[]> => {
  const came: string[] = [];
  for (const { seq, messages } of (await district.cases.history(caseId)).events) {
    for (const [position, { kind }] of messages.entries()) {
      if (kind === "newsMail") came.push(await district.sendMail({ caseId, seq, position }));
    }
  }
  return came;
};

const lastLink = ({ letters }: District): string =>
  /mailbox\?link=([\w-]{43})/.exec(letters.at(-1)?.text ?? "")?.[1] ?? "";

const contactOf = async (district: District, caseId: string) => (await district.petitioner.see(caseId))?.contact;

export const contacts = (it: ContractTest) =>
  describe("how a petitioner is reached, once they have corrected it", () => {
    it("is what staff are shown; the history says that it was corrected, and nothing says to what", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const came = await correct(district, caseId, { phone: newPhone, email: newEmail, address: newAddress });
      expect(came.refusal).toBeUndefined();
      expect(await contactOf(district, caseId)).toEqual({ phone: newPhone, email: newEmail, address: newAddress });
      expect(await district.task.open(await district.shown(caseId))).toMatchObject({
        petitioner: { name: personal.name, phone: newPhone, email: newEmail, address: newAddress },
      });
      const { events } = await district.cases.history(caseId);
      expect(events.at(-1)?.fact).toEqual({
        type: "contactCorrected",
        corrected: ["phone", "email", "address"],
        address: 2,
      });
      const stored = JSON.stringify(await district.items());
      for (const text of [newPhone, newPhone.slice(3), newEmail, newAddress]) expect(stored).not.toContain(text);
    });

    it("is asked for with the code from then on, and the number before it opens nothing", async ({ district }) => {
      const caseId = await district.atDepartment();
      const { code, phoneTail } = district.keyTo(caseId);
      expect(await correct(district, caseId, { phone: newPhone })).toMatchObject({ phoneTail: newPhone });
      for (const before of [phoneTail, personal.phone.slice(-4)]) {
        expect(await district.petitioner.look({ code, phoneTail: before }, home)).toEqual({ barred: "wrong" });
      }
      for (const now of ["5678", "139 0000 5678"]) {
        expect(await district.petitioner.look({ code, phoneTail: now }, home)).toMatchObject({
          petition: { id: caseId },
        });
      }
    });

    it("leaves a number of one's own as it is", async ({ district }) => {
      const { petition, code } = await district.file({ ...samplePetition(), keyNumber: "73916428" });
      const key = { code, phoneTail: "73916428" };
      const came = await correct(district, petition.id, { phone: newPhone }, { key });
      expect(came.phoneTail).toBeUndefined();
      expect(await district.petitioner.look(key, home)).toMatchObject({ petition: { id: petition.id } });
      expect(await contactOf(district, petition.id)).toMatchObject({ phone: newPhone });
    });

    it("needs the whole number, as every decision does, and a case that goes on", async ({ district }) => {
      const caseId = await district.atDepartment();
      const { code } = district.keyTo(caseId);
      const tail = { code, phoneTail: "1234" };
      expect(await correct(district, caseId, { phone: newPhone }, { key: tail })).toMatchObject({
        unproven: "notAPhone",
      });
      const { told } = await district.load(caseId);
      const withdrawn = { command: { command: "withdraw", understood: "yes" } as const, saw: told };
      await district.petitioner.act(district.keyTo(caseId), home, withdrawn, personal.phone);
      district.turnTo("2026-03-06T02:00:00.000Z");
      await district.sweep();
      expect(await correct(district, caseId, { phone: newPhone })).toMatchObject({ refusal: "ended" });
      expect(await contactOf(district, caseId)).toMatchObject({ phone: `+86${personal.phone}` });
    });

    it("asks a new address whose it is, and no link or mail of the old one counts for it", async ({ district }) => {
      const caseId = await district.filed("wages");
      await sendNews(district, caseId);
      const old = lastLink(district);
      expect(await district.answerForMailbox(old, "confirmed")).toBe("confirmed");
      await correct(district, caseId, { email: newEmail });
      expect((await district.petitioner.see(caseId))?.mailbox).toBeUndefined();
      expect(await district.answerForMailbox(old, "confirmed")).toBe("expired");

      expect(await sendNews(district, caseId)).toEqual(["sent before", "sent"]);
      expect(district.letters.at(-1)?.to).toBe(newEmail);
      expect(lastLink(district)).not.toBe(old);
      expect(await district.petitioner.see(caseId)).toMatchObject({ mailbox: { is: "asked", address: newEmail } });
      expect(await district.answerForMailbox(old, "disowned")).toBe("expired");
      expect(await district.answerForMailbox(lastLink(district), "confirmed")).toBe("confirmed");
    });

    it("is not marked by what comes late of the address before: a mail under way, a bounce", async ({ district }) => {
      const caseId = await district.filed("wages");
      const { now } = await district.world();
      const former = { caseId, address: 1 };
      expect(await district.mailboxes.begin(former, "one", { at: now, dead: now })).toBe(true);
      await correct(district, caseId, { email: newEmail });
      await district.mailboxes.noteAsked(former, "one", now);
      await district.mailboxes.giveUp(former, "one", now);
      await district.mailboxes.refuse(former, now);
      expect(await district.mailboxes.mailbox(caseId)).toMatchObject({ is: "unwritten", address: 2 });
      expect(await sendNews(district, caseId)).toContain("sent");
      expect(new Set(district.letters.map(({ to }) => to))).toEqual(new Set([newEmail]));
    });

    it("can lose its address, which gets nothing more, and be given one where there was none", async ({ district }) => {
      const caseId = await district.filed("wages");
      await correct(district, caseId, { dropEmail: "yes" });
      expect(await contactOf(district, caseId)).toEqual({
        phone: `+86${personal.phone}`,
        address: personal.address,
      });
      expect(await sendNews(district, caseId)).toEqual(["no address"]);
      expect(district.letters).toEqual([]);
      await correct(district, caseId, { email: newEmail });
      expect(await sendNews(district, caseId)).toEqual(["sent before", "sent"]);
      expect(district.letters.map(({ to }) => to)).toEqual([newEmail]);
    });

    it("is corrected once by what is sent twice, also when the number changes under the second", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const { told, version } = await district.load(caseId);
      const key = district.keyTo(caseId);
      const twice = () => correct(district, caseId, { phone: newPhone }, { key, saw: told });
      const both = await Promise.all([twice(), twice()]);
      expect(await twice()).toMatchObject({ phoneTail: newPhone });
      expect(both.map(({ refusal }) => refusal)).toEqual([undefined, undefined]);
      expect((await district.load(caseId)).version).toBe(version + 1);
    });

    it("keeps the first of two corrections made on one page, and says so to the second", async ({ district }) => {
      const caseId = await district.atDepartment();
      const { told } = await district.load(caseId);
      await correct(district, caseId, { email: newEmail }, { saw: told });
      const other = await correct(district, caseId, { email: "other@example.cn" }, { saw: told });
      expect(other.wait).toBeDefined();
      expect(await correct(district, caseId, { dropEmail: "yes" }, { saw: told })).toMatchObject({
        refusal: "pageOutdated",
      });
      expect(await contactOf(district, caseId)).toMatchObject({ email: newEmail });
    });
  });
