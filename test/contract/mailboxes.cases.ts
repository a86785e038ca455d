import { describe, expect } from "vitest";
import { mailboxLinkUntil, mailboxToken } from "#access/mailbox-link.ts";
import { minutesLater } from "#clock/period.ts";
import { AddressRefused, MailNotNow } from "#mail/mail.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { secret } from "./machine.ts";
import { upTo } from "./moments.ts";
import { personal, reply } from "./samples.ts";

/** The mails to the petitioner that the events of a case have called for, one by one, and what became of each. */
const sendNews = async (district: District, caseId: string): Promise<string[]> => {
  const { events } = await district.cases.history(caseId);
  const came: string[] = [];
  for (const { seq, messages } of events) {
    for (const [position, { kind }] of messages.entries()) {
      if (kind === "newsMail") came.push(await district.sendMail({ caseId, seq, position }));
    }
  }
  return came;
};

/** A case that is registered and answered, its mails in the outbox. */
const answered = async (district: District): Promise<string> => {
  const caseId = await district.filed("wages");
  await district.arrive(caseId);
  await district.act(caseId, reply);
  return caseId;
};

const linkIn = (text = ""): string => /mailbox\?link=([\w-]{43})/.exec(text)?.[1] ?? "";
const askedBy = ({ letters }: District): string => linkIn(letters.at(-1)?.text);
const askAgain = (district: District, caseId: string) =>
  district.petitioner.askMailboxAgain(district.keyTo(caseId), "203.0.113.7");

/** A case whose petitioner's mailbox was asked, and the token of the link that asks. */
const asked = async (district: District): Promise<{ caseId: string; token: string }> => {
  const caseId = await district.filed("wages");
  await sendNews(district, caseId);
  return { caseId, token: askedBy(district) };
};

