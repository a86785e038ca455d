import { describe, expect, test } from "vitest";
import type { Reply } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { filed, hears, letter, type Story } from "../case/story.ts";
import { office } from "./office.ts";

const opened = filed("wages").opens().owner(hears("2026-03-02T02:00:00.000Z"));
const mine = { caseId: opened.state.id, stepNo: 1, staff: "housing-handler", assignment: 1 };
const { directory } = opened.world;
const renamed = {
  ...directory,
  units: directory.units.map((unit) => ({ ...unit, name: { zh: `新${unit.name.zh}`, en: `New ${unit.name.en}` } })),
};
const reply = { command: "reply", ...letter, facts: "查明工资未付" };

const htmlOf = (answer: Reply): string => ("html" in answer ? answer.html : "");

/** A desk from which somebody works by a link: a browser that keeps its key. */
const desk = (story: Story = opened) => {
  const here = office(story);
  const device = { kept: "d".repeat(43) };
  const asked = (path: string, form: Record<string, string>, isKnown = true): Request => {
    const request = here.request(here.held(mine), path, form);
    return { ...request, cookies: isKnown ? { ...request.cookies, ...device } : device };
  };
  /** Has the letter shown as it will look, and issues just that. */
  const issues = async (form: Record<string, string>): Promise<Reply> => {
    await here.pages.act(asked("/task/act", form));
    const mark = markIn(htmlOf(await here.pages.preview(asked("/task/preview", {}))));
    return here.pages.act(asked("/task/act", { ...form, previewed: mark }));
  };
  return { ...here, asked, issues };
};

/** The mark of the letter on its preview. */
const markIn = (html: string): string => /name="previewed" value="([^"]+)"/.exec(html)?.[1] ?? "";

describe("a form that staff send", () => {
  test("leads to what was done, which reloading tells again and does not repeat", async () => {
    const { pages, asked, issues, committed } = desk();
    const sent = await issues(reply);
    expect(sent).toMatchObject({ status: 303, headers: { location: "/task/done" } });
    for (const _ of [1, 2]) {
      const told = await pages.done(asked("/task/done", {}));
      expect(told.status).toBe(200);
      expect(htmlOf(told)).toContain("已经记录");
    }
    expect(committed).toHaveLength(1);
  });

  test("that is sent twice leads the second time to what the first one did", async () => {
    const { pages, asked, issues, committed } = desk();
    await issues(reply);
    const second = await pages.act(asked("/task/act", reply));
    expect(second).toMatchObject({ status: 303, headers: { location: "/task/done" } });
    expect(htmlOf(await pages.done(asked("/task/done", {})))).toContain("已经记录");
    const looked = htmlOf(await pages.open(asked("/task/open", {})));
    expect(looked).toContain("这个链接已经用过");
    expect(looked).not.toContain("没有提交");
    expect(committed).toHaveLength(1);
  });

  test("leads on from its link to what is theirs next, on the device that is known to be theirs, and on no other", async () => {
    const { pages, asked, issues, committed } = desk();
    const told = await issues(reply);
    expect(told).toMatchObject({ status: 303 });
    expect(committed).toHaveLength(1);
    const known = htmlOf(await pages.open(asked("/task/open", {})));
    expect(known).toContain("这个链接已经用过");
    expect(known).toMatch(/href="\/delivery\/task#[\w-]{43}"[^>]*>打印答复，登记送达/);
    const stranger = htmlOf(await pages.open(asked("/task/open", {}, false)));
    expect(stranger).toContain("这个链接已经用过");
    expect(stranger).not.toContain("/task#");
  });

  test("when the task is theirs no longer is there to be copied, and says that nothing was sent", async () => {
    const { pages, asked, issues, committed } = desk();
    await issues(reply);
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
    const acknowledged = await pages.act({
      ...asked("/task/act", { command: "acknowledge" }),
      cookies: { kept: "d".repeat(43), device: `${cookie}~${session}` },
    });
    expect(acknowledged).toMatchObject({ status: 303, headers: { location: "/task/done" } });
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
    for (const _ of [1, 2]) {
      const html = htmlOf(await pages.done(asked("/task/done", {})));
      expect(html).toContain("新链接已经寄出");
      // To whom it went, for whoever knows the address, and for nobody else.
      expect(html).toMatch(/寄到人员名录中的邮箱：h…@/);
      expect(html).not.toMatch(/housing-[a-z]+@/);
    }
  });
});

