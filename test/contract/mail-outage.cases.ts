import { describe, expect } from "vitest";
import { patienceDays, waitAgain } from "#case/state/waiting.ts";
import { StreamedEvent, StreamedMail } from "#case/store/versions.ts";
import { minutesLater } from "#clock/period.ts";
import { MailNotNow } from "#mail/mail.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { upTo } from "./moments.ts";
import { acknowledge, reportUpward } from "./samples.ts";

const evening = "2026-03-02T14:00:00.000Z";
const nextMorning = "2026-03-02T23:00:00.000Z";
const down = () => new MailNotNow("The email server did not take the email: ECONNECTION", { isOutage: true });
const busy = () => new MailNotNow("The email server did not take the email: EENVELOPE 450", { isOutage: false });

/** A case at the department, with the mail that gives its owner the task. */
const taskMailed = async (district: District) => {
  const caseId = await district.atDepartment();
  return { caseId, mail: { caseId, seq: 3, position: 0 } };
};

/** Redrives every half an hour from one moment to another, and has the mailer take what is posted. */
const redriveUntil = async (district: District, from: string, until: string): Promise<void> => {
  for (let now = from; now <= until; now = minutesLater(now, 30)) {
    district.turnTo(now);
    await district.redrive();
    for (const mail of district.postedAgain.splice(0)) {
      if ("digest" in mail) await district.sendDigest(mail);
      else if ("together" in mail) await district.sendTogether(mail);
      else await district.sendMail(mail);
    }
  }
};

