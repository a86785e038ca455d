import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { saidOfOnesOwn } from "#words/of-ones-own.ts";
import { saidToDecide } from "#words/to-decide.ts";
import { readYaml } from "./read-yaml.ts";
import type { RunningDistrict } from "./running.ts";
import type { FiledSample } from "./samples.ts";

/** What the petitioner of a sample petition does: forms of their pages, in their order; `at` is the page of each. */
const DecidedSample = z.strictObject({
  phone: z.string(),
  does: z.array(z.looseObject({ at: z.enum(["/mine", "/decide"]), command: z.string() })).min(1),
});

/** What petitioners of sample petitions have decided. */
export const readDecidedSamples = async (): Promise<z.infer<typeof DecidedSample>[]> => {
  const read = readYaml(await readFile(join(import.meta.dirname, "demo", "decided.yaml")));
  if (!read.ok) throw new Error(`decided.yaml: ${JSON.stringify(read.mistakes)}`);
  return z.array(DecidedSample).parse(read.value);
};

/** The page that offers what is done at another. */
const offeredAt = { "/mine": "/mine", "/decide": "/status" } as const;

/** What the page says where an act has counted. */
const noticeOf = (command: string): string => {
  const said = Object.entries({ ...saidOfOnesOwn.notices, ...saidToDecide.notices }).find(([name]) => name === command);
  const notice = said?.[1];
  if (notice === undefined || typeof notice === "string")
    throw new Error(`decided.yaml: nothing is said of ${command}`);
  return notice.zh;
};

/** Decides as petitioners do: with code and number, through the pages, on a device that takes no cookies. */
export const decideSamples = async (
  { baseUrl }: Pick<RunningDistrict, "baseUrl">,
  filed: readonly FiledSample[],
): Promise<void> => {
  for (const { phone, does } of await readDecidedSamples()) {
    const sample = filed.find((one) => one.phone === phone);
    if (sample === undefined) throw new Error(`decided.yaml: nobody with ${phone} has filed`);
    const send = async (address: string, form: Record<string, unknown>): Promise<string> => {
      const typed = Object.entries(form).map(([name, value]) => [name, String(value)]);
      const reply = await fetch(`${baseUrl}${address}`, {
        method: "POST",
        headers: { origin: baseUrl, "sec-fetch-site": "same-origin" },
        body: new URLSearchParams([["code", sample.code], ["phoneTail", phone], ...typed]),
      });
      if (!reply.ok) throw new Error(`${address} on ${sample.number} was answered with ${reply.status}`);
      return reply.text();
    };
    for (const { at, ...form } of does) {
      const [, saw = ""] = /name="saw" value="(\d+)"/.exec(await send(offeredAt[at], {})) ?? [];
      const came = await send(`${at}/act`, { ...form, saw, wholePhone: phone });
      if (!came.includes(noticeOf(form.command))) throw new Error(`${form.command} on ${sample.number} was not done`);
    }
  }
};
