import { describe, expect } from "vitest";
import { linkHash } from "#access/task-link.ts";
import { carryOut, noLinks } from "#case/acts/carry-out.ts";
import { upkeepJudges } from "#case/acts/judges.ts";
import type { PostedTogether } from "#case/outbox/posted.ts";
import { mailKey } from "#case/store/keys.ts";
import { StreamedEvent } from "#case/store/versions.ts";
import { minutesLater } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import { MailNotNow } from "#mail/mail.ts";
import { readMailTag } from "#mail/mail-tag.ts";
import { sendTogether } from "../../functions/outbox/send-together.ts";
import { directory } from "../unit/case/district.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { putInForce } from "./hand-over.cases.ts";
import { forEachOf, upTo } from "./moments.ts";

const imported = "2026-03-03T02:00:00.000Z";
const inAMinute = minutesLater(imported, 1);
const down = () => new MailNotNow("The email server did not take the email: ECONNECTION", { isOutage: true });

/** The handler of housing has left, and the head does their work. */
const withoutHandler: Directory = {
  ...directory,
  version: "test-2",
  staff: directory.staff.filter(({ id }) => id !== "housing-handler"),
  duties: directory.duties.map((duty) => (duty.unit === "housing" ? { ...duty, staff: "housing-head" } : duty)),
};

/** Their head has left, too. */
const withoutHead: Directory = {
  ...withoutHandler,
  version: "test-3",
  staff: withoutHandler.staff.filter(({ id }) => id !== "housing-head"),
  units: directory.units.map((unit) => (unit.id === "housing" ? { ...unit, head: "housing-colleague" } : unit)),
  duties: directory.duties.map((duty) => (duty.unit === "housing" ? { ...duty, staff: "housing-colleague" } : duty)),
};

/** The mail about a turn that is the newest thing that happened to a case. */
const newest = async (district: District, caseId: string) => {
  return { caseId, seq: (await district.load(caseId)).version, position: 0 };
};

/** One case is handed over as an import does it, at its own moment. */
const handOne = async ({ machine }: District, caseId: string, next = withoutHandler): Promise<void> => {
  const { cases, world } = machine({ directory: next });
  await carryOut({ cases, world, linkHash: noLinks }, upkeepJudges)(caseId, { type: "handOver" });
};

/** Cases that an import has handed to one person, whose mails have not left yet. */
const handedOver = async (district: District, count: number): Promise<string[]> => {
  await district.directories.importVersion(directory);
  const ids = await forEachOf(upTo(count), () => district.atDepartment());
  district.turnTo(minutesLater(imported, -60));
  await district.redrive();
  district.posted.mails.splice(0);
  district.turnTo(imported);
  await putInForce(district, withoutHandler);
  return ids;
};

/** What the redrive posts at a moment. */
const redrivenAt = async (district: District, moment: string) => {
  district.turnTo(moment);
  await district.redrive();
  return [...district.posted.mails.splice(0), ...district.postedAgain.splice(0)];
};

/** The one mail that is posted at a moment, about several. */
const oneMailAt = async (district: District, moment: string): Promise<PostedTogether> => {
  const [posted, ...more] = await redrivenAt(district, moment);
  expect(more).toEqual([]);
  if (posted === undefined || !("together" in posted)) throw new Error(`Not together: ${JSON.stringify(posted)}`);
  return posted;
};

