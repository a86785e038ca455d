import { describe, expect } from "vitest";
import { type Generations, linkSecrets } from "#access/link-secrets.ts";
import { linkHash } from "#access/task-link.ts";
import type { Notice } from "#case/state/message.ts";
import { caseKey, noticeKey } from "#case/store/keys.ts";
import { sendDigest } from "../../functions/outbox/send-digest.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { secret } from "./machine.ts";
import { upTo } from "./moments.ts";
import { beforeRequests } from "./requests.ts";
import { reply } from "./samples.ts";

const sunday = "2026-03-15";
const tuesday = { digest: "housing-handler", on: "2026-03-10" };
const halfPast8 = "2026-03-10T00:30:00.000Z";
const laterThatMorning = "2026-03-10T00:50:00.000Z";

/** A case at the department half of whose time is gone: its handler is to be told in the morning. */
const halfGone = async (district: District): Promise<string> => {
  const caseId = await district.atDepartment();
  district.turnTo(halfPast8);
  await district.sweep();
  return caseId;
};

const waitingFor = ({ digests }: District, person: string) => digests.waiting(person, sunday);
const messageIds = ({ letters }: District) => letters.map(({ headers }) => headers["Message-ID"]);
const unexpected = (row: Error) => {
  throw row;
};
const killed = () => Promise.reject(new Error("killed"));

/** Notices about one case, the first of them the oldest. */
const manyNotices = async (district: District, caseId: string, count: number): Promise<void> => {
  const notice = (n: number): Notice => ({
    kind: "notice",
    to: tuesday.digest,
    clock: { kind: "step", n },
    percent: 50,
    stepNo: 1,
    assignment: 1,
    lastDay: "2026-03-17",
  });
  const rows = upTo(count).map((n) => {
    const due = n <= 500 ? "2026-03-06" : "2026-03-09";
    return { ...noticeKey(caseId, notice(n)), v: 1, notice: notice(n), person: tuesday.digest, due };
  });
  await district.put("cases", ...rows);
};