describe("a letter", () => {
  test("is shown as it will look before it counts, as often as its page is reloaded", async () => {
    const { pages, asked, committed } = desk();
    const sent = await pages.act(asked("/task/act", reply));
    expect(sent).toMatchObject({ status: 303, headers: { location: "/task/preview" } });
    for (const _ of [1, 2]) {
      const shown = await pages.preview(asked("/task/preview", {}));
      expect(shown.status).toBe(200);
      for (const text of ["还没有发出", "信访事项处理意见书", "查明工资未付"]) expect(htmlOf(shown)).toContain(text);
    }
    expect(committed).toEqual([]);
  });

  test("that was seen is the one that is issued", async () => {
    const { issues, committed } = desk();
    expect(await issues(reply)).toMatchObject({ headers: { location: "/task/done" } });
    expect(committed).toHaveLength(1);
  });

  test("that differs by a word from what was seen is not issued, and is shown with all that was typed", async () => {
    const { pages, asked, committed } = desk();
    await pages.act(asked("/task/act", reply));
    const previewed = markIn(htmlOf(await pages.preview(asked("/task/preview", {}))));
    const other = { ...reply, decision: "一年后付清" };
    const sent = await pages.act(asked("/task/act", { ...other, previewed }));
    expect(sent).toMatchObject({ status: 303, headers: { location: "/task/preview" } });
    const html = htmlOf(await pages.preview(asked("/task/preview", {})));
    expect(html).toContain("没有发出");
    expect(html).toContain("一年后付清");
    expect(committed).toEqual([]);
    expect(await pages.act(asked("/task/act", { ...other, previewed: markIn(html) }))).toMatchObject({
      headers: { location: "/task/done" },
    });
  });

  test("is changed from its preview with every field filled", async () => {
    const { pages, asked, committed } = desk();
    await pages.act(asked("/task/act", reply));
    const previewed = markIn(htmlOf(await pages.preview(asked("/task/preview", {}))));
    const sent = await pages.act(asked("/task/act", { ...reply, previewed, rewrite: "yes" }));
    expect(sent).toMatchObject({ status: 303, headers: { location: "/task" } });
    const html = htmlOf(await pages.open(asked("/task/open", {})));
    for (const text of ["还没有发出", "查明工资未付", letter.decision]) expect(html).toContain(text);
    expect(committed).toEqual([]);
  });

  test.each([
    ["the day is another", { now: "2026-03-03T02:00:00.000Z" }],
    ["the office has another name", { directory: renamed }],
  ])("that was seen before %s is not issued: it would be another", async (_, changed) => {
    const before = desk();
    await before.pages.act(before.asked("/task/act", reply));
    const previewed = markIn(htmlOf(await before.pages.preview(before.asked("/task/preview", {}))));
    const after = desk({ ...opened, world: { ...opened.world, ...changed } });
    const sent = await after.pages.act(after.asked("/task/act", { ...reply, previewed }));
    expect(sent).toMatchObject({ status: 303, headers: { location: "/task/preview" } });
    expect(htmlOf(await after.pages.preview(after.asked("/task/preview", {})))).toContain("没有发出");
    expect(after.committed).toEqual([]);
  });
});

test("what was done is told to the device that it was done on, and to no other", async () => {
  const { pages, asked, issues } = desk();
  await issues(reply);
  const other = asked("/task/done", {});
  const html = htmlOf(await pages.done({ ...other, cookies: { ...other.cookies, kept: "e".repeat(43) } }));
  expect(html).not.toContain("已经记录");
  expect(html).toContain("这个链接已经用过");
});

test("an address that forms are sent to leads to the task when it is asked for", async () => {
  const { pages } = desk();
  expect(await pages.toEntry()).toMatchObject({ status: 303, headers: { location: "/task" } });
});

test("whoever signs out leaves the device nobody's: no session, and nothing kept of a task", async () => {
  const { pages } = desk();
  const left = await pages.leave();
  expect(left).toMatchObject({ status: 303, headers: { location: "/task" } });
  const cookies = left.cookies ?? [];
  expect(cookies.map((cookie) => cookie.split("=")[0]?.replace("__Host-", ""))).toEqual(["device", "kept"]);
  for (const cookie of cookies) expect(cookie).toContain("Max-Age=0");
});
