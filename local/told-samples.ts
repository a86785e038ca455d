import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { dayAfter } from "#clock/period.ts";
import { inboxAt } from "./inbox.ts";
import { taskOf } from "./mailed-task.ts";
import type { RunningDistrict } from "./running.ts";
import { readSampleFile } from "./sample-file.ts";
import type { FiledSample } from "./samples.ts";
import { pageAfter, sendForm } from "./sent-form.ts";

/** What the office does with a sample petition: forms of its task pages, in their order; `at` is the page of one that stands elsewhere. */
export const ToldSample = z.strictObject({ phone: z.string(), does: z.array(z.record(z.string(), z.string())).min(1) });

/** What the office has done with sample petitions. */
export const readToldSamples = (): Promise<z.infer<typeof ToldSample>[]> => readSampleFile("answers.yaml", ToldSample);

/** Seconds within which the mail about a petition comes that was just filed. */
const mailWithin = 90;

/** The link and the digits of the first mail about a case, which may be about others too. */
const firstTask = async (mailbox: string, number: string): Promise<{ token: string; code: string }> => {
  const giveUp = Date.now() + mailWithin * 1000;
  for (;;) {
    const mails = await inboxAt(mailbox).list();
    const mail = mails.find(({ subject, text }) => /待办|待审批/.test(subject) && text.includes(number));
    if (mail !== undefined) {
      const { link, code } = taskOf({ ...mail, text: mail.text.slice(mail.text.indexOf(number)) });
      return { token: link.slice(link.indexOf("#") + 1), code };
    }
    if (Date.now() > giveUp) throw new Error(`No email about ${number} within ${mailWithin} s`);
    await sleep(500);
  }
};

/** A form of a sample, told on a day: `today`, `tomorrow` and `inAWeek` in it are days then. */
export const onDay = (form: Record<string, string>, today: string): Record<string, string> => {
  const days: Readonly<Record<string, string>> = {
    today,
    ...(today !== "" && { tomorrow: dayAfter(today, 1), inAWeek: dayAfter(today, 7) }),
  };
  return Object.fromEntries(Object.entries(form).map(([name, value]) => [name, days[value] ?? value]));
};

/** Acts on sample petitions as the people do whose turn it is: by the links in their mails, through the pages. */
export const tellSamples = async (
  { baseUrl, mailbox }: Pick<RunningDistrict, "baseUrl" | "mailbox">,
  filed: readonly FiledSample[],
): Promise<void> => {
  for (const { phone, does } of await readToldSamples()) {
    const number = filed.find((sample) => sample.phone === phone)?.number;
    if (number === undefined) throw new Error(`answers.yaml: nobody with ${phone} has filed`);
    let { token, code } = await firstTask(mailbox, number);
    let session = "";
    const send = async (address: string, form: Record<string, string>): Promise<string> => {
      const answer = sendForm(baseUrl, address, { ...form, token }, session);
      const [cookie] = (await answer).headers.getSetCookie();
      session = cookie?.split(";")[0] ?? session;
      return pageAfter(`${form.command ?? address} on ${number}`, answer);
    };
    // The forms come with the district's own day in them.
    const [, today = ""] = /value="(\d{4}-\d\d-\d\d)"/.exec(await send("/task/open", { code })) ?? [];
    let its = "/task";
    for (const told of does) {
      const { at = its, ...form } = onDay(told, today);
      const shown = await send(`${at}/act`, form);
      const [, previewed] = /name="previewed" value="([^"]+)"/.exec(shown) ?? [];
      const done = previewed === undefined ? shown : await send(`${at}/act`, { ...form, previewed });
      if (!done.includes("data-task-done")) throw new Error(`${form.command} on ${number} was not done`);
      // What follows may be a turn of its own, with a link of its own, at another door.
      [, its = its, token = token] = /href="((?:\/\w+)?\/task)#([\w-]+)"/.exec(done) ?? [];
    }
  }
};
