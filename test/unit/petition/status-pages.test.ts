import { describe, expect, test } from "vitest";
import { keptStore } from "#access/kept-store.ts";
import { noTexts } from "#access/texts.ts";
import type { Case } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { MailboxSeen } from "#case/state/mailbox.ts";
import type { Reply } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { memoryDatabase } from "#record/memory.ts";
import type { CameOf } from "../../../functions/petition/decide-petition.ts";
import { type DecidingPages, decidingPages } from "../../../functions/petition/deciding-pages.ts";
import type { Followed } from "../../../functions/petition/follow-petition.ts";
import { keeping } from "../../../functions/petition/keeping.ts";
import { ownAffairs } from "../../../functions/petition/own-affairs-door.ts";
import { decisions } from "../../../functions/petition/own-decisions-door.ts";
import { progressPages } from "../../../functions/petition/progress-pages.ts";
import { progress } from "../../../functions/petition/status-door.ts";
import type { Barred } from "../../../functions/petition/unlock.ts";
import { directory, samples } from "../web/samples.ts";

const { petition, events, clocks, now, calendar } = samples.inCommunity;
const key = { code: "7KQM-2D9X-VT4H", phoneTail: "1201" };
const device = "d".repeat(43);

type Told = {
  came?: CameOf | Barred;
  mailbox?: MailboxSeen;
  moment?: string;
  petition?: Case;
  events?: CaseEvent[];
  /** Whether the key that was typed opens the answer. */
  opens?: boolean;
  at?: Pick<DecidingPages, "door" | "draw">;
};

/** The status pages over one case, and what was asked of it. */
const status = ({
  came = { petition },
  mailbox,
  moment = now,
  petition: followedCase = petition,
  events: followedEvents = events,
  opens = false,
  at = decisions,
}: Told = {}) => {
  const asked: string[] = [];
  const clock = { now: moment };
  const followed: Followed = {
    petition: followedCase,
    events: followedEvents,
    looks: [],
    clocks,
    texts: noTexts,
    requests: [],
    contact: {},
    agents: [],
    mailbox,
  };
  const answer = (what: string) => () => {
    asked.push(what);
    return Promise.resolve(came);
  };
  const { database } = memoryDatabase();
  const taken = { kind: "taken" as const, giveBack: () => Promise.resolve() };
  const ports: Omit<DecidingPages, "door" | "draw"> = {
    follow: {
      look: () => {
        asked.push("look");
        return Promise.resolve("barred" in came ? came : { petition: came.petition, agent: came.agent, opens });
      },
      act: answer("act"),
      openAnswer: answer("open"),
      askMailboxAgain: () => {
        asked.push("mailbox");
        return Promise.resolve({ asked: "again" as const, petition });
      },
      see: () => Promise.resolve(followed),
      seeFor: () => Promise.reject(new Error("no agent looks")),
    },
    keeping: keeping({
      kept: keptStore(database, "tries"),
      tries: { take: () => Promise.resolve(taken) },
      saltOf: () => Promise.resolve("salt"),
      baseUrl: "https://petition.example",
      random: (bytes) => new Uint8Array(bytes),
    }),
    world: () => Promise.resolve({ now: clock.now, calendar, directory }),
    baseUrl: "https://petition.example",
    assets: "v1",
    demo: false,
  };
  /** The door at which it is decided, and that where a case is looked at, and what came of it told. */
  const pages = decidingPages({ ...ports, ...at });
  const told = progressPages({ ...ports, ...progress });
  const request = (path: string, form: Record<string, string>, cookies: Record<string, string>): Request => ({
    method: "POST",
    path,
    query: {},
    cookies,
    headers: {},
    params: path.split("/").length > 2 ? { visit: path.split("/")[2] ?? "" } : {},
    address: "203.0.113.7",
    reference: "00000000",
    nonce: "n",
    form,
  });
  return { pages, told, request, asked, clock };
};

const known = { "__Host-kept": device };
const htmlOf = (reply: Reply): string => ("html" in reply ? reply.html : "");
const placeOf = (reply: Reply): string => reply.headers?.location ?? "";

/** The page that a petitioner gets who looks at a case as it is followed. */
const page = async (mailbox?: MailboxSeen): Promise<string> => {
  const { told, request } = status(mailbox === undefined ? {} : { mailbox });
  return htmlOf(await told.look(request("/status", key, {})));
};

const address = "wang.xiaofang@example.org";

