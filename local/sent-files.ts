import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { readYaml } from "./read-yaml.ts";
import type { RunningDistrict } from "./running.ts";
import type { FiledSample } from "./samples.ts";

/** Which file of `demo/` the petitioner of a sample petition sends. */
export const SentFile = z.strictObject({ phone: z.string(), file: z.string().regex(/^[\w-]+\.(png|jpg|pdf)$/) });

const demo = join(import.meta.dirname, "demo");

/** What petitioners of sample petitions have sent. */
export const readSentFiles = async (): Promise<z.infer<typeof SentFile>[]> => {
  const read = readYaml(await readFile(join(demo, "files.yaml")));
  if (!read.ok) throw new Error(`files.yaml: ${JSON.stringify(read.mistakes)}`);
  return z.array(SentFile).parse(read.value);
};

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
  { baseUrl }: Pick<RunningDistrict, "baseUrl">,
  filed: readonly FiledSample[],
): Promise<void> => {
  for (const { phone, file } of await readSentFiles()) {
    const sample = filed.find((one) => one.phone === phone);
    if (sample === undefined) throw new Error(`files.yaml: nobody with ${phone} has filed`);
    const asked = await fetch(`${baseUrl}/files/bring`, {
      method: "POST",
      headers: { origin: baseUrl, "sec-fetch-site": "same-origin" },
      body: new URLSearchParams({ code: sample.code, phoneTail: phone, wholePhone: phone }),
    });
    const html = await asked.text();
    const form = html.split("<form").find((one) => one.includes("multipart/form-data")) ?? "";
    const [, action = ""] = / action="([^"]+)"/.exec(form) ?? [];
    const sent = new FormData();
    for (const [name, value] of Object.entries(hiddenIn(form))) sent.append(name, value);
    sent.append("file", new Blob([new Uint8Array(await readFile(join(demo, file)))]), file);
    const answer = await fetch(new URL(action, baseUrl), { method: "POST", body: sent, redirect: "manual" });
    if (answer.status !== 303) throw new Error(`${file} on ${sample.number} was answered with ${answer.status}`);
  }
};
