import { describe, expect, test } from "vitest";
import { linkSecrets } from "#access/link-secrets.ts";
import { mailboxToken } from "#access/mailbox-link.ts";
import { chineseCalendar } from "#clock/calendar.ts";
import type { Reply } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { answeredMarks, type answerForMailbox } from "../../../functions/petition/mailbox.ts";
import { mailboxPages } from "../../../functions/petition/mailbox-pages.ts";
import { directory } from "../case/district.ts";

const token = mailboxToken("a secret", { caseId: "ANHE-2026-0001-7k3m9x2c4b8d", address: 1 });

/** The pages over what is asked of the store; each request to it is noted. */
const pages = (came: "confirmed" | "unknown" | "expired" | "refused" = "confirmed") => {
  const answers: [string, string][] = [];
  const answerFor: ReturnType<typeof answerForMailbox> = (link, answer) => {
    answers.push([link, answer]);
    return Promise.resolve(came === "confirmed" ? answer : came);
  };
  const world = () => Promise.resolve({ now: "2026-03-02T02:00:00Z", calendar: chineseCalendar(), directory });
  const marks = answeredMarks(linkSecrets(() => Promise.resolve(["a secret"])));
  return { ...mailboxPages({ answerFor, marks, world, assets: "v1", demo: false }), answers };
};

const request = (more: Partial<Request>): Request => ({
  method: "GET",
  path: "/mailbox",
  query: {},
  cookies: {},
  headers: {},
  params: {},
  form: {},
  address: "203.0.113.7",
  reference: "00000000",
  nonce: "n",
  ...more,
});
const posted = (form: Record<string, string>, more: Partial<Request> = {}) =>
  request({ method: "POST", form, ...more });
/** The request that a reply leads to. */
const ledTo = (reply: Reply): Request =>
  request({ query: Object.fromEntries(new URL(reply.headers?.location ?? "", "https://x").searchParams) });
const htmlOf = (reply: object): string => ("html" in reply ? String(reply.html) : "");

describe("the page behind the link to a mailbox", () => {
  test("asks, looks nothing up, and answers nothing, whoever fetches it", async () => {
    const { ask, answers } = pages();
    const reply = await ask(request({ query: { link: token } }));
    expect(reply.status).toBe(200);
    expect(htmlOf(reply)).toContain("这是您的邮箱吗？");
    expect(htmlOf(reply).match(/<form method="post" action="\/mailbox">/g)).toHaveLength(2);
    expect(answers).toEqual([]);
  });

  test("asks again when the language is switched, and answers nothing", async () => {
    const { answer, answers } = pages();
    const reply = await answer(posted({ link: token }, { query: { lang: "en" } }));
    expect(htmlOf(reply)).toContain("Is this mailbox yours?");
    expect(answers).toEqual([]);
  });

  test.each([
    ["confirmed", "邮箱已经确认", "disowned"],
    ["disowned", "不再给这个邮箱发邮件", "confirmed"],
  ])("says that the answer %s counts, and how to change it", async (given, title, other) => {
    const { ask, answer, answers } = pages();
    const sent = await answer(posted({ link: token, answer: given }));
    expect(sent.status).toBe(303);
    for (const _ of [1, 2]) {
      const html = htmlOf(await ask(ledTo(sent)));
      expect(html).toContain(title);
      expect(html).toContain(`name="answer" value="${other}"`);
    }
    expect(answers).toEqual([[token, given]]);
  });

  test.each([["unknown"], ["expired"], ["refused"]] as const)(
    "says what helps when the link is %s, and offers no answer",
    async (came) => {
      const { ask, answer } = pages(came);
      const reply = await ask(ledTo(await answer(posted({ link: token, answer: "confirmed" }))));
      expect(htmlOf(reply)).toContain("查询码");
      expect(htmlOf(reply)).not.toContain('name="answer"');
    },
  );

  test("says of an address that somebody else has made only what it asks", async () => {
    const { ask } = pages();
    for (const mark of ["", "A".repeat(22)]) {
      const html = htmlOf(await ask(request({ query: { link: token, came: "confirmed", mark } })));
      expect(html).toContain("这是您的邮箱吗？");
      expect(html).not.toContain("邮箱已经确认");
    }
  });

  test("repeats nothing that can be no link, and takes no other answer", async () => {
    const { ask, answer, answers } = pages();
    const reply = await ask(request({ query: { link: "<script>x" } }));
    expect(reply.status).toBe(404);
    expect(htmlOf(reply)).not.toContain("script>x");
    expect((await answer(posted({ link: token, answer: "perhaps" }))).status).toBe(400);
    expect(answers).toEqual([]);
  });
});