export const digests = (it: ContractTest) =>
  describe("a morning digest", () => {
    it("finds a case with its owner once it is due this week, and no longer when it is delivered", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const pressing = async (until: string) => [...(await district.digests.pressing(until))];
      expect(await pressing(sunday)).toEqual([]);
      expect(await district.digests.waiting("housing-handler", "2026-03-17")).toEqual({ cases: [caseId], notices: [] });

      await district.act(caseId, { command: "reassign", to: "housing-colleague", reason: "出差" });
      expect(await pressing("2026-03-17")).toEqual(["housing-colleague"]);

      await district.act(caseId, reply);
      expect((await district.digests.waiting("housing-colleague", "2026-03-09")).cases).toEqual([caseId]);
      await district.follow(caseId);
      expect(await pressing("2027-01-01")).toEqual([]);
    });

    it("finds a case under supervision from when it is late at the top until it is answered", async ({ district }) => {
      const caseId = await district.atLeader();
      expect(await district.digests.supervised()).toEqual([]);
      district.turnTo("2026-03-13T00:30:00.000Z");
      await district.sweep();
      expect(await district.digests.supervised()).toEqual([caseId]);
      expect(await district.morning()).toContainEqual({ digest: "bureau-handler", on: "2026-03-13", supervises: true });
      await district.act(caseId, reply);
      expect(await district.digests.supervised()).toEqual([]);
    });

    it("carries a notice that was stored with the decision, and nobody is told it again", async ({ district }) => {
      const caseId = await halfGone(district);
      expect((await waitingFor(district, "housing-handler")).notices).toHaveLength(1);
      expect(await district.morning()).toEqual([tuesday]);

      expect(await district.sendDigest(tuesday)).toBe("sent");
      expect(district.letters).toMatchObject([
        { to: "housing-handler@example.org", subject: "【回音】今日待办：时间过半 1 件" },
      ]);
      expect(await waitingFor(district, "housing-handler")).toEqual({ cases: [], notices: [] });
      expect(await district.digests.digest("housing-handler", "2026-03-10")).toMatchObject({
        notices: [{ caseId, notice: { percent: 50 } }],
        waiting: 0,
        done: { came: "sent", told: ["inRow"], at: halfPast8 },
      });

      district.turnTo("2026-03-11T00:30:00.000Z");
      expect(await district.morning()).toEqual([]);
    });

    it("brings all turns that came to somebody by night in one mail, each with a link that works, and no mail besides", async ({
      district,
    }) => {
      const ids = [await district.atCommunity(), await district.atCommunity(), await district.atCommunity()];
      district.turnTo("2026-03-09T16:00:00.000Z");
      await district.sweep();
      for (const id of ids) await district.arrive(id);
      district.turnTo(halfPast8);
      await district.redrive();
      for (const mail of district.posted.mails.splice(0)) await district.sendMail(mail);
      expect(district.letters.filter(({ to }) => to.startsWith("river"))).toEqual([]);

      for (const posted of [...(await district.morning()), ...(await district.morning())]) {
        if ("digest" in posted) await district.sendDigest(posted);
      }
      const [brought, ...more] = district.letters.filter(({ to }) => to === "river-handler@example.org");
      expect(more).toEqual([]);
      expect(brought?.subject).toContain("新到 3 件");
      const tokens = [...(brought?.text ?? "").matchAll(/\/task#([\w-]+)/g)].map(([, token]) => token ?? "");
      expect(tokens).toHaveLength(3);
      for (const token of tokens) {
        expect(await district.links.link(linkHash(token))).toMatchObject({ for: { staff: "river-handler" } });
      }
    });

    it("leads to the task by the link that its owner has, and by a new one when the secret was replaced twice", async ({
      district,
    }) => {
      const caseId = await halfGone(district);
      const links = () => district.items().then(({ cases }) => cases.filter(({ sk }) => sk === "LINK").length);
      const tokenIn = ({ text }: { text: string }) => /\/task#([\w-]+)/.exec(text)?.[1] ?? "";
      const linked = (token: string) => district.links.link(linkHash(token));

      const sendWith = (...generations: Generations) =>
        sendDigest({ ...district.digestPorts, secrets: linkSecrets(() => Promise.resolve(generations)) });

      await district.sendDigest(tuesday);
      const [first = ""] = district.letters.map(tokenIn);
      expect(await linked(first)).toMatchObject({ for: { staff: tuesday.digest } });
      expect(await links()).toBe(1);

      district.turnTo("2026-03-17T00:30:00.000Z");
      expect(await sendWith("second", secret)({ ...tuesday, on: "2026-03-17" })).toBe("sent");
      expect(district.letters.map(tokenIn)).toEqual([first, first]);
      const mailed = await district.mailed(caseId);
      expect(mailed.token).toBe(first);
      for (const { text } of district.letters) expect(text).toContain(mailed.code);
      expect(await links()).toBe(1);

      district.turnTo("2026-03-18T00:30:00.000Z");
      expect(await sendWith("third", "second")({ ...tuesday, on: "2026-03-18" })).toBe("sent");
      const [, , anew = ""] = district.letters.map(tokenIn);
      expect(anew).not.toBe(first);
      expect(await linked(anew)).toMatchObject({ for: { staff: tuesday.digest, stepNo: 1, assignment: 1 } });
      expect(await links()).toBe(2);
    });

    it("leaves once a day, however often the morning comes", async ({ district }) => {
      await halfGone(district);
      expect(await district.sendDigest(tuesday)).toBe("sent");
      await district.atDepartment();
      for (const _ of upTo(2)) expect(await district.sendDigest(tuesday)).toBe("sent before");
      expect(district.letters).toHaveLength(1);
    });

    it("leaves once when two machines begin on it at the same moment", async ({ district }) => {
      await halfGone(district);
      const others = upTo(3).map(() => district.machine());
      const ends = await Promise.allSettled([district, ...others].map((machine) => machine.sendDigest(tuesday)));
      expect(ends.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0);
      district.turnTo(laterThatMorning);
      expect(await district.sendDigest(tuesday)).toBe("sent before");
      expect([district, ...others].flatMap(({ letters }) => letters)).toHaveLength(1);
    });

    it("is sent by a retry when the machine died before it was sent, with the notices that it had taken", async ({
      district,
    }) => {
      const caseId = await halfGone(district);
      const dying = sendDigest({ ...district.digestPorts, mail: { send: killed } });
      await expect(dying(tuesday)).rejects.toThrow("killed");
      expect((await waitingFor(district, "housing-handler")).notices).toEqual([]);

      await expect(district.sendDigest(tuesday)).rejects.toThrow("Another sender is at this digest");
      district.turnTo(laterThatMorning);
      expect(await district.sendDigest(tuesday)).toBe("sent");
      expect(district.letters[0]?.text).toContain("时间已过 50%");
      expect(await district.digests.digest("housing-handler", "2026-03-10")).toMatchObject({
        notices: [{ caseId }],
        done: { came: "sent" },
      });
    });

    it("is sent again under the same Message-ID when the machine died before the mark", async ({ district }) => {
      await halfGone(district);
      const { digestPorts } = district;
      const dying = sendDigest({ ...digestPorts, digests: { ...district.digests, markDone: killed } });
      await expect(dying(tuesday)).rejects.toThrow("killed");
      district.turnTo(laterThatMorning);
      expect(await district.sendDigest(tuesday)).toBe("sent");
      expect(messageIds(district)).toEqual(upTo(2).map(() => "<digest.housing-handler.2026-03-10@district.example>"));
      expect(new Set(district.letters.map(({ text }) => text)).size).toBe(1);
      expect(await district.sendDigest(tuesday)).toBe("sent before");
    });

    it("that never left is not sent at night or on another day: the next one carries its notices", async ({
      district,
    }) => {
      const caseId = await halfGone(district);
      const dying = sendDigest({ ...district.digestPorts, mail: { send: killed } });
      await expect(dying(tuesday)).rejects.toThrow("killed");
      district.turnTo("2026-03-10T09:30:00.000Z");
      expect(await district.sendDigest(tuesday)).toBe("overtaken");
      district.turnTo("2026-03-11T00:35:00.000Z");
      expect(await district.sendDigest(tuesday)).toBe("overtaken");
      expect(await district.sendDigest({ ...tuesday, digest: "housing-colleague" })).toBe("overtaken");

      const wednesday = { ...tuesday, on: "2026-03-11" };
      expect(await district.morning()).toEqual([wednesday]);
      expect(await district.sendDigest(wednesday)).toBe("sent");
      expect(district.letters).toMatchObject([{ subject: "【回音】今日待办：时间过半 1 件" }]);
      expect(await district.digests.digest(tuesday.digest, wednesday.on)).toMatchObject({ notices: [{ caseId }] });
      expect(await district.digests.digest(tuesday.digest, tuesday.on)).toMatchObject({
        done: { came: "carriedOver", to: wednesday.on },
      });
      expect(await district.sendDigest(tuesday)).toBe("sent before");
      expect(district.letters).toHaveLength(1);
    });

    it("carries over from one day after another on which the mail server was down, each notice once", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      await manyNotices(district, caseId, 103);
      const dying = sendDigest({ ...district.digestPorts, mail: { send: killed } });
      for (const on of ["2026-03-10", "2026-03-11"]) {
        district.turnTo(`${on}T00:35:00.000Z`);
        await expect(dying({ ...tuesday, on })).rejects.toThrow("killed");
      }
      const last = await district.digests.digest(tuesday.digest, "2026-03-11");
      expect(last?.notices).toHaveLength(103);
      expect(last?.waiting).toBe(0);
      district.turnTo("2026-03-12T00:35:00.000Z");
      expect(await district.sendDigest({ ...tuesday, on: "2026-03-12" })).toBe("sent");
      expect((await district.digests.digest(tuesday.digest, "2026-03-12"))?.notices).toHaveLength(103);
      expect(await waitingFor(district, tuesday.digest)).toEqual({ cases: [], notices: [] });
    });

    it("hides nothing behind a case or a notice that cannot be read: that is reported, and the rest is told", async ({
      district,
    }) => {
      const broken = await district.atLeader();
      const caseId = await halfGone(district);
      district.turnTo("2026-03-13T00:30:00.000Z");
      await district.sweep();
      const spoil = (key: { pk: string; sk: string }, field: string) =>
        district.change("cases", key, (row) => ({ ...row, [field]: "nonsense" }));
      await spoil(caseKey(broken), "case");
      const { notices } = await waitingFor(district, tuesday.digest);
      for (const key of notices)
        if (key.pk.endsWith(caseId) && key.sk.startsWith("NOTICE#step#1#50#")) await spoil(key, "notice");

      const friday = "2026-03-13";
      expect(await district.morning()).toContainEqual({ digest: tuesday.digest, on: friday });
      expect(district.unreadable).toEqual([expect.stringContaining(`CASE#${broken} / CASE`)]);
      district.turnTo("2026-03-17T00:35:00.000Z");
      expect(await district.sendDigest({ ...tuesday, on: "2026-03-17" })).toBe("sent");
      expect(district.letters[0]?.subject).toContain("今天到期 1 件");
      expect(district.unreadable.at(-1)).toContain(`NOTICE#${caseId} / NOTICE#step#1#50`);
      // It stays where it is, and is reported again each morning until it is mended.
      expect((await waitingFor(district, tuesday.digest)).notices).toHaveLength(1);
    });

    it("carries more notices than one transaction holds, and loses none when its machine dies between two", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      await manyNotices(district, caseId, 250);
      district.turnTo(halfPast8);
      const dying = district.machine();
      let takes = 0;
      beforeRequests(dying.db, ({ does }) => {
        takes += does === "write" ? 1 : 0;
        if (takes === 2) throw new Error("killed");
      });
      await expect(dying.sendDigest(tuesday)).rejects.toThrow("killed");
      expect(await district.digests.digest(tuesday.digest, tuesday.on)).toMatchObject({ waiting: 152 });
      expect((await waitingFor(district, tuesday.digest)).notices).toHaveLength(152);

      district.turnTo(laterThatMorning);
      expect(await district.sendDigest(tuesday)).toBe("sent");
      expect(district.letters[0]?.text).toContain("另有 152 条提醒");
      district.turnTo("2026-03-11T00:30:00.000Z");
      expect(await district.sendDigest({ ...tuesday, on: "2026-03-11" })).toBe("sent");
      expect((await district.digests.digest(tuesday.digest, "2026-03-11"))?.notices).toHaveLength(152);
      expect(await waitingFor(district, tuesday.digest)).toEqual({ cases: [], notices: [] });
    });

    it("carries the oldest notices that one digest holds, and says how many wait for the next", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      await manyNotices(district, caseId, 505);
      district.turnTo(halfPast8);
      await district.sendDigest(tuesday);
      const { notices, waiting } = (await district.digests.digest(tuesday.digest, tuesday.on)) ?? {};
      expect(notices?.map(({ notice }) => notice.clock.n).toSorted((a, b) => a - b)).toEqual(upTo(500));
      expect(waiting).toBe(5);
      expect(district.letters[0]?.text).toContain("另有 5 条提醒");

      district.turnTo("2026-03-11T00:30:00.000Z");
      await district.sendDigest({ ...tuesday, on: "2026-03-11" });
      expect(await waitingFor(district, tuesday.digest)).toEqual({ cases: [], notices: [] });
    });

    it("takes no notice that another digest has taken, though the index still shows it", async ({ district }) => {
      await halfGone(district);
      const { notices: keys } = await waitingFor(district, "housing-handler");
      const take = (on: string) => district.digests.take("housing-handler", on, keys, halfPast8, unexpected);
      expect((await take("2026-03-10")).notices).toHaveLength(1);
      await district.digests.markDone("housing-handler", "2026-03-10", {
        came: "sent",
        at: halfPast8,
        told: ["inRow"],
      });
      await expect(take("2026-03-10")).rejects.toThrow();
      expect((await take("2026-03-11")).notices).toEqual([]);
    });

    it("of which only ended cases are the matter is not sent, and keeps what it left unsaid", async ({ district }) => {
      const caseId = await halfGone(district);
      await district.act(caseId, reply);
      await district.follow(caseId);
      district.turnTo("2026-04-14T00:30:00.000Z");
      await district.sweep();
      expect((await district.load(caseId)).status).toBe("closed");
      const posted = { digest: "housing-handler", on: "2026-04-14" };
      expect(await district.morning()).toEqual([posted]);
      expect(await district.sendDigest(posted)).toBe("nothingToTell");
      expect(district.letters).toEqual([]);
      expect(await district.digests.digest("housing-handler", "2026-04-14")).toMatchObject({
        done: { came: "nothingToTell", told: ["caseEnded"] },
      });
    });
  });
