import { describe, expect, test } from "vitest";
import { keptStore } from "#access/kept-store.ts";
import { noTexts } from "#access/texts.ts";
import { decide } from "#case/acts/decide.ts";
import { record } from "#case/state/record.ts";
import type { Reply } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { memoryDatabase } from "#record/memory.ts";
import { type DecidingPages, decidingPages } from "../../../functions/petition/deciding-pages.ts";
import { keeping } from "../../../functions/petition/keeping.ts";
import { ownAffairs } from "../../../functions/petition/own-affairs-door.ts";
import { decisions } from "../../../functions/petition/own-decisions-door.ts";
import { progressPages } from "../../../functions/petition/progress-pages.ts";
import { progress } from "../../../functions/petition/status-door.ts";
import { directory, type Sample, samples } from "../web/samples.ts";

const key = { code: "7KQM-2D9X-VT4H", phoneTail: "1201" };
const baseUrl = "https://petition.example";

/** The status pages over a case that goes on, with a device that keeps pages or none. */
const over = (
  sample: Sample,
  {
    cookies = { "__Host-kept": "d".repeat(43) },
    at = decisions,
  }: { cookies?: Record<string, string>; at?: Pick<DecidingPages, "door" | "draw"> } = {},
) => {
  let here = sample;
  const { database } = memoryDatabase();
  const world = () => Promise.resolve({ now: here.now, calendar: here.calendar, directory });
  const ports: Omit<DecidingPages, "door" | "draw"> = {
    follow: {
      look: () => Promise.resolve({ petition: here.petition, agent: undefined, opens: false }),
      openAnswer: () => Promise.reject(new Error("not opened")),
      askMailboxAgain: () => Promise.reject(new Error("not asked")),
      see: () =>
        Promise.resolve({
          ...{ ...here, looks: [], texts: noTexts, requests: [], contact: {}, agents: [] },
          mailbox: undefined,
        }),
      seeFor: () => Promise.reject(new Error("no agent looks")),
      act: async (_key, _from, { command: act, saw }, wholePhone) => {
        const { petition, now } = here;
        if (wholePhone !== "13800551201") return { petition, unproven: "wrong" };
        const decision = decide(petition, { type: "petitioner", act, saw }, await world());
        if ("refused" in decision) return { petition, refusal: decision.refused };
        const [first, ...rest] = decision.events;
        if (first === undefined) return { petition };
        const { after, events } = record(petition.id, petition, [first, ...rest], now);
        here = { ...here, petition: after, events: [...here.events, ...events] };
        return { petition: after };
      },
    },
    keeping: keeping({
      kept: keptStore(database, "tries"),
      tries: { take: () => Promise.resolve({ kind: "taken", giveBack: () => Promise.resolve() }) },
      saltOf: () => Promise.resolve("salt"),
      baseUrl,
      random: (bytes) => new Uint8Array(bytes),
    }),
    world,
    baseUrl,
    assets: "v1",
    demo: false,
  };
  /** The door at which it is decided, and that where a case is looked at, and what came of it told. */
  const pages = decidingPages({ ...ports, ...at });
  const told = at === decisions ? progressPages({ ...ports, ...progress }) : pages;
  const againAt = (place: string) => (place.startsWith(`${at.door.address}/`) ? pages : told).again(request(place));
  const request = (path: string, form: Record<string, string> = {}): Request => ({
    method: "POST",
    path,
    query: {},
    cookies,
    headers: {},
    params: { visit: path.split("/")[2] ?? "" },
    address: "203.0.113.7",
    reference: "00000000",
    nonce: "n",
    form,
  });
  const html = (reply: Reply): string => ("html" in reply ? reply.html : "");
  const followed = async (reply: Reply) => {
    const place = reply.headers?.location ?? "";
    return { place, html: place === "" ? html(reply) : html(await againAt(place)) };
  };
  return {
    /** What the page says that a form leads to, and where it is. */
    look: async () => followed(await told.look(request(at === decisions ? "/status" : at.door.address, key))),
    check: async (form: Record<string, string>) =>
      followed(await pages.check(request(`${at.door.address}/check`, { ...key, ...form }))),
    act: async (form: Record<string, string>) =>
      followed(await pages.act(request(`${at.door.address}/act`, { ...key, ...form }))),
    again: async (place: string) => html(await againAt(place)),
    /** The office does something meanwhile. */
    meanwhile: (next: (sample: Sample) => Sample) => {
      here = next(here);
    },
    state: () => here.petition,
  };
};

const saw = String(samples.proposed.petition.told);
const agree = { command: "agreeSettlement", saw };
const proven = { wholePhone: "13800551201" };
const decline = { command: "declineSettlement", saw, reason: "太晚了" };
const overtaken = "您打开这一页以后，事项有了新的进展";