export const mailOutages = (it: ContractTest) =>
  describe("a mail outage", () => {
    it("of a whole night heals without anybody: mails wait, and leave once when the server is back", async ({
      district,
    }) => {
      const { mail } = await taskMailed(district);
      district.turnTo(evening);
      district.mailServer.refusal = down();
      expect(await district.sendMail(mail)).toBe("waits");
      await redriveUntil(district, evening, nextMorning);
      expect(district.letters).toEqual([]);
      expect(district.mailServer.triedInVain).toBeGreaterThan(8);
      expect(district.mailServer.triedInVain).toBeLessThan(25);

      district.mailServer.refusal = undefined;
      await redriveUntil(district, nextMorning, minutesLater(nextMorning, 65));
      expect(district.letters).toHaveLength(1);
      expect(await district.sendMail(mail)).toBe("sent before");
      await redriveUntil(district, minutesLater(nextMorning, 70), minutesLater(nextMorning, 300));
      expect(district.letters).toHaveLength(1);
    });

    it("sends nothing about a task that has moved on meanwhile", async ({ district }) => {
      const { caseId, mail } = await taskMailed(district);
      district.mailServer.refusal = down();
      expect(await district.sendMail(mail)).toBe("waits");
      await district.act(caseId, reportUpward);
      district.mailServer.refusal = undefined;
      await redriveUntil(district, evening, minutesLater(evening, 60));
      expect(district.letters).toEqual([]);
      expect(await district.sendMail(mail)).toBe("sent before");
    });

    it("is told at once by one count for each try, and noted for the day on which it was", async ({ district }) => {
      const { mail } = await taskMailed(district);
      district.mailServer.refusal = down();
      district.turnTo(evening);
      await district.sendMail(mail);
      expect(district.mailServer.triedInVain).toBe(1);
      await redriveUntil(district, evening, minutesLater(evening, 60));
      const [outage, ...more] = await district.outbox.outages("2026-03-01");
      expect(more).toEqual([]);
      expect(outage).toMatchObject({ waited: 1, from: evening });
      expect(outage && outage.until > evening).toBe(true);
    });

    it("is not what it is when one recipient's server asks for patience: that is told when it lasts", async ({
      district,
    }) => {
      const { mail } = await taskMailed(district);
      district.mailServer.refusal = busy();
      district.turnTo(evening);
      expect(await district.sendMail(mail)).toBe("waits");
      expect(district.mailServer.triedInVain).toBe(0);
      await redriveUntil(district, evening, minutesLater(evening, 180));
      expect(district.mailServer.triedInVain).toBeGreaterThan(0);
      expect(await district.outbox.outages("2026-03-01")).toEqual([]);
    });

    it("gives a mail up after a fortnight, loudly, and never tries it again", async ({ district }) => {
      const { mail } = await taskMailed(district);
      district.mailServer.refusal = down();
      await district.sendMail(mail);
      district.turnTo(minutesLater(evening, patienceDays * 24 * 60));
      await expect(district.sendMail(mail)).rejects.toThrow("is given up");
      expect(await district.sendMail(mail)).toBe("sent before");
      await district.redrive();
      expect(district.postedAgain).toEqual([]);
    });

    it("of a machine that dies before it can note that the mail waits loses nothing", async ({ district }) => {
      const { mail } = await taskMailed(district);
      district.mailServer.refusal = new Error("killed");
      await expect(district.sendMail(mail)).rejects.toThrow("killed");
      district.mailServer.refusal = undefined;
      district.turnTo("2026-03-02T02:08:00.000Z");
      expect(await district.sendMail(mail)).toBe("sent");
    });

    it("has a mail posted once more that was posted again and lost by the queue", async ({ district }) => {
      const { mail } = await taskMailed(district);
      district.mailServer.refusal = down();
      await district.sendMail(mail);
      district.turnTo(evening);
      expect(await district.redrive()).toEqual({ published: 1 + 3 });
      district.postedAgain.splice(0);
      district.turnTo(minutesLater(evening, 55));
      await district.redrive();
      expect(district.postedAgain).toEqual([]);
      district.turnTo(minutesLater(evening, 60));
      await district.redrive();
      expect(district.postedAgain).toEqual([mail]);
    });

    it("brings the stream the rows of mails that wait, which it passes by", async ({ district }) => {
      const { mail } = await taskMailed(district);
      district.mailServer.refusal = down();
      await district.sendMail(mail);
      const waiting = (await district.items()).cases.filter(
        ({ sk, outbox }) => outbox && !String(sk).startsWith("EVENT"),
      );
      expect(waiting).toHaveLength(1);
      expect(StreamedMail.parse(waiting[0])).toBeUndefined();
      expect(StreamedEvent.safeParse(waiting[0]).success).toBe(false);
    });

    it("lets a digest leave on its day, and the next one tell all of it when the day is over", async ({ district }) => {
      const { caseId } = await taskMailed(district);
      await district.act(caseId, acknowledge);
      district.turnTo("2026-03-17T00:36:00.000Z");
      const posted = (await district.morning())[0];
      if (posted === undefined || !("digest" in posted)) throw new Error("Nothing presses");
      district.mailServer.refusal = down();
      expect(await district.sendDigest(posted)).toBe("waits");
      district.mailServer.refusal = undefined;
      await redriveUntil(district, "2026-03-17T00:40:00.000Z", "2026-03-17T01:40:00.000Z");
      expect(district.letters).toHaveLength(1);

      district.turnTo("2026-03-18T00:36:00.000Z");
      district.mailServer.refusal = down();
      expect(await district.sendDigest({ ...posted, on: "2026-03-18" })).toBe("waits");
      district.mailServer.refusal = undefined;
      await redriveUntil(district, "2026-03-18T10:00:00.000Z", "2026-03-18T12:00:00.000Z");
      expect(district.letters).toHaveLength(1);
      expect((await district.digests.digest(posted.digest, "2026-03-18"))?.outboxAt).toBeUndefined();
    });

    it("ends without a burst: mails of a night come back over half an hour", () => {
      const lastTry = "2026-03-02T22:50:00.000Z";
      const moments = upTo(2000).map((n) =>
        waitAgain(`AH-2026-${n}.3.0`, lastTry, { waitingSince: evening, tries: 12 }),
      );
      const inFiveMinutes = new Map<string, number>();
      for (const { outboxAt } of moments) {
        const slot = outboxAt.slice(0, 15);
        inFiveMinutes.set(slot, (inFiveMinutes.get(slot) ?? 0) + 1);
      }
      expect(Math.max(...inFiveMinutes.values())).toBeLessThan(1000);
      expect(moments.every(({ outboxAt }) => outboxAt <= minutesLater(lastTry, 60))).toBe(true);
    });
  });
