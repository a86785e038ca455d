import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { StreamedEvent } from "#case/store/versions.ts";
import { MailNotNow } from "#mail/mail.ts";
import { type Database, MovedOn } from "#record/database.ts";
import { memoryBackend } from "../contract/backend.ts";
import { newDistrict } from "../contract/district.ts";
import { upTo } from "../contract/moments.ts";
import { acknowledge, heard, reply, samplePetition } from "../contract/samples.ts";
import { expectSound } from "../contract/soundness.ts";
import { newStage } from "./stage.ts";

describe("the records of one transaction arrive between those of others (fault 12)", () => {
  test("in any order, all of them twice: each message leaves, and nothing stays in the outbox", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), async (order) => {
        const stage = newStage();
        for (const category of ["wages", "estate", "land"] as const) await stage.filed(category);
        const rows = (await stage.items()).cases.flatMap((row) => StreamedEvent.safeParse(row).data ?? []);
        expect(rows.length).toBeGreaterThan(4);
        const shuffled = [...rows, ...rows]
          .map((row, at) => ({ row, at: order[at % order.length] ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row);
        for (const row of shuffled) await stage.whole.publish(row);
        const { signals, mails } = stage.whole.posted;
        expect(new Set(signals.map(({ caseId }) => caseId)).size).toBe(3);
        expect(new Set(mails.map(({ caseId }) => caseId)).size).toBe(3);
        const left = (await stage.items()).cases.filter(({ outbox }) => outbox !== undefined);
        expect(left).toEqual([]);
        stage.close();
      }),
      { numRuns: 20 },
    );
  });
});

/** Tables on which transactions meet others: each write is refused a few times before it is made. */
const stormy = (database: Database, refusals: number): Database => {
  const met = new Map<string, number>();
  return {
    ...database,
    write: (writes) => {
      const name = JSON.stringify(writes.map(({ table, key }) => [table, key.sk]));
      const before = met.get(name) ?? 0;
      met.set(name, before + 1);
      return before < refusals
        ? Promise.reject(new MovedOn("another transaction is under way"))
        : database.write(writes);
    },
  };
};

describe("transactions conflict, many at a time (fault 15)", () => {
  test("filing, opening, acting and ringing come through a storm, each once", async () => {
    const district = newDistrict(memoryBackend());
    const { database, disconnect } = district.connect();
    const machine = district.machine({ connected: { database: stormy(database, 3), disconnect } });
    const { petition } = await machine.file(samplePetition("estate"));
    const { id, epoch } = petition;
    await machine.openStep({ caseId: id, epoch, station: "community", token: "t" });
    const acted = await machine.task.act(await district.shown(id), acknowledge);
    expect(acted.kind).toBe("done");
    district.turnTo("2026-03-10T16:00:00.000Z");
    expect(await machine.sweep()).toMatchObject({ failed: 0 });
    const { events } = await machine.cases.history(id);
    expect(events.map(({ fact }) => fact.type).filter((type) => type !== "reminded")).toEqual([
      ...["registered", "accepted", "stepOpened", "acknowledged", "stepOverdue"],
    ]);
    await expectSound(machine, id);
    district.close();
  });
});

describe("a transaction's idempotency token has expired (fault 16)", () => {
  test("what was stored and is sent once more, however late, is refused by the case's version and stores nothing", async () => {
    const district = newDistrict(memoryBackend());
    const { database, disconnect } = district.connect();
    const sent: Parameters<Database["write"]>[0][] = [];
    const noting = {
      ...database,
      write: (writes: Parameters<Database["write"]>[0]) => {
        sent.push(writes);
        return database.write(writes);
      },
    };
    const machine = district.machine({ connected: { database: noting, disconnect } });
    const { petition } = await machine.file(samplePetition("wages"));
    await machine.openStep({ caseId: petition.id, epoch: 1, station: "department", token: "t" });
    for (const act of [heard, reply]) await machine.task.act(await district.shown(petition.id), act);
    const decisions = sent.filter((writes) => writes.length > 1);
    expect(decisions).toHaveLength(4);
    const before = await district.items();
    district.turnTo("2026-03-02T02:11:00.000Z");
    for (const writes of decisions) await expect(database.write(writes)).rejects.toThrow();
    expect(await district.items()).toEqual(before);
    district.close();
  });
});