const tokensIn = (text = ""): string[] => [...text.matchAll(/\/task#([\w-]+)/g)].map(([, token]) => token ?? "");

/** What the record of a case says of its mail. */
const doneOf = async (district: District, caseId: string) => {
  const { seq } = await newest(district, caseId);
  const { pk, sk } = mailKey(caseId, seq, 0);
  return (await district.items()).cases.find((row) => row.pk === pk && row.sk === sk)?.done;
};

export const cameTogether = (it: ContractTest) =>
  describe("what comes to one person together by day", () => {
    it("is one mail with a link to each that works, once, and the record of each says that it was mailed", async ({
      district,
    }) => {
      const ids = await handedOver(district, 20);
      for (const row of (await district.items()).cases) {
        if (row.outbox !== undefined) await district.publish(StreamedEvent.parse(row));
      }
      expect(district.posted.mails).toEqual([]);
      expect(await redrivenAt(district, imported)).toEqual([]);

      const posted = await oneMailAt(district, inAMinute);
      expect(posted.together.map(({ caseId }) => caseId).toSorted()).toEqual(ids.toSorted());
      expect(await district.sendTogether(posted)).toEqual({ told: 20, mails: 1, untold: 0, waits: 0 });
      const [letter, ...more] = district.letters;
      expect(more).toEqual([]);
      expect(letter?.to).toBe("housing-head@example.org");
      expect(letter?.subject).toContain("20 件");
      const tokens = tokensIn(letter?.text);
      expect(new Set(tokens).size).toBe(20);
      for (const token of tokens) {
        expect(await district.links.link(linkHash(token))).toMatchObject({ for: { staff: "housing-head" } });
      }
      for (const id of ids) expect(await doneOf(district, id)).toBe("sent");

      expect(await district.sendTogether(posted)).toEqual({ told: 0, mails: 0, untold: 0, waits: 0 });
      expect(await redrivenAt(district, minutesLater(inAMinute, 60))).toEqual([]);
    });

    it("is one mail though the redrive comes by while it comes, and nothing waits for what comes later", async ({
      district,
    }) => {
      await district.directories.importVersion(directory);
      const [early = "", ...late] = await forEachOf(upTo(4), () => district.atDepartment());
      district.turnTo(minutesLater(imported, -60));
      await district.redrive();
      district.posted.mails.splice(0);
      district.turnTo(imported);
      await handOne(district, early);
      expect(await redrivenAt(district, minutesLater(imported, 0.5))).toEqual([]);
      for (const id of late) await handOne(district, id);
      const posted = await oneMailAt(district, inAMinute);
      expect(posted.together).toHaveLength(4);
    });

    it("stays one mail when the server is away, and leaves once when it is back", async ({ district }) => {
      await handedOver(district, 5);
      const posted = await oneMailAt(district, inAMinute);
      district.mailServer.refusal = down();
      expect(await district.sendTogether(posted)).toMatchObject({ told: 0, waits: 5 });
      let now = inAMinute;
      for (let tries = 0; tries < 6; tries += 1) {
        now = minutesLater(now, 30);
        for (const again of await redrivenAt(district, now)) {
          if ("together" in again) expect(await district.sendTogether(again)).toMatchObject({ waits: 5 });
        }
      }
      expect(district.letters).toEqual([]);
      expect(district.mailServer.triedInVain).toBeGreaterThan(2);

      district.mailServer.refusal = undefined;
      const back = await oneMailAt(district, minutesLater(now, 60));
      expect(await district.sendTogether(back)).toEqual({ told: 5, mails: 1, untold: 0, waits: 0 });
      expect(district.letters).toHaveLength(1);
      expect(await redrivenAt(district, minutesLater(now, 300))).toEqual([]);
    });

    it("is sent again under its own name when the machine died after it had left, and by one of two senders", async ({
      district,
    }) => {
      await handedOver(district, 3);
      const posted = await oneMailAt(district, inAMinute);
      const markTogether = () => Promise.reject(new Error("killed"));
      const dying = sendTogether({ ...district.digestPorts, outbox: { ...district.outbox, markTogether } });
      await expect(dying(posted)).rejects.toThrow("killed");
      await expect(district.sendTogether(posted)).rejects.toThrow("Another sender");
      district.turnTo(minutesLater(inAMinute, 8));
      expect(await district.sendTogether(posted)).toMatchObject({ told: 3, mails: 1 });
      const names = district.letters.map(({ headers }) => headers["Message-ID"]);
      expect(names).toHaveLength(2);
      expect(new Set(names).size).toBe(1);
      expect(await dying(posted)).toMatchObject({ told: 0, mails: 0 });
    });

    it("leaves out what is over by then, and tells all the rest", async ({ district }) => {
      const [first = "", ...others] = await handedOver(district, 4);
      const posted = await oneMailAt(district, inAMinute);
      await handOne(district, first, withoutHead);
      expect(await district.sendTogether(posted)).toEqual({ told: 3, mails: 1, untold: 1, waits: 0 });
      expect(tokensIn(district.letters[0]?.text)).toHaveLength(others.length);
    });

    it("is the mail that it always was when it is one alone", async ({ district }) => {
      const [only = ""] = await handedOver(district, 1);
      expect(await redrivenAt(district, inAMinute)).toEqual([await newest(district, only)]);
    });

    it("that is told to an address which bounces later passes on, all of it", async ({ district }) => {
      const ids = await handedOver(district, 3);
      await district.sendTogether(await oneMailAt(district, inAMinute));
      const bounced = readMailTag(district.letters[0]?.tag ?? "");
      if (bounced === undefined) throw new Error("The mail has no name");
      await district.takeBounce(bounced);
      expect(district.unreached.map(({ caseId }) => caseId).toSorted()).toEqual(ids.toSorted());
    });
  });