describe("a decision of a petitioner", () => {
  test("is shown once more in a page of its own address, beside that of the case, before it counts", async () => {
    const pages = over(samples.proposed);
    const status = await pages.look();
    const check = await pages.check(agree);
    expect(check.html).toContain("请核对：同意解决方案");
    expect(check.html).toContain("给一楼六户装防护网");
    expect(check.place).not.toBe(status.place);
    expect(check.html).toContain(`href="${status.place}"`);
    expect(await pages.again(status.place)).toContain("您同意这个解决方案吗");
    expect(pages.state().status).toBe("handling");
  });

  test("counts then, and its page tells what came of it; the same sent again answers alike, and going back asks nothing anew", async () => {
    const pages = over(samples.proposed);
    const check = await pages.check(agree);
    const once = await pages.act({ ...agree, ...proven });
    expect(once.html).toContain("您已同意解决方案。事项没有办结");
    const { version } = pages.state();
    expect(await pages.act({ ...agree, ...proven })).toEqual(once);
    expect(pages.state().version).toBe(version);
    const back = await pages.again(check.place);
    expect(back).toContain("您已同意解决方案");
    expect(back).not.toContain("请核对");
  });

  test("on a proposal that was changed under way shows the new one, keeps what was typed, and decides nothing", async () => {
    const pages = over(samples.proposed);
    pages.meanwhile((sample) =>
      sample.owner({ command: "retractSettlement", reason: "材料没有到" }).owner({
        command: "proposeSettlement",
        terms: "给一楼六户装防盗窗",
        done: "byDay",
        promisedFor: "2026-12-10",
      }),
    );
    for (const shown of [await pages.check(agree), await pages.act({ ...agree, ...proven })]) {
      expect(shown.html).toContain(overtaken);
      expect(shown.html).toContain("给一楼六户装防盗窗");
      expect(shown.html).toContain(`name="saw" value="${pages.state().told}"`);
    }
    expect((await pages.act({ ...decline, ...proven })).html).toContain("太晚了</textarea>");
    expect(pages.state().status).toBe("handling");
  });

  test("on a proposal that was withdrawn shows the case, with plain words", async () => {
    const pages = over(samples.proposed);
    pages.meanwhile((sample) => sample.owner({ command: "retractSettlement", reason: "材料没有到" }));
    for (const shown of [await pages.check(agree), await pages.act({ ...agree, ...proven })]) {
      expect(shown.html).toContain("现在没有等待表态的解决方案");
      expect(shown.html).not.toContain("请核对");
    }
  });

  test("that cannot be read or proven comes back in its check, with what was typed", async () => {
    const pages = over(samples.proposed);
    const wrong = await pages.act({ ...decline, wholePhone: "13800000000" });
    expect(wrong.html).toContain("请核对：不同意解决方案");
    expect(wrong.html).toContain("太晚了</textarea>");
    const empty = await pages.act({ ...decline, reason: " ", wholePhone: "" });
    expect(empty.html).toContain('href="#reason"');
    expect(empty.html).toContain('href="#declineSettlement-phone"');
    expect(pages.state().status).toBe("handling");
  });

  test("that says of no page what it was taken on decides nothing", async () => {
    const pages = over(samples.proposed);
    for (const forged of ["", "0", "-1", "1e3", "99999999999"]) {
      expect((await pages.act({ ...agree, ...proven, saw: forged })).html).toContain(overtaken);
    }
    expect(pages.state().status).toBe("handling");
  });

  test("is checked and counts all the same on a device that keeps no pages", async () => {
    const pages = over(samples.proposed, { cookies: {} });
    expect((await pages.check(agree)).html).toContain("请核对：同意解决方案");
    expect((await pages.act({ ...agree, ...proven })).html).toContain("您已同意解决方案");
  });

  test("takes an agreement back, or has a case reopened, with one button", async () => {
    const agreed = over(samples.agreed);
    const told = String(samples.agreed.petition.told);
    const back = await agreed.act({ command: "takeBackAgreement", saw: told, ...proven });
    expect(back.html).toContain("您已收回同意");
    const settled = over(samples.settled);
    const ended = String(samples.settled.petition.told);
    const reopened = await settled.act({ command: "reopenSettlement", saw: ended, ...proven });
    expect(reopened.html).toContain("事项已按您的要求重新办理");
  });
});

describe("a correction of contact data", () => {
  const correct = { command: "correctContact", saw: String(samples.inCommunity.petition.told) };

  test("has a page of its own with the form, which shows nothing of the data but how they end", async () => {
    const pages = over(samples.inCommunity, { at: ownAffairs });
    const { html } = await pages.check(correct);
    expect(html).toContain("更正联系方式");
    expect(html).toContain('name="phone"');
    expect(html).toContain('name="email"');
    expect(html).toContain('name="wholePhone"');
  });

  test("is kept as it was typed when a field is wrong, with what to do, and counts once it is right", async () => {
    const pages = over(samples.inCommunity, { at: ownAffairs });
    const wrong = { ...correct, phone: "1390000567", email: "li@example.cn", ...proven };
    const again = await pages.act(wrong);
    expect(again.html).toContain("手机号是 11 位");
    expect(again.html).toContain('value="1390000567"');
    expect(again.html).toContain('value="li@example.cn"');
    const done = await pages.act({ ...wrong, phone: "13900005678" });
    expect(done.html).toContain("联系方式已经更正");
    const { version } = pages.state();
    expect(await pages.act({ ...wrong, phone: "13900005678" })).toEqual(done);
    expect(pages.state().version).toBe(version);
  });

  test("that something has overtaken is shown again with all that was typed", async () => {
    const pages = over(samples.inCommunity, { at: ownAffairs });
    pages.meanwhile((sample) => sample.owner({ command: "reportUpward", reason: "超出本级职权" }));
    const shown = await pages.act({ ...correct, phone: "13900005678", email: "", ...proven });
    expect(shown.html).toContain(overtaken);
    expect(shown.html).toContain('value="13900005678"');
    expect(shown.html).toContain(`name="saw" value="${pages.state().told}"`);
  });
});