describe("the mail service throttles (fault 22)", () => {
  test("of forty mails that it takes four at a time none is lost, none leaves twice and none needs a person", async () => {
    const stage = newStage();
    for (const _ of upTo(40)) await stage.filed("wages");
    await stage.stream(stage.whole);
    const due = stage.whole.posted.mails.splice(0);
    expect(due).toHaveLength(40);
    stage.whole.posted.signals.splice(0);
    const throttled = new MailNotNow("SES did not take the email: TooManyRequestsException", { isOutage: false });
    const sendSome = async (mails: typeof due): Promise<void> => {
      for (const [at, mail] of mails.entries()) {
        stage.whole.mailServer.refusal = at < 4 ? undefined : throttled;
        expect(await stage.whole.sendMail(mail)).toBe(at < 4 ? "sent" : "waits");
      }
    };
    await sendSome(due);
    for (let minutes = 5; minutes < 1200; minutes += 5) {
      stage.turnTo(new Date(Date.parse("2026-03-02T02:00:00.000Z") + minutes * 60_000).toISOString());
      await stage.whole.redrive();
      stage.whole.posted.signals.splice(0);
      await sendSome(stage.whole.postedAgain.splice(0).flatMap((mail) => ("caseId" in mail ? [mail] : [])));
    }
    const ids = stage.whole.letters.map(({ headers }) => headers["Message-ID"]);
    expect(ids).toHaveLength(40);
    expect(new Set(ids).size).toBe(40);
  });
});

describe("the clocks of two machines are five minutes apart (fault 28)", () => {
  test.each([5, -5])(
    "a sender that lives is not taken for dead by a machine that is %d minutes ahead",
    async (ahead) => {
      const district = newDistrict(memoryBackend());
      const caseId = await district.atDepartment();
      const other = district.machine({ ahead });
      const mail = { caseId, seq: 3, position: 0 };
      const taken = await district.outbox.takeMail(caseId, 3, 0, { at: "2026-03-02T02:00:00.000Z", dead: "2026" });
      expect(taken).toBe("taken");
      await expect(other.sendMail(mail)).rejects.toThrow("Another sender is at this email");
      expect(other.letters).toEqual([]);
      district.close();
    },
  );

  test.each([5, -5])(
    "what one that is %d minutes ahead decides, rings and hands over is sound to all others",
    async (ahead) => {
      const district = newDistrict(memoryBackend());
      const other = district.machine({ ahead });
      const { petition } = await other.file(samplePetition("estate"));
      await district.openStep({ caseId: petition.id, epoch: 1, station: "community", token: "t" });
      await other.task.act(await district.shown(petition.id), acknowledge);
      district.turnTo("2026-03-10T15:58:00.000Z");
      await other.sweep();
      await district.sweep();
      district.turnTo("2026-03-10T16:06:00.000Z");
      await district.sweep();
      await other.sweep();
      const { events } = await district.cases.history(petition.id);
      expect(events.filter(({ fact }) => fact.type === "stepOverdue")).toHaveLength(1);
      const moments = events.map(({ at }) => at);
      expect(moments).toEqual(moments.toSorted());
      await expectSound(district, petition.id);
      await district.redrive();
      expect((await district.items()).cases.filter(({ outboxAt }) => String(outboxAt) < "2026-03-10T16:00")).toEqual(
        [],
      );
      district.close();
    },
  );
});

describe("thousands of clocks fall due in one minute (fault 29)", () => {
  test("two sweeps that overlap ring each of 300 once, and leave none", async () => {
    const district = newDistrict(memoryBackend());
    const cases = 300;
    const ids: string[] = [];
    for (const _ of upTo(cases)) ids.push(await district.atCommunity());
    district.turnTo("2026-03-10T16:00:00.000Z");
    const [one, two] = await Promise.all([district.sweep(), district.machine().sweep()]);
    expect(one.failed + two.failed).toBe(0);
    const rang = [...one.rung, ...two.rung].filter(({ came }) => came.includes("stepOverdue"));
    expect(rang.map(({ caseId }) => caseId).toSorted()).toEqual(ids.toSorted());
    expect((await district.sweep()).rung).toEqual([]);
    district.close();
  });
});
