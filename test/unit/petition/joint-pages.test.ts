import { describe, expect, test } from "vitest";
import { keptStore } from "#access/kept-store.ts";
import { noTexts } from "#access/texts.ts";
import type { Case } from "#case/state/case.ts";
import type { Reply } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { memoryDatabase } from "#record/memory.ts";
import { jointPages } from "../../../functions/petition/joint-pages.ts";
import type { jointPetition } from "../../../functions/petition/joint-petition.ts";
import { keeping } from "../../../functions/petition/keeping.ts";
import { directory, samples } from "../web/samples.ts";

const opened = samples.inCommunity.does({ type: "petitioner", act: { command: "openJoining" } });
const { petition, events, clocks, now, calendar } = opened.does({ type: "join", opening: 1 });
const code = "7KQM-2D9X-VT4H";
const submission = "6f9b1b1e-2f5e-4c6e-9a57-0b0f3b1f5f10";
const person = { code, submission, name: "李卫东", phone: "13900005678" };
const key = { code: "2B9K-XT4H-7KQM", phoneTail: "5678" };
const until = "2026-11-23T01:05:00.000Z";

type Joint = ReturnType<typeof jointPetition>;

/** The pages over one case; what they ask of it comes to what a test says. */
const pages = (came: Partial<Joint> = {}) => {
  const world = () => Promise.resolve({ now, calendar, directory });
  const taken = { kind: "taken" as const, giveBack: () => Promise.resolve() };
  const { database } = memoryDatabase();
  return jointPages({
    joint: {
      find: () => Promise.resolve({ petition, opening: 1 }),
      stands: () => Promise.resolve(petition),
      whyNot: () => undefined,
      join: () => Promise.resolve({ petition, signatory: 1, code: key.code }),
      open: () => Promise.resolve({ petition, signatory: 1, now }),
      see: () =>
        Promise.resolve({
          petition,
          events,
          clocks,
          texts: noTexts,
          requests: [],
          signatory: { n: 1, name: "李卫东" },
        }),
      stand: (_, __, ___, ready) => Promise.resolve({ petition, signatory: 1, ready }),
      leave: () => Promise.resolve({ petition, signatory: 1, left: true }),
      ...came,
    },
    keeping: keeping({
      kept: keptStore(database, "tries"),
      tries: { take: () => Promise.resolve(taken) },
      saltOf: () => Promise.resolve("salt"),
      baseUrl: "http://localhost",
      random: (bytes) => new Uint8Array(bytes),
    }),
    world,
    baseUrl: "http://localhost",
    assets: "v1",
    demo: false,
  });
};

/** A form that is sent from a device that keeps nothing: it is answered at once. */
const posted = (form: Record<string, string>, query: Record<string, string> = {}): Request => ({
  ...{ method: "POST", path: "/join", query, cookies: {}, headers: {}, params: {}, form },
  ...{ address: "203.0.113.7", reference: "00000000", nonce: "n" },
});
const htmlOf = (reply: Reply): string => ("html" in reply ? String(reply.html) : "");