describe("a petitioner who looks", () => {
  test.each([
    ["asked", "我们给w…@example.org发过一封邮件，还没有确认"],
    ["confirmed", "会发邮件到 w…@example.org"],
    ["disowned", "w…@example.org 的使用者说"],
    ["refused", "发到您所留邮箱的邮件被退回"],
  ] as const)("reads how the mailbox stands that they left, and nobody else's address: %s", async (is, says) => {
    const html = await page({ is, address });
    expect(html).toContain(says);
    expect(html).not.toContain("wang");
    expect(await page()).not.toContain(says);
  });

  test("can have it asked again while nobody has answered, and not otherwise", async () => {
    const form = 'action="/decide/mailbox"';
    expect(await page({ is: "asked", address })).toContain(form);
    for (const is of ["confirmed", "disowned", "refused"] as const)
      expect(await page({ is, address })).not.toContain(form);
  });

  test("is led to an address that shows the case again and again, and decides nothing by it", async () => {
    const { told, request, asked } = status();
    const sent = await told.look(request("/status", key, known));
    expect(sent.status).toBe(303);
    for (const _ of [1, 2, 3]) {
      const shown = await told.again(request(placeOf(sent), {}, known));
      expect(shown.status).toBe(200);
      expect(htmlOf(shown)).toContain("南园社区");
    }
    expect(asked).toEqual(["look"]);
    for (const secret of [key.code, key.phoneTail, petition.id]) expect(placeOf(sent)).not.toContain(secret);
  });

  test("is asked for the key again on another device, and when two hours are over", async () => {
    const { told, request, clock } = status();
    const place = placeOf(await told.look(request("/status", key, known)));
    const another = await told.again(request(place, {}, { "__Host-kept": "e".repeat(43) }));
    expect(htmlOf(another)).toContain("请重新输入查询码和号码");
    expect(htmlOf(another)).not.toContain("南园社区");
    clock.now = new Date(Date.parse(now) + 2 * 3_600_000).toISOString();
    expect(htmlOf(await told.again(request(place, {}, known)))).toContain("请重新输入查询码和号码");
  });

  test("with a wrong key finds it as it was typed, with what is wrong, however often the page is reloaded", async () => {
    const { told, request } = status({ came: { barred: "wrong" } });
    const sent = await told.look(request("/status", key, known));
    expect(sent.status).toBe(303);
    for (const _ of [1, 2]) {
      const html = htmlOf(await told.again(request(placeOf(sent), {}, known)));
      expect(html).toContain(`value="${key.code}"`);
      expect(html).toContain("查询码或号码不对");
    }
  });
});

describe("a petitioner who switches the language without a script", () => {
  const turned = { query: { lang: "en" } };

  test("finds the key as it was typed so far: it is looked up by nobody, and called wrong by nobody", async () => {
    const { told, request, asked } = status();
    const sent = await told.look({ ...request("/status", { ...key, phoneTail: "" }, known), ...turned });
    expect(sent.status).toBe(303);
    expect(sent.cookies?.join()).toContain("lang=en");
    const html = htmlOf(await told.again(request(placeOf(sent), {}, { ...known, lang: "en" })));
    expect(html).toContain(`value="${key.code}"`);
    expect(html).toContain("Query code");
    expect(html).not.toMatch(/aria-invalid|role="alert"/);
    expect(asked).toEqual([]);
    const atOnce = await told.look({ ...request("/status", key, {}), ...turned });
    expect([atOnce.status, htmlOf(atOnce)]).toEqual([200, expect.stringContaining(`value="${key.code}"`)]);
  });

  test.each([
    ["declineSettlement", decisions, samples.proposed, { reason: "楼顶还在漏" }, "楼顶还在漏"],
    ["correctContact", ownAffairs, samples.inCommunity, { phone: "1380013" }, 'value="1380013"'],
    ["withdraw", ownAffairs, samples.inCommunity, {}, 'value="138000"'],
  ] as const)(
    "finds what was typed for %s, and nothing is decided or called wrong",
    async (command, at, of, fields, shown) => {
      const { pages, request, asked } = status({ came: { petition: of.petition }, petition: of.petition, at });
      const typed = { ...key, saw: String(of.petition.told), command, wholePhone: "138000", ...fields };
      const sent = await pages.act({ ...request(`${at.door.address}/act`, typed, known), ...turned });
      expect(sent.status).toBe(303);
      const html = htmlOf(await pages.again(request(placeOf(sent), {}, { ...known, lang: "en" })));
      expect(html).toContain(shown);
      expect(html).toContain('<html lang="en">');
      expect(html).not.toMatch(/aria-invalid|role="alert"|id="errors"/);
      expect(asked).toEqual(["look"]);
    },
  );
});

