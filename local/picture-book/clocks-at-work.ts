import { clockKey } from "#clock/keys.ts";
import { deadlineStore, failureLimit } from "#clock/store.ts";
import { newPerson } from "../browser.ts";
import { type GivenReceipt, petitioner, staff } from "../people.ts";
import { tablesOf } from "../running.ts";
import { readSamples, type SamplePetition } from "../samples.ts";
import { print } from "../terminal.ts";
import { explained } from "./explained.ts";
import { picture, type Stage } from "./stage.ts";

const sampleOf = async (category: string): Promise<SamplePetition> => {
  const sample = (await readSamples()).find((petition) => petition.category === category);
  if (sample === undefined) throw new Error(`petitions.yaml holds no petition about ${category}`);
  return sample;
};

const filed = async ({ browser, here }: Stage, petition: SamplePetition): Promise<GivenReceipt> => {
  const person = await petitioner(browser, here);
  const receipt = await person.file(petition);
  await person.leave();
  return receipt;
};

/** A petition about its own community: the level is skipped. */
const skipped = async (stage: Stage): Promise<void> => {
  const { caseId } = await filed(stage, { ...(await sampleOf("safety")), about: "wanghu" });
  await stage.clock.pass(20);
  await explained(stage, "skipped", caseId);
};

/** The department asks for more time, and its head approves. */
const extended = async (stage: Stage): Promise<void> => {
  const { browser, inbox, clock } = stage;
  const receipt = await filed(stage, await sampleOf("wages-labour"));
  const [handler, head] = [await staff(browser, inbox), await staff(browser, inbox)];
  await handler.open(await handler.mailAbout(receipt, "duan.rui@anhe.example"));
  await handler.does("askExtension", { days: "15", reason: "用人单位的工资台账要到仲裁机构调取，预计两周。" });
  await clock.pass(60);
  await head.open(await head.mailAbout(receipt, "yao.hongmei@anhe.example"));
  await head.does("approveExtension");
  await clock.pass(30);
  await explained(stage, "extended", receipt.caseId);
  await Promise.all([handler.leave(), head.leave()]);
};

/** A clock fails again and again, as when its case cannot be judged by the present directory, and is taken out. */
const quarantined = async (stage: Stage): Promise<void> => {
  const { here, clock } = stage;
  const { caseId } = await filed(stage, await sampleOf("housing-estates"));
  await clock.pass(20);
  const { db, deadlines } = tablesOf(here);
  for (let failures = 0; failures < failureLimit; failures += 1) {
    const key = clockKey(caseId, { kind: "step", n: 1 });
    await deadlineStore(db, deadlines).countFailure(
      key,
      'NotInDirectory: The directory has no unit "nanyuan-1"',
      await clock.now(),
    );
  }
  await explained(stage, "quarantined", caseId);
};

/** The bureau's duty officer decides on none of four petitions, and reads of them one morning. */
const digest = async (stage: Stage): Promise<void> => {
  const { browser, clock, inbox } = stage;
  const petition = await sampleOf("medical");
  const ids: string[] = [];
  for (let day = 0; day < 4; day += 1) {
    await clock.toWorkingMorning();
    ids.push((await filed(stage, petition)).caseId);
  }
  const [first = ""] = ids;
  await clock.pastEnd(first, "accept");
  const { html } = await inbox.waitFor(
    "zhou.min@anhe.example",
    ({ subject }) => subject.includes("今日待办") && subject.includes("逾期"),
  );
  const mail = await (await newPerson(browser)).newPage();
  await mail.setContent(html);
  await picture(mail, "digest", { phone: { tall: 1400 }, desk: { tall: 1080 } });
};

/** What clocks bring: a level skipped, time extended, a clock that fails, and a morning's digest. */
export const clocksAtWork = async (stage: Stage): Promise<void> => {
  print("clocks at work");
  await stage.clock.toWorkingMorning();
  await skipped(stage);
  await extended(stage);
  await quarantined(stage);
  await digest(stage);
};