describe("whoever joins, on a device that keeps nothing", () => {
  test("is asked who they are, and told which petition it is and nothing of what it says", async () => {
    const reply = await pages().find(posted({ code }));
    expect(reply.status).toBe(200);
    expect(htmlOf(reply)).toContain("安和信〔2026〕0123号");
    expect(htmlOf(reply)).toContain('name="submission"');
  });

  test.each([
    [{ barred: "wrong" }, 403, "联名码不对"],
    [{ barred: "wait", until }, 429, "尝试次数过多"],
  ] as const)("is told that the code is %o", async (barred, status, says) => {
    const reply = await pages({ find: () => Promise.resolve(barred) }).find(posted({ code }));
    expect(reply.status).toBe(status);
    expect(htmlOf(reply)).toContain(says);
    expect(reply.headers?.["retry-after"] !== undefined).toBe(status === 429);
  });

  test("is told that it is closed, before they typed anything and after", async () => {
    const closed = pages({
      whyNot: () => "joiningNotOpen",
      join: () => Promise.resolve({ refusal: "joiningNotOpen" }),
    });
    for (const reply of [await closed.find(posted({ code })), await closed.sign(posted(person))]) {
      expect(reply.status).toBe(409);
      expect(htmlOf(reply)).toContain("现在没有开放联名");
    }
  });

  test("gets what is wrong with the form, field by field, and keeps what was typed; nobody joins", async () => {
    let joins = 0;
    const counted = pages({
      join: () => {
        joins += 1;
        return Promise.resolve({ refusal: "joiningNotOpen" });
      },
    });
    const reply = await counted.sign(posted({ ...person, name: " ", phone: "1390000" }));
    expect(reply.status).toBe(422);
    expect(htmlOf(reply)).toContain("请填写您的姓名");
    expect(htmlOf(reply)).toContain("没有认出电话号码");
    expect(htmlOf(reply)).toContain('value="1390000"');
    const turned = await counted.sign(posted({ ...person, name: "" }, { lang: "en" }));
    expect(turned.status).toBe(200);
    expect(htmlOf(turned)).not.toContain("Enter your name");
    expect((await counted.sign(posted({ code, name: "李卫东" }))).status).toBe(400);
    expect((await counted.sign(posted({ ...person, extra: "x" }))).status).toBe(400);
    expect(joins).toBe(0);
  });

  test("waits where many have joined from one network, and finds what they typed", async () => {
    const reply = await pages({ join: () => Promise.resolve({ until }) }).sign(posted(person));
    expect(reply.status).toBe(429);
    expect(reply.headers?.["retry-after"]).toBeDefined();
    expect(htmlOf(reply)).toContain("刚才从同一个网络联名的人太多");
    expect(htmlOf(reply)).toContain("李卫东");
  });

  test("gets a receipt with a code of their own", async () => {
    const reply = await pages().sign(posted(person));
    expect(htmlOf(reply)).toContain(key.code);
    expect(htmlOf(reply)).toContain("尾号 5678");
    expect(htmlOf(reply)).not.toContain(code);
  });
});

describe("whoever has joined, on a device that keeps nothing", () => {
  test("follows the petition", async () => {
    expect(htmlOf(await pages().open(posted(key)))).toContain("您是联名人：李卫东");
  });

  test.each([
    [{ barred: "wrong" }, 403, "查询码或号码不对"],
    [{ barred: "wait", until }, 429, "尝试次数过多"],
    [{ barred: "over" }, 403, "您已经退出联名"],
  ] as const)("is told that the key is %o", async (barred, status, says) => {
    const reply = await pages({ open: () => Promise.resolve(barred) }).open(posted(key));
    expect(reply.status).toBe(status);
    expect(htmlOf(reply)).toContain(says);
  });

  test("is told why they have not left, and the petition stays on the page", async () => {
    for (const [came, status, says] of [
      [{ unproven: "missing" }, 422, "请填写完整的号码"],
      [{ unproven: "wait", until }, 429, "号码输入次数过多"],
      [{ refusal: "ended" }, 422, "事项已经结束"],
    ] as const) {
      const leave = () => Promise.resolve({ petition: petition satisfies Case, signatory: 1, ...came });
      const reply = await pages({ leave }).leave(posted({ ...key, wholePhone: "-" }));
      expect(reply.status).toBe(status);
      expect(htmlOf(reply)).toContain(says);
      expect(htmlOf(reply)).toContain("您是联名人");
    }
  });

  test("has left, once or twice", async () => {
    for (const came of [{ petition, signatory: 1, left: true } as const, { barred: "over" } as const]) {
      const reply = await pages({ leave: () => Promise.resolve(came) }).leave(posted(key));
      expect(reply.status).toBe(200);
      expect(htmlOf(reply)).toContain("您的查询码已经作废");
    }
  });
});