export const mailboxes = (it: ContractTest) =>
  describe("the address that a petitioner left", () => {
    it("gets one mail, which asks whose it is, and none after it until somebody says that it is theirs", async ({
      district,
    }) => {
      const caseId = await answered(district);
      expect(await sendNews(district, caseId)).toEqual(["sent", "not confirmed"]);
      expect(district.letters).toHaveLength(1);
      expect(askedBy(district)).not.toBe("");
      expect(await district.followed(caseId)).toMatchObject({ mailbox: { is: "asked", address: personal.email } });
    });

    it("gets every mail once it is confirmed, and none of them asks again", async ({ district }) => {
      const { caseId, token } = await asked(district);
      expect(await district.answerForMailbox(token, "confirmed")).toBe("confirmed");
      await district.arrive(caseId);
      await district.act(caseId, reply);
      expect(await sendNews(district, caseId)).toEqual(["sent before", "sent"]);
      expect(askedBy(district)).toBe("");
      expect(await district.followed(caseId)).toMatchObject({ mailbox: { is: "confirmed" } });
    });

    it("gets none of the case any more once its reader says that it is not theirs, nor when it is asked for", async ({
      district,
    }) => {
      const { caseId, token } = await asked(district);
      expect(await district.answerForMailbox(token, "disowned")).toBe("disowned");
      expect(await askAgain(district, caseId)).toMatchObject({ asked: "nothing to ask" });
      expect(await district.followed(caseId)).toMatchObject({ mailbox: { is: "disowned" } });
      await district.arrive(caseId);
      await district.act(caseId, reply);
      expect(await sendNews(district, caseId)).toEqual(["sent before", "disowned"]);
      expect(district.letters).toHaveLength(1);
      expect(await district.answerForMailbox(token, "confirmed")).toBe("confirmed");
    });

    it("is told apart by case: one that is confirmed for a case is asked anew for the next", async ({ district }) => {
      const { token } = await asked(district);
      await district.answerForMailbox(token, "confirmed");
      const next = await answered(district);
      expect(await sendNews(district, next)).toEqual(["sent", "not confirmed"]);
    });

    it("gets one first mail of several that are sent at the same moment, whichever it is", async ({ district }) => {
      const caseId = await answered(district);
      const { events } = await district.cases.history(caseId);
      const mails = events.flatMap(({ seq, messages }) =>
        messages.flatMap(({ kind }, position) => (kind === "newsMail" ? [{ caseId, seq, position }] : [])),
      );
      const machines = mails.map((mail) => ({ mail, ...district.machine() }));
      expect(machines).toHaveLength(2);
      await Promise.allSettled(machines.map(({ mail, sendMail }) => sendMail(mail)));
      expect(machines.flatMap(({ letters }) => letters)).toHaveLength(1);
    });

    it("is asked by the next mail when the first could not leave and is over by then", async ({ district }) => {
      const caseId = await district.filed("land");
      district.mailServer.refusal = new MailNotNow("The server is away", { isOutage: true });
      expect(await sendNews(district, caseId)).toEqual(["waits"]);
      await district.arrive(caseId);
      await district.act(caseId, {
        command: "notAccept",
        ground: "court",
        where: undefined,
        explanation: "法院已经立案",
      });
      district.mailServer.refusal = undefined;
      expect(await sendNews(district, caseId)).toEqual(["overtaken", "sent"]);
      expect(askedBy(district)).not.toBe("");
    });

    it("is asked by another when the sender of the first has died, and by the same one at once", async ({
      district,
    }) => {
      const caseId = await answered(district);
      const { now } = await district.world();
      const begins = (mail: string, minutes: number) =>
        district.mailboxes.begin({ caseId, address: 1 }, mail, {
          at: minutesLater(now, minutes),
          dead: minutesLater(now, minutes - 7),
        });
      expect(await begins("one", 0)).toBe(true);
      expect(await begins("another", 1)).toBe(false);
      expect(await begins("one", 1)).toBe(true);
      expect(await begins("another", 9)).toBe(true);
    });

    it("that takes no mail gets none, whoever has confirmed it", async ({ district }) => {
      const { caseId, token } = await asked(district);
      await district.answerForMailbox(token, "confirmed");
      await district.arrive(caseId);
      await district.act(caseId, reply);
      district.mailServer.refusal = new AddressRefused("550");
      expect(await sendNews(district, caseId)).toEqual(["sent before", "address refused"]);
      expect(await district.answerForMailbox(token, "confirmed")).toBe("refused");
      expect(await district.followed(caseId)).toMatchObject({ mailbox: { is: "refused" } });
    });

    it("is asked again for the petitioner, with growing waits, and by no number of requests at once more often", async ({
      district,
    }) => {
      const { caseId, token } = await asked(district);
      const machines = upTo(10).map(() => district.machine());
      const came = await Promise.all(
        machines.map(({ petitioner }) => petitioner.askMailboxAgain(district.keyTo(caseId), "203.0.113.7")),
      );
      expect(came.filter((one) => "asked" in one && one.asked === "again")).toHaveLength(1);
      expect(await sendNews(district, caseId)).toEqual(["sent before", "sent"]);
      expect(askedBy(district)).toBe(token);
      const { now } = await district.world();
      // So many right keys at one moment may leave a wait of a minute for the next key: that is not the one asked after here.
      district.turnTo(minutesLater(now, 1));
      expect(await askAgain(district, caseId)).toMatchObject({ asked: "wait", until: minutesLater(now, 10) });
      district.turnTo(minutesLater(now, 10));
      expect(await askAgain(district, caseId)).toMatchObject({ asked: "again" });
      expect(await askAgain(district, caseId)).toMatchObject({ asked: "wait", until: minutesLater(now, 70) });
    });

    it("is not asked again by whoever has no key, nor once the case has ended", async ({ district }) => {
      const { caseId } = await asked(district);
      const { code } = district.keyTo(caseId);
      expect(await district.petitioner.askMailboxAgain({ code, phoneTail: "0000" }, "203.0.113.7")).toEqual({
        barred: "wrong",
      });
      const key = district.keyTo(caseId);
      const { told: saw } = await district.load(caseId);
      const decision = { command: { command: "withdraw", understood: "yes" }, saw } as const;
      await district.petitioner.act(key, "203.0.113.7", decision, personal.phone);
      district.turnTo("2026-03-06T02:00:00.000Z");
      await district.sweep();
      expect(await askAgain(district, caseId)).toMatchObject({ asked: "nothing to ask" });
      expect(district.letters).toHaveLength(1);
    });

    it("is answered for by the link in its mail alone, for thirty days, and as long as its secret is valid", async ({
      district,
    }) => {
      const { caseId, token } = await asked(district);
      expect(await district.answerForMailbox(mailboxToken("another secret", { caseId, address: 1 }), "confirmed")).toBe(
        "unknown",
      );
      expect(await district.answerForMailbox("not a token", "confirmed")).toBe("unknown");
      const once = district.machine({ secrets: ["a newer secret", secret] });
      expect(await once.answerForMailbox(token, "disowned")).toBe("disowned");
      const twice = district.machine({ secrets: ["the newest secret", "a newer secret"] });
      expect(await twice.answerForMailbox(token, "confirmed")).toBe("unknown");
      const { now } = await district.world();
      district.turnTo(minutesLater(now, 30 * 24 * 60 - 1));
      expect(await district.answerForMailbox(token, "confirmed")).toBe("confirmed");
      district.turnTo(minutesLater(now, 30 * 24 * 60));
      expect(await district.answerForMailbox(token, "disowned")).toBe("expired");
      expect(await district.followed(caseId)).toMatchObject({ mailbox: { is: "confirmed" } });
    });

    it("stands nowhere in the clear, nor does the link, and no row joins the cases of one address", async ({
      district,
    }) => {
      const first = await asked(district);
      const second = await asked(district);
      const { cases } = await district.items();
      const stored = JSON.stringify(cases);
      for (const kept of [personal.email, first.token, second.token]) expect(stored).not.toContain(kept);
      const valuesOf = ({ caseId }: { caseId: string }) =>
        cases
          .filter((row) => String(row.pk).startsWith("MAILBOX") && JSON.stringify(row).includes(caseId))
          .flatMap((row) => Object.values(row));
      const { now } = await district.world();
      const common = [1, "MAILBOX", "LINK", "asked", now, mailboxLinkUntil(now)];
      const theirs = valuesOf(second);
      expect(theirs.length).toBeGreaterThan(common.length);
      expect(valuesOf(first).filter((value) => theirs.includes(value) && !common.some((one) => one === value))).toEqual(
        [],
      );
    });
  });
