import { describe, expect } from "vitest";
import type { Bounced, Posted } from "#case/outbox/posted.ts";
import { actor } from "#case/state/standing.ts";
import { AddressRefused } from "#mail/mail.ts";
import { readMailTag } from "#mail/mail-tag.ts";
import { directory } from "../unit/case/district.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { acknowledge, personal, reply } from "./samples.ts";

const never = (): never => {
  throw new Error("Nothing there");
};

/** What SES gives back of the mail that left last. */
const bouncedAs = ({ letters }: District): Bounced => readMailTag(letters.at(-1)?.tag ?? "") ?? never();

const refused = () => new AddressRefused("The email server did not take the email: EENVELOPE 550");

/** The mails of a case's newest event. */
const newestMails = async ({ cases }: District, caseId: string): Promise<Posted[]> => {
  const { events } = await cases.history(caseId);
  const [newest] = events.slice(-1);
  return (newest?.messages ?? []).flatMap(({ kind }, position) =>
    newest !== undefined && kind.endsWith("Mail") ? [{ caseId, seq: newest.seq, position }] : [],
  );
};

/** Sends the newest mails of a case, and has the turns of whoever was not reached pass on. */
const sendNewest = async (district: District, caseId: string): Promise<string[]> => {
  const came: string[] = [];
  for (const mail of await newestMails(district, caseId)) came.push(await district.sendMail(mail));
  for (const turn of district.unreached.splice(0)) came.push(await district.signal(turn));
  return came;
};

const holderOf = async (district: District, caseId: string) => actor(await district.load(caseId))?.staff;

