import * as z from "zod";
import { scopeFields } from "#case/acts/agent.ts";
import type { RunningDistrict } from "./running.ts";
import { readSampleFile } from "./sample-file.ts";
import { samplePetitioner } from "./sample-petitioner.ts";
import type { FiledSample } from "./samples.ts";

/** Whom the petitioner of a sample petition names to act for them, and what is ticked in the form. */
export const SampleAgent = z.strictObject({
  phone: z.string(),
  agentName: z.string(),
  agentPhone: z.string(),
  may: z.array(z.enum(Object.values(scopeFields))).min(1),
});

/** Whom petitioners of sample petitions have named. */
export const readSampleAgents = (): Promise<z.infer<typeof SampleAgent>[]> =>
  readSampleFile("agents.yaml", SampleAgent);

/** Names the agents as their petitioners do: with code and number, through the pages. */
export const nameSampleAgents = async (
  running: Pick<RunningDistrict, "baseUrl">,
  filed: readonly FiledSample[],
): Promise<void> => {
  for (const { phone, may, ...agent } of await readSampleAgents()) {
    const { number, act } = samplePetitioner("agents.yaml", phone, running, filed);
    const ticked = Object.fromEntries(may.map((field) => [field, "yes"]));
    if (!(await act({ command: "nameAgent", ...agent, ...ticked })).includes('id="new-agent-title"')) {
      throw new Error(`${agent.agentName} was not named on ${number}`);
    }
  }
};