describe("what is offered with the progress and decided at another door", () => {
  const withdraw = { type: "petitioner", act: { command: "withdraw", understood: "yes" } } as const;
  const { petition: resting } = samples.inCommunity.does(withdraw);
  const undo = { ...key, command: "undoWithdrawal", saw: String(resting.told), wholePhone: "138000" };

  test("is sent there, with all that was typed, by pages that do not know the door yet", async () => {
    const { told, request, asked } = status({ petition: resting });
    const act = await told.act(request("/status/act", undo, known));
    const check = await told.check(request("/status/check", { ...key, command: "agreeSettlement", saw: "7" }, known));
    expect([act.status, placeOf(act)]).toEqual([307, "/decide/act"]);
    expect([check.status, placeOf(check)]).toEqual([307, "/decide/check"]);
    expect(asked).toEqual([]);
  });

  test("stays with what was typed when the language is switched", async () => {
    const { told, request, asked } = status({ came: { petition: resting }, petition: resting });
    const sent = await told.act({ ...request("/status/act", undo, known), query: { lang: "en" } });
    expect(placeOf(sent)).toMatch(/^\/status\//);
    const html = htmlOf(await told.again(request(placeOf(sent), {}, { ...known, lang: "en" })));
    expect(html).toContain('value="138000"');
    expect(html).toContain('action="/decide/act"');
    expect(html).not.toMatch(/aria-invalid|role="alert"|id="errors"/);
    expect(asked).toEqual(["look"]);
  });

  test("comes back there with what was typed and what is wrong with it, and the way to the progress", async () => {
    const { pages, request } = status({
      came: { petition: resting, unproven: "wrong" },
      petition: resting,
      at: decisions,
    });
    const sent = await pages.act(request("/decide/act", undo, known));
    expect(placeOf(sent)).toMatch(/^\/decide\//);
    const html = htmlOf(await pages.again(request(placeOf(sent), {}, known)));
    expect(html).toContain('value="138000"');
    expect(html).toContain("和登记的号码不一样");
    expect(html).toContain('action="/status"');
    expect((await pages.act(request("/decide/act", undo, {}))).status).toBe(422);
  });

  test("is told with the progress when it is refused, with the status of a refusal where nothing is kept", async () => {
    const came = { petition: resting, refusal: "tooLateToUndo" } as const;
    const { pages, told, request } = status({ came, petition: resting, at: decisions });
    const sent = await pages.act(request("/decide/act", undo, known));
    expect(placeOf(sent)).toMatch(/^\/status\//);
    expect(htmlOf(await told.again(request(placeOf(sent), {}, known)))).toContain("考虑的日子已过，不能再恢复");
    const atOnce = await pages.act(request("/decide/act", undo, {}));
    expect([atOnce.status, htmlOf(atOnce)]).toEqual([422, expect.stringContaining("考虑的日子已过，不能再恢复")]);
  });

  test("is broken at each door where it is no act of it", async () => {
    for (const command of ["addMaterial", "withdraw"]) {
      const { told, request, asked } = status();
      expect((await told.act(request("/status/act", { ...key, command }, known))).status).toBe(400);
      expect((await told.check(request("/status/check", { ...key, command }, known))).status).toBe(400);
      expect(asked).toEqual([]);
    }
    for (const [at, command] of [
      [decisions, "withdraw"],
      [decisions, "addMaterial"],
      [ownAffairs, "openAnswer"],
      [ownAffairs, "agreeSettlement"],
    ] as const) {
      const { pages, request, asked } = status({ at });
      expect((await pages.act(request(`${at.door.address}/act`, { ...key, command }, known))).status).toBe(400);
      expect((await pages.check(request(`${at.door.address}/check`, { ...key, command }, known))).status).toBe(400);
      expect(asked).toEqual([]);
    }
  });
});

describe("an answer that waits to be opened", () => {
  const { petition: waiting } = samples.answered;
  const whole = { ...key, phoneTail: "13800001201" };
  const { petition: read, events: told } = samples.answered.does({
    type: "petitioner",
    act: { command: "openAnswer" },
  });

  test("is opened at the door where that counts, by whoever comes with the whole number, and shown with the progress", async () => {
    const looks = status({ came: { petition: waiting }, petition: waiting, opens: true });
    const sent = await looks.told.look(looks.request("/status", whole, known));
    expect([sent.status, placeOf(sent)]).toEqual([307, "/decide"]);
    expect(looks.asked).toEqual(["look"]);
    const opens = status({ came: { petition: read }, petition: read, events: told });
    const opened = await opens.pages.openAnswer(opens.request("/decide", whole, known));
    expect([opened.status, placeOf(opened)]).toEqual([303, expect.stringMatching(/^\/status\//)]);
    for (const _ of [1, 2]) {
      const html = htmlOf(await opens.told.again(opens.request(placeOf(opened), {}, known)));
      expect(html).toContain("处理意见书");
      expect(html).not.toMatch(/role="(status|alert)"/);
    }
    expect(opens.asked).toEqual(["open"]);
  });

  test("is shown by the page of the case, too, where a device keeps no pages, whichever way it was opened", async () => {
    const { pages, request } = status({ came: { petition: read }, petition: read, events: told });
    const act = { ...whole, command: "openAnswer", saw: String(waiting.told), wholePhone: "13800001201" };
    for (const reply of [
      await pages.openAnswer(request("/decide", whole, {})),
      await pages.act(request("/decide/act", act, {})),
    ]) {
      expect([reply.status, placeOf(reply)]).toEqual([307, "/status"]);
    }
  });

  test("that an agent may open no more is told with the progress, in words, and opens nothing", async () => {
    const came = { petition: waiting, refusal: "outsideScope" } as const;
    const refused = status({ came, petition: waiting });
    const sent = await refused.pages.openAnswer(refused.request("/decide", whole, known));
    expect(placeOf(sent)).toMatch(/^\/status\//);
    const html = htmlOf(await refused.told.again(refused.request(placeOf(sent), {}, known)));
    expect(html).toContain("信访人没有委托您办这一项");
    const atOnce = await refused.pages.openAnswer(refused.request("/decide", whole, {}));
    expect([atOnce.status, htmlOf(atOnce)]).toEqual([422, expect.stringContaining("信访人没有委托您办这一项")]);
  });

  test("with a key that has opened nothing after all asks for it again", async () => {
    const { pages, request } = status({ came: { barred: "wrong" }, petition: waiting });
    const sent = await pages.openAnswer(request("/decide", whole, known));
    expect(htmlOf(await pages.again(request(placeOf(sent), {}, known)))).toContain("查询码或号码不对");
  });
});

describe("a mailbox that is asked again", () => {
  test("is told of with the progress, also to a page that still asks there", async () => {
    const { pages, told, request, asked } = status({ mailbox: { is: "asked", address } });
    const on = await told.toMailbox();
    expect([on.status, placeOf(on)]).toEqual([307, "/decide/mailbox"]);
    const sent = await pages.askMailboxAgain(request("/decide/mailbox", key, known));
    expect(placeOf(sent)).toMatch(/^\/status\//);
    expect(htmlOf(await told.again(request(placeOf(sent), {}, known)))).toContain("确认邮件已经重发");
    expect(asked).toEqual(["mailbox"]);
    const atOnce = await pages.askMailboxAgain(request("/decide/mailbox", key, {}));
    expect([atOnce.status, htmlOf(atOnce)]).toEqual([200, expect.stringContaining("确认邮件已经重发")]);
  });
});

describe("a petitioner who decides", () => {
  const declined = { ...key, command: "declineSettlement", reason: "楼顶还在漏", wholePhone: "13800001201" };

  test("is led to the case with what came of it, which reloading does not repeat", async () => {
    const { pages, told, request, asked } = status({ at: decisions });
    const sent = await pages.act(request("/decide/act", declined, known));
    expect([sent.status, placeOf(sent)]).toEqual([303, expect.stringMatching(/^\/status\//)]);
    for (const _ of [1, 2]) {
      const shown = await told.again(request(placeOf(sent), {}, known));
      expect([shown.status, htmlOf(shown)]).toEqual([200, expect.stringContaining("您的话已转告承办单位")]);
    }
    expect(asked).toEqual(["act"]);
  });

  test("finds what was typed when the whole number was not the right one", async () => {
    const { petition: proposed } = samples.proposed;
    const came = { petition: proposed, unproven: "wrong" } as const;
    const { pages, request } = status({ came, petition: proposed, at: decisions });
    const sent = await pages.act(request("/decide/act", declined, known));
    const html = htmlOf(await pages.again(request(placeOf(sent), {}, known)));
    expect(html).toContain("和登记的号码不一样");
  });

  test("has the device forget everything by leaving", async () => {
    const { told } = status();
    const left = await told.leave();
    expect(left).toMatchObject({ status: 303, headers: { location: "/" } });
    expect(left.cookies?.[0]).toMatch(/^__Host-kept=; Path=\/; Max-Age=0; HttpOnly; SameSite=Lax; Secure$/);
  });
});
