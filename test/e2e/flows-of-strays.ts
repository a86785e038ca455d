import { expect } from "vitest";
import { letterCode } from "#access/letter-code.ts";
import { letterIn } from "#case/state/event.ts";
import { taskAddresses } from "#case/state/task-door.ts";
import { formBytes } from "#lambda/form.ts";
import { entryAddress } from "#register/door.ts";
import { petitionerAddresses } from "#web/parts/petitioner-door.tsx";
import { fillPetition, sendForm } from "../../local/people.ts";
import { samplePetition } from "../contract/samples.ts";
import { anotherSite, type Flow } from "./coming-back.ts";
import { typed } from "./flows-of-petitioners.ts";

/** Pages that are only read, and addresses that are none. */
export const reading: Flow = async (here) => {
  const { stage, comeBack } = here;
  const page = await here.person();
  for (const [path, says] of [
    ["/privacy", "隐私说明"],
    ["/accessibility", "无障碍说明"],
    ["/nope", "没有找到这个页面"],
    ["/status/", "查询进度"],
    ["/leave", "这个网址不能直接打开"],
  ] as const) {
    await page.goto(`${stage.baseUrl}${path}`);
    await comeBack(page, path, says);
  }
  const ofPetitioners = Object.values(petitionerAddresses).flatMap((at) =>
    ["", "/x", "/act", "/check"].map((one) => `${at}${one}`),
  );
  const ofMailboxes = ["/status/mailbox", "/decide/mailbox"];
  for (const path of ["/petition", "/petition/x", "/petition/x/check", ...ofPetitioners, ...ofMailboxes]) {
    await page.goto(`${stage.baseUrl}${path}`);
    await comeBack(page, path, "");
  }
  const ofTasks = Object.values(taskAddresses).flatMap((at) => [at, `${at}/open`, `${at}/act`, `${at}/done`]);
  for (const path of [
    ...ofTasks,
    "/task/link",
    "/task/leave",
    "/task/preview",
    "/delivery/task/preview",
    "/clocks/open",
    ...["", "/open", "/act"].map((one) => `${entryAddress}${one}`),
  ]) {
    await page.goto(`${stage.baseUrl}${path}`);
    await comeBack(page, path, "这里没有可以打开的事项");
  }
  await page.context().close();
};

/** Whoever holds a paper has it checked; what came of it is found again. */
export const checkingAPaper: Flow = async (here) => {
  const { district, baseUrl } = here.stage;
  const { petition } = await district.machine().file(samplePetition("land"));
  const [issued] = (await district.cases.history(petition.id)).events.flatMap(({ fact }) => letterIn(fact) ?? []);
  if (issued === undefined) throw new Error("No letter was issued");
  const page = await here.person();
  const send = async (number: string, code: string) => {
    await page.fill("[name=number]", number);
    await page.fill("[name=code]", code);
    await here.pressTwice(page, "a paper is checked", "form#check-letter > button");
    await page.waitForURL(/number=/);
  };
  await page.goto(`${baseUrl}/letter`);
  await here.comeBack(page, "a paper, to be checked", "文书核验");
  await send("", "");
  await here.comeBack(page, "a paper of which nothing was typed", "请照抄文书标题下面的文号");
  await send(issued.number, "0000-0000-0000");
  // Each look at this page is a try, as the code is compared anew.
  expect(await here.settled(page)).toContain("没有这个文号和校验码的文书");
  await send(` ${issued.number.replace("〔", "[").replace("〕", "]")}，`, letterCode(issued.hash).toLowerCase());
  await here.comeBack(page, "a paper that is genuine", "是真的，现在有效");
  await page.click("button.switch[form=check-letter]");
  await page.waitForSelector("html[lang=en]");
  await here.comeBack(page, "the same in English", "Genuine, and in force");
  await page.context().close();
};

/** What a form is answered with that nobody can take: Back leads to the form, with what was typed. */
export const refusing: Flow = async (here) => {
  const { stage, comeBack, comeBackFromAnswer, person } = here;
  const { baseUrl, takeAway } = stage;
  const page = await person();
  const write = async () => {
    await page.goto(baseUrl);
    await fillPetition(page, typed);
  };
  takeAway(true);
  await page.goto(baseUrl);
  await comeBack(page, "a form while the district cannot be read", "服务出了问题");
  takeAway(false);
  await write();
  takeAway(true);
  await sendForm(page);
  await comeBackFromAnswer(page, "what was sent while the district cannot be read", "服务出了问题");
  takeAway(false);

  await write();
  await page.locator("[name=submission]").evaluate((one) => one.remove());
  await sendForm(page);
  await comeBackFromAnswer(page, "a form that is not whole", "表单不完整");

  await write();
  await page.locator("[name=story]").evaluate((one: HTMLTextAreaElement, most) => {
    one.value = "很".repeat(most);
  }, formBytes.story / 9);
  await sendForm(page);
  await comeBackFromAnswer(page, "a form that is too long", "提交的内容太长");

  const stranger = await person();
  await stranger.route(anotherSite, (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<form method="post" action="${baseUrl}/petition"><button>x</button></form>`,
    }),
  );
  await stranger.goto(anotherSite);
  await stranger.click("button");
  await comeBackFromAnswer(stranger, "a form of another site's", "这个请求不是从本站页面发出的");
  await stranger.context().close();

  await page
    .context()
    .addCookies(Array.from({ length: 4 }, (_, at) => ({ name: `c${at}`, value: "x".repeat(3900), url: baseUrl })));
  await page.goto(baseUrl);
  await comeBack(page, "a browser that says too much of itself", "浏览器附带的信息太多");
  await page.context().close();
};