export const bounces = (it: ContractTest) =>
  describe("an address that takes no mail", () => {
    it("has the task pass to the unit's head at once, whose mail leaves, and not only at the deadline", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      expect(await holderOf(district, caseId)).toBe("housing-handler");
      district.mailServer.refusal = refused();
      expect(await sendNewest(district, caseId)).toEqual(["address refused", "passed on"]);
      expect(await holderOf(district, caseId)).toBe("housing-head");
      const { events } = await district.cases.history(caseId);
      expect(events.at(-1)).toMatchObject({
        by: { kind: "policy" },
        fact: {
          type: "reassigned",
          how: "unreachable",
          from: "housing-handler",
          to: "housing-head",
          because: "unitHead",
          passedOver: [{ staff: "housing-handler", why: "unreachable" }],
        },
      });
      district.mailServer.refusal = undefined;
      expect(await sendNewest(district, caseId)).toEqual(["sent"]);
      expect(district.letters.map(({ to }) => to)).toEqual(["housing-head@example.org"]);
      await district.act(caseId, acknowledge);
    });

    it("is not tried again for the next case: that passes on at once too", async ({ district }) => {
      const first = await district.atDepartment();
      district.mailServer.refusal = refused();
      await sendNewest(district, first);
      district.mailServer.refusal = undefined;
      const second = await district.atDepartment();
      expect(await sendNewest(district, second)).toEqual(["address refused", "passed on"]);
      expect(await sendNewest(district, second)).toEqual(["sent"]);
      expect(district.letters.map(({ to }) => to)).toEqual(["housing-head@example.org"]);
    });

    it("after another leads to the bureau, and when nobody at all is reached somebody holds the case still", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      district.mailServer.refusal = refused();
      expect(await sendNewest(district, caseId)).toEqual(["address refused", "passed on"]);
      expect(await sendNewest(district, caseId)).toEqual(["address refused", "passed on"]);
      expect(await holderOf(district, caseId)).toBe("bureau-handler");
      let came: string[] = [];
      for (const _ of directory.staff) {
        came = await sendNewest(district, caseId);
        if (!came.includes("passed on")) break;
      }
      expect(came).toEqual(["address refused", "stays"]);
      expect(await holderOf(district, caseId)).toMatch(/^bureau-/);
    });

    it("changes nothing any more when the turn is over by the time that is known, or comes twice", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      district.mailServer.refusal = refused();
      for (const mail of await newestMails(district, caseId)) await district.sendMail(mail);
      const [turn] = district.unreached.splice(0);
      if (turn === undefined) throw new Error("Nobody was reached");
      expect(await district.signal(turn)).toBe("passed on");
      const { version } = await district.load(caseId);
      expect(await district.signal(turn)).toBe("stays");
      expect((await district.load(caseId)).version).toBe(version);
    });

    it("is noted and passed on by the next sender when the first dies in between", async ({ district }) => {
      const caseId = await district.atDepartment();
      const [mail] = await newestMails(district, caseId);
      if (mail === undefined) throw new Error("No email");
      await district.outbox.takeMail(caseId, mail.seq, mail.position, { at: "2026-03-02T02:00:00.000Z", dead: "2026" });
      await district.bounces.note("housing-handler", directory.version, "2026-03-02T02:00:00.000Z");
      district.turnTo("2026-03-02T02:08:00.000Z");
      expect(await sendNewest(district, caseId)).toEqual(["address refused", "passed on"]);
      expect(await holderOf(district, caseId)).toBe("housing-head");
    });

    it("is an author's too who is to deliver an answer", async ({ district }) => {
      const caseId = await district.answered();
      district.turnTo("2026-03-10T00:31:00.000Z");
      await district.sweep();
      district.mailServer.refusal = refused();
      expect(await sendNewest(district, caseId)).toEqual(["address refused", "passed on"]);
      expect(await holderOf(district, caseId)).toBe("housing-head");
    });

    it("is forgotten with the next import of a directory", async ({ district }) => {
      await district.bounces.note("housing-handler", directory.version, "2026-03-02T02:00:00.000Z");
      expect(await district.bounces.unreachable(directory.version)).toEqual(["housing-handler"]);
      expect(await district.bounces.unreachable(`${directory.version}, mended`)).toEqual([]);
    });

    it("of a petitioner gets no second mail, and the petitioner reads so where they follow the case", async ({
      district,
    }) => {
      const caseId = await district.filed("wages");
      district.mailServer.refusal = refused();
      expect(await sendNewest(district, caseId)).toEqual([]);
      const registered = { caseId, seq: 1, position: 0 };
      expect(await district.sendMail(registered)).toBe("address refused");
      district.mailServer.refusal = undefined;
      await district.arrive(caseId);
      await district.act(caseId, reply);
      const news = await newestMails(district, caseId);
      expect(news).toHaveLength(1);
      expect(await sendNewest(district, caseId)).toEqual(["address refused", "asked to deliver"]);
      expect(district.letters).toEqual([]);
      expect(await district.followed(caseId)).toMatchObject({ mailbox: { is: "refused" } });
      const stored = JSON.stringify(await district.items());
      for (const secret of Object.values(personal)) expect(stored).not.toContain(secret);
    });

    it("found by a digest has its tasks pass on, and keeps what it carried for when mail arrives again", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      await district.act(caseId, acknowledge);
      district.turnTo("2026-03-17T00:36:00.000Z");
      const [posted] = await district.morning();
      if (posted === undefined || !("digest" in posted)) throw new Error("Nothing presses");
      expect(posted.digest).toBe("housing-handler");
      district.mailServer.refusal = refused();
      expect(await district.sendDigest(posted)).toBe("address refused");
      for (const turn of district.unreached.splice(0)) expect(await district.signal(turn)).toBe("passed on");
      expect(await holderOf(district, caseId)).toBe("housing-head");
      expect(await district.sendDigest(posted)).toBe("address refused");

      district.mailServer.refusal = undefined;
      const duty = (await district.morning()).find((mail) => "digest" in mail && mail.digest === "bureau-handler");
      if (duty === undefined || !("digest" in duty)) throw new Error("The duty officer hears nothing");
      expect(await district.sendDigest(duty)).toBe("sent");
      expect(district.letters[0]?.subject).toContain("邮件异常");
      expect(district.letters[0]?.text).toContain("housing handler");
      expect(district.letters[0]?.text).not.toContain("housing-handler@example.org");
    });

    it("of which it is told after the mail had left has the task pass on as well, and once, however often it is told", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const [mail] = await newestMails(district, caseId);
      if (mail === undefined) throw new Error("No email");
      expect(await district.sendMail(mail)).toBe("sent");
      const bounced = bouncedAs(district);
      expect(await district.takeBounce(bounced)).toBe("noted");
      expect(await district.takeBounce(bounced)).toBe("noted");
      const turns = district.unreached.splice(0);
      expect(turns).toHaveLength(2);
      expect(await district.signal(turns[0] ?? never())).toBe("passed on");
      expect(await district.signal(turns[1] ?? never())).toBe("stays");
      expect(await holderOf(district, caseId)).toBe("housing-head");
      expect(await district.bounces.unreachable(directory.version)).toEqual(["housing-handler"]);
    });

    it("of which it is told after another directory came into force is tried anew", async ({ district }) => {
      const caseId = await district.atDepartment();
      await sendNewest(district, caseId);
      const { of, ...mail } = bouncedAs(district);
      if (of === undefined) throw new Error("Nobody's email");
      expect(await district.takeBounce({ ...mail, of: { ...of, directory: "an earlier one" } })).toBe("mended since");
      expect(await district.bounces.unreachable(directory.version)).toEqual([]);
      expect(district.unreached).toEqual([]);
    });

    it("of which it is told after a digest had left has the tasks in it pass on", async ({ district }) => {
      const caseId = await district.atDepartment();
      await district.act(caseId, acknowledge);
      district.turnTo("2026-03-17T00:36:00.000Z");
      const [posted] = await district.morning();
      if (posted === undefined || !("digest" in posted)) throw new Error("Nothing presses");
      expect(await district.sendDigest(posted)).toBe("sent");
      expect(await district.takeBounce(bouncedAs(district))).toBe("noted");
      for (const turn of district.unreached.splice(0)) expect(await district.signal(turn)).toBe("passed on");
      expect(await holderOf(district, caseId)).toBe("housing-head");
    });

    it("of a petitioner, of which it is told after the mail had left, gets no second mail either", async ({
      district,
    }) => {
      const caseId = await district.filed("wages");
      await district.sendMail({ caseId, seq: 1, position: 0 });
      expect(await district.takeBounce(bouncedAs(district))).toBe("noted");
      await district.arrive(caseId);
      await district.act(caseId, reply);
      expect(await sendNewest(district, caseId)).toEqual(["address refused", "asked to deliver"]);
      expect(await district.followed(caseId)).toMatchObject({ mailbox: { is: "refused" } });
    });
  });
