import { describe, expect, test } from "vitest";
import type { Reply } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { filed, letter } from "../case/story.ts";
import { office } from "./office.ts";

const opened = filed("wages").opens();
const mine = { caseId: opened.state.id, stepNo: 1, staff: "housing-handler", assignment: 1 };
const reply = { command: "reply", ...letter, facts: "查明工资未付" };

const htmlOf = (answer: Reply): string => ("html" in answer ? answer.html : "");

/** A desk from which somebody works by a link: a browser that keeps its key. */
const desk = () => {
  const here = office(opened);
  const device = { kept: "d".repeat(43) };
  const asked = (path: string, form: Record<string, string>, isKnown = true): Request => {
    const request = here.request(here.held(mine), path, form);
    return { ...request, cookies: isKnown ? { ...request.cookies, ...device } : device };
  };
  return { ...here, asked };
};

describe("a form that staff send", () => {
  test("leads to what was done, which reloading tells again and does not repeat", async () => {
    const { pages, asked, committed } = desk();
    const sent = await pages.act(asked("/task/act", reply));
    expect(sent).toMatchObject({ status: 303, headers: { location: "/task/done" } });
    for (const _ of [1, 2]) {
      const told = await pages.done(asked("/task/done", {}));
      expect(told.status).toBe(200);
      expect(htmlOf(told)).toContain("已经记录");
    }
    expect(committed).toHaveLength(1);
  });

  test("that is sent twice leads the second time to what the first one did", async () => {
    const { pages, asked, committed } = desk();
    await pages.act(asked("/task/act", reply));
    const second = await pages.act(asked("/task/act", reply));
    expect(second).toMatchObject({ status: 303, headers: { location: "/task/done" } });
    expect(htmlOf(await pages.done(asked("/task/done", {})))).toContain("已经记录");
    const looked = htmlOf(await pages.open(asked("/task/open", {})));
    expect(looked).toContain("这个链接已经用过");
    expect(looked).not.toContain("没有提交");
    expect(committed).toHaveLength(1);
  });

  test("when the task is theirs no longer is there to be copied, and says that nothing was sent", async () => {
    const { pages, asked, committed } = desk();
    await pages.act(asked("/task/act", reply));
    const sent = await pages.act(asked("/task/act", { ...reply, facts: "另一份，写了一个上午" }));
    expect(sent).toMatchObject({ status: 303, headers: { location: "/task" } });
    for (const _ of [1, 2]) {
      const html = htmlOf(await pages.open(asked("/task/open", {})));
      expect(html).toContain("这个链接已经用过");
      expect(html).toContain("您写的内容没有提交");
      expect(html).toContain("另一份，写了一个上午");
    }
    expect(committed).toHaveLength(1);
    const another = asked("/task/open", {});
    const html = htmlOf(await pages.open({ ...another, cookies: { ...another.cookies, kept: "e".repeat(43) } }));
    expect(html).not.toContain("写了一个上午");
  });

  test("from a page so old that the device has forgotten its key is kept under a new one", async () => {
    const { pages, asked, committed } = desk();
    const sent = await pages.act({ ...asked("/task/act", reply, false), cookies: {} });
    expect(sent).toMatchObject({ status: 303, headers: { location: "/task" } });
    const [cookie = ""] = sent.cookies ?? [];
    const kept = cookie.slice("kept=".length, cookie.indexOf(";"));
    const back = asked("/task/open", {});
    const html = htmlOf(await pages.open({ ...back, cookies: { ...back.cookies, kept } }));
    expect(html).toContain("查明工资未付");
    expect(html).toContain("没有提交");
    expect(committed).toEqual([]);
  });

  test("after a colleague has used the same computer finds both of them still known", async () => {
    const { pages, asked, request, held, committed } = desk();
    const colleague = { ...mine, staff: "housing-colleague" };
    const theirs = request(held(colleague), "/task/open", {});
    const { device: cookie = "" } = theirs.cookies;
    const { session = "" } = held(mine);
    const sent = await pages.act({
      ...asked("/task/act", reply),
      cookies: { kept: "d".repeat(43), device: `${cookie}~${session}` },
    });
    expect(sent).toMatchObject({ status: 303, headers: { location: "/task/done" } });
    expect(committed).toHaveLength(1);
  });

  test("and that has a mistake comes back with every field filled, as often as its page is reloaded", async () => {
    const { pages, asked, committed } = desk();
    const sent = await pages.act(asked("/task/act", { ...reply, decision: "" }));
    expect(sent).toMatchObject({ status: 303, headers: { location: "/task" } });
    for (const _ of [1, 2]) {
      const html = htmlOf(await pages.open(asked("/task/open", {})));
      expect(html).toContain("查明工资未付");
      expect(html).toContain('href="#reply-decision"');
    }
    expect(committed).toEqual([]);
  });

  test("when the day of their session is over comes back once they are recognised, and says that it was not sent", async () => {
    const { pages, asked, committed } = desk();
    expect((await pages.act(asked("/task/act", reply, false))).status).toBe(303);
    expect(htmlOf(await pages.open(asked("/task/open", {}, false)))).toContain("请输入邮件里的验证码");
    const html = htmlOf(await pages.open(asked("/task/open", {})));
    expect(html).toContain("查明工资未付");
    expect(html).toContain("没有提交");
    expect(committed).toEqual([]);
  });

  test("with wrong digits leads to the form for them with what is wrong", async () => {
    const { pages, asked } = desk();
    expect((await pages.open(asked("/task/open", { code: "12" }, false))).status).toBe(303);
    for (const _ of [1, 2]) {
      expect(htmlOf(await pages.open(asked("/task/open", {}, false)))).toContain('id="code-error"');
    }
  });

  test("for a new link leads to what came of it", async () => {
    const { pages, asked } = desk();
    const sent = await pages.renew(asked("/task/link", {}));
    expect(sent).toMatchObject({ status: 303, headers: { location: "/task/done" } });
    for (const _ of [1, 2]) expect(htmlOf(await pages.done(asked("/task/done", {})))).toContain("新链接已经寄出");
  });
});

test("what was done is told to the device that it was done on, and to no other", async () => {
  const { pages, asked } = desk();
  await pages.act(asked("/task/act", reply));
  const other = asked("/task/done", {});
  const html = htmlOf(await pages.done({ ...other, cookies: { ...other.cookies, kept: "e".repeat(43) } }));
  expect(html).not.toContain("已经记录");
  expect(html).toContain("这个链接已经用过");
});

test("an address that forms are sent to leads to the task when it is asked for", async () => {
  const { pages } = desk();
  expect(await pages.toEntry()).toMatchObject({ status: 303, headers: { location: "/task" } });
});
