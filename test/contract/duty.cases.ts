import { describe, expect } from "vitest";
import type { Posted } from "#case/outbox/posted.ts";
import { minutesLater } from "#clock/period.ts";
import { AddressRefused } from "#mail/mail.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { personal, reportUpward, samplePetition } from "./samples.ts";

const night = "2026-03-06T19:00:00.000Z";

/** A danger that is registered on a Friday night, with the mail to the duty officer. */
const danger = async (district: District) => {
  district.turnTo(night);
  const { petition } = await district.file(samplePetition("hazard"));
  const caseId = petition.id;
  await district.arrive(caseId);
  const { events } = await district.cases.history(caseId);
  const [duty] = events.flatMap(({ seq, messages }): Posted[] =>
    messages.flatMap(({ kind }, position) => (kind === "dutyMail" ? [{ caseId, seq, position }] : [])),
  );
  if (duty === undefined) throw new Error("Nobody on duty is told");
  return { caseId, duty };
};

export const dutyMails = (it: ContractTest) =>
  describe("the mail that tells the duty officer of a danger", () => {
    it("leaves once, by night, with no word of who wrote or what", async ({ district }) => {
      const { duty } = await danger(district);
      expect(await district.sendMail(duty)).toBe("sent");
      expect(await district.sendMail(duty)).toBe("sent before");
      expect(district.letters.map(({ to }) => to)).toEqual(["bureau-handler@example.org"]);
      const [letter] = district.letters;
      expect(letter?.subject).toMatch(/^【紧急】.*签收/);
      expect(letter?.text).toContain("peach handler");
      for (const secret of [personal.name, personal.story])
        expect(`${letter?.subject}${letter?.text}${letter?.html}`).not.toContain(secret);
    });

    it("goes to the next one when the first one's address is refused, without anybody's turn passing on", async ({
      district,
    }) => {
      const { duty } = await danger(district);
      district.mailServer.refusal = new AddressRefused("The email server did not take the email: EENVELOPE 550");
      expect(await district.sendMail(duty)).toBe("waits");
      expect(district.unreached).toEqual([]);
      district.mailServer.refusal = undefined;
      district.turnTo(minutesLater(night, 10));
      expect(await district.sendMail(duty)).toBe("sent");
      expect(district.letters.map(({ to }) => to)).toEqual(["bureau-head@example.org"]);
    });

    it("tells who has the case by then, when it leaves late", async ({ district }) => {
      const { caseId, duty } = await danger(district);
      await district.act(caseId, reportUpward);
      await district.arrive(caseId);
      expect(await district.sendMail(duty)).toBe("sent");
      expect(district.letters.at(-1)?.text).toContain("river handler");
    });
  });
