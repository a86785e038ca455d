import { describe, expect, test } from "vitest";
import { letterNameIn } from "#case/state/letter-number.ts";
import { chineseCalendar } from "#clock/calendar.ts";
import type { Request } from "#lambda/request.ts";
import type { LetterChecked, LetterClaim } from "../../../functions/petition/check-letter.ts";
import { checkLetterPages } from "../../../functions/petition/check-letter-pages.ts";
import { directory } from "../case/district.ts";

const now = "2026-03-02T02:00:00.000Z";
const known: LetterChecked = {
  is: "known",
  letter: { kind: "receipt", by: { zh: "区信访局", en: "Petition Bureau" }, on: "2026-03-02" },
};

/** The pages over what is known of letters; what is asked is noted. */
const pages = (checked: LetterChecked = known) => {
  const asked: LetterClaim[] = [];
  const check = (claim: LetterClaim) => {
    asked.push(claim);
    return Promise.resolve(checked);
  };
  const world = () => Promise.resolve({ now, calendar: chineseCalendar(), directory });
  return { ...checkLetterPages({ check, world, assets: "v1", demo: false }), asked };
};

const request = (more: Partial<Request> = {}): Request => ({
  ...{ method: "GET", path: "/letter", query: {}, cookies: {}, headers: {}, params: {}, form: {} },
  ...{ address: "203.0.113.7", reference: "00000000", nonce: "n", ...more },
});
const paper = { number: "安和信〔2026〕0123号-受1", code: "7KQM-2D9X-VT4H" };
const posted = (more: Partial<Request> = {}) => request({ method: "POST", form: paper, ...more });
/** What the browser asks for once it has sent a form. */
const followed = async ({ check, form }: ReturnType<typeof pages>, sent: Request) => {
  const { status, headers } = await check(sent);
  expect(status).toBe(303);
  const { pathname, searchParams } = new URL(headers?.location ?? "", "https://petition.example");
  expect(pathname).toBe("/letter");
  return form(request({ query: { ...Object.fromEntries(searchParams), ...sent.query } }));
};
const htmlOf = (reply: object): string => ("html" in reply ? String(reply.html) : "");

describe("the page that checks a letter", () => {
  test("asks for number and code, and looks nothing up before they are sent", async () => {
    const { form, asked } = pages();
    expect(htmlOf(await form(request()))).toContain('<form id="check-letter" method="post" action="/letter"');
    expect(asked).toEqual([]);
  });

  test("says what kind, by whom, of which day and that it is in force, and that it says no more", async () => {
    const here = pages();
    const { asked } = here;
    const reply = await followed(here, posted());
    expect(reply.status).toBe(200);
    for (const words of ["是真的，现在有效", "接收（受理）告知书", "区信访局", "2026年3月2日", "不显示内容"]) {
      expect(htmlOf(reply)).toContain(words);
    }
    expect(asked).toEqual([paper]);
  });

  test.each([
    [
      "replaced",
      { replaced: { number: "安和信〔2026〕0123号-更1", on: "2026-03-05" } },
      ["已经被更正代替", "0123号-更1"],
    ],
    ["ended", { ended: "2026-03-05" }, ["已经不再有效", "自2026年3月5日起"]],
  ])("says of one that is %s that it is in force no more", async (_, came, said) => {
    const html = htmlOf(await followed(pages({ ...known, letter: { ...known.letter, ...came } }), posted()));
    for (const words of said) expect(html).toContain(words);
    expect(html).not.toContain("现在有效");
  });

  test("says of one that nobody issued what to compare and whom to call, and loses nothing that was typed", async () => {
    const reply = await followed(pages({ is: "unknown" }), posted());
    expect(reply.status).toBe(404);
    expect(htmlOf(reply)).toContain("没有这个文号和校验码的文书");
    for (const typed of Object.values(paper)) expect(htmlOf(reply)).toContain(`value="${typed}"`);
  });

  test("names the field that can be no number or no code, and until when to wait", async () => {
    const unread = await followed(pages({ is: "unread", fields: ["code"] }), posted());
    expect(unread.status).toBe(422);
    expect(htmlOf(unread)).toContain("请照抄文书末尾的校验码");
    const wait = await followed(pages({ is: "wait", until: "2026-03-02T02:05:00.000Z" }), posted());
    expect(wait.status).toBe(429);
    expect(htmlOf(wait)).toContain("3月2日（周一）10:05以后再试");
  });

  test("has an address for what came of it, which shows it again and holds no more than anybody could type", async () => {
    const { headers } = await pages().check(posted({ form: { ...paper, number: "号".repeat(5000) } }));
    expect(headers?.location?.length).toBeLessThan(2500);
    const { form, asked } = pages();
    for (const _ of [1, 2]) expect(htmlOf(await form(request({ query: paper })))).toContain("是真的，现在有效");
    expect(asked).toEqual([paper, paper]);
  });

  test("sent empty says what is missing", async () => {
    const reply = await followed(pages({ is: "unread", fields: ["number", "code"] }), posted({ form: {} }));
    expect(reply.status).toBe(422);
    expect(htmlOf(reply)).toContain("请照抄文书标题下面的文号");
  });

  test("in the other language says the same of what was typed, and nothing is wrong with an empty form", async () => {
    const english = await followed(pages(), posted({ query: { lang: "en" } }));
    expect(htmlOf(english)).toContain("Genuine, and in force");
    expect(english.cookies?.[0]).toContain("lang=en");
    const here = pages();
    const empty = await followed(here, posted({ query: { lang: "en" }, form: { number: "", code: " " } }));
    expect(empty.status).toBe(200);
    expect(here.asked).toEqual([]);
  });
});

describe("a letter's number", () => {
  test.each([
    ["as it is printed", "安和信〔2026〕0123号-受1"],
    ["with other brackets", "安和信[2026]0123号-受1"],
    ["in full-width characters", "安和信（２０２６）０１２３号—受１"],
    ["without the district, spaced", " 〔2026〕 0123 号 受 1 "],
    ["without the noughts before it", "2026-123号-受1"],
    ["in a sentence", "文号：安和信〔2026〕0123号-受1，校验码见下"],
  ])("is read %s", (_, typed) => {
    expect(letterNameIn(typed)).toBe("2026-0123-receipt-1");
  });

  test.each(["", "安和信〔2026〕0123号", "0123号-受1", "安和信〔2026〕0123号-甲1", "受1"])("is none: %j", (typed) => {
    expect(letterNameIn(typed)).toBeUndefined();
  });
});
