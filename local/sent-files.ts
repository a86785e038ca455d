import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { RunningDistrict } from "./running.ts";
import { readSampleFile } from "./sample-file.ts";
import { samplePetitioner } from "./sample-petitioner.ts";
import type { FiledSample } from "./samples.ts";

/** Which file of `demo/` the petitioner of a sample petition sends. */
export const SentFile = z.strictObject({ phone: z.string(), file: z.string().regex(/^[\w-]+\.(png|jpg|pdf)$/) });

const demo = join(import.meta.dirname, "demo");

/** What petitioners of sample petitions have sent. */
export const readSentFiles = (): Promise<z.infer<typeof SentFile>[]> => readSampleFile("files.yaml", SentFile);

/** What a page's form sends along, by the names of its hidden fields. */
const hiddenIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [
      name,
      value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
    ]),
  );

/** Sends the files as their petitioners do: with code and number, through the pages, on a device that takes no cookies. */
export const sendSampleFiles = async (
  running: Pick<RunningDistrict, "baseUrl">,
  filed: readonly FiledSample[],
): Promise<void> => {
  for (const { phone, file } of await readSentFiles()) {
    const { number, send } = samplePetitioner("files.yaml", phone, running, filed);
    const html = await send("/files/bring", { wholePhone: phone });
    const form = html.split("<form").find((one) => one.includes("multipart/form-data")) ?? "";
    const [, action = ""] = / action="([^"]+)"/.exec(form) ?? [];
    const sent = new FormData();
    for (const [name, value] of Object.entries(hiddenIn(form))) sent.append(name, value);
    sent.append("file", new Blob([new Uint8Array(await readFile(join(demo, file)))]), file);
    const answer = await fetch(new URL(action, running.baseUrl), { method: "POST", body: sent, redirect: "manual" });
    if (answer.status !== 303) throw new Error(`${file} on ${number} was answered with ${answer.status}`);
  }
};
