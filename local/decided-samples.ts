import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
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
    const told = async (): Promise<string> => /name="saw" value="(\d+)"/.exec(await send("/status", {}))?.[1] ?? "";
    for (const { at, ...form } of does) {
      const saw = await told();
      await send(`${at}/act`, { ...form, saw, wholePhone: phone });
      if ((await told()) === saw) throw new Error(`${form.command} on ${sample.number} was not done`);
    }
  }
};
