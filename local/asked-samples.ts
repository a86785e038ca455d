import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { readYaml } from "./read-yaml.ts";
import type { RunningDistrict } from "./running.ts";
import type { FiledSample } from "./samples.ts";

/** What a petitioner of a sample petition asks of the office: an act of their own door, and the fields of its form. */
export const AskedSample = z.object({ phone: z.string(), command: z.string() }).catchall(z.string());

/** What petitioners of sample petitions have asked for. */
export const readAskedSamples = async (): Promise<z.infer<typeof AskedSample>[]> => {
  const read = readYaml(await readFile(join(import.meta.dirname, "demo", "requests.yaml")));
  if (!read.ok) throw new Error(`requests.yaml: ${JSON.stringify(read.mistakes)}`);
  return z.array(AskedSample).parse(read.value);
};

/** Asks as the petitioners do: with code and number, through the pages, on a device that takes no cookies. */
export const askSamples = async (
  { baseUrl }: Pick<RunningDistrict, "baseUrl">,
  filed: readonly FiledSample[],
): Promise<void> => {
  for (const { phone, ...asked } of await readAskedSamples()) {
    const sample = filed.find((one) => one.phone === phone);
    if (sample === undefined) throw new Error(`requests.yaml: nobody with ${phone} has filed`);
    const send = async (address: string, form: Record<string, string>): Promise<string> => {
      const reply = await fetch(`${baseUrl}${address}`, {
        method: "POST",
        headers: { origin: baseUrl, "sec-fetch-site": "same-origin" },
        body: new URLSearchParams({ code: sample.code, phoneTail: phone, ...form }),
      });
      if (!reply.ok) throw new Error(`${address} on ${sample.number} was answered with ${reply.status}`);
      return reply.text();
    };
    const offered = await send("/mine", {});
    const [, saw = ""] = /name="saw" value="(\d+)"/.exec(offered) ?? [];
    const offers = (page: string): boolean => page.includes(`name="command" value="${asked.command}"`);
    if (!offers(offered)) throw new Error(`${asked.command} is not offered on ${sample.number}`);
    // What was done is offered no more.
    if (offers(await send("/mine/act", { ...asked, saw, wholePhone: phone }))) {
      throw new Error(`${asked.command} on ${sample.number} was not done`);
    }
  }
};
