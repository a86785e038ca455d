import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { scopeFields } from "#case/acts/agent.ts";
import { readYaml } from "./read-yaml.ts";
import type { RunningDistrict } from "./running.ts";
import type { FiledSample } from "./samples.ts";

/** Whom the petitioner of a sample petition names to act for them, and what is ticked in the form. */
export const SampleAgent = z.strictObject({
  phone: z.string(),
  agentName: z.string(),
  agentPhone: z.string(),
  may: z.array(z.enum(Object.values(scopeFields))).min(1),
});

/** Whom petitioners of sample petitions have named. */
export const readSampleAgents = async (): Promise<z.infer<typeof SampleAgent>[]> => {
  const read = readYaml(await readFile(join(import.meta.dirname, "demo", "agents.yaml")));
  if (!read.ok) throw new Error(`agents.yaml: ${JSON.stringify(read.mistakes)}`);
  return z.array(SampleAgent).parse(read.value);
};

/** Names the agents as their petitioners do: with code and number, through the pages, on a device that takes no cookies. */
export const nameSampleAgents = async (
  { baseUrl }: Pick<RunningDistrict, "baseUrl">,
  filed: readonly FiledSample[],
): Promise<void> => {
  for (const { phone, may, ...agent } of await readSampleAgents()) {
    const sample = filed.find((one) => one.phone === phone);
    if (sample === undefined) throw new Error(`agents.yaml: nobody with ${phone} has filed`);
    const key = { code: sample.code, phoneTail: phone };
    const send = async (address: string, form: Record<string, string>): Promise<string> => {
      const reply = await fetch(`${baseUrl}${address}`, {
        method: "POST",
        headers: { origin: baseUrl, "sec-fetch-site": "same-origin" },
        body: new URLSearchParams({ ...key, ...form }),
      });
      if (!reply.ok) throw new Error(`${address} on ${sample.number} was answered with ${reply.status}`);
      return reply.text();
    };
    const [, saw = ""] = /name="saw" value="(\d+)"/.exec(await send("/mine", {})) ?? [];
    const ticked = Object.fromEntries(may.map((field) => [field, "yes"]));
    const naming = { command: "nameAgent", saw, wholePhone: phone, ...agent, ...ticked };
    if (!(await send("/mine/act", naming)).includes('id="new-agent-title"')) {
      throw new Error(`${agent.agentName} was not named on ${sample.number}`);
    }
  }
};
