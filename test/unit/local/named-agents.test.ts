import { expect, test } from "vitest";
import { petitionerForms } from "#case/acts/every-petitioner-act.ts";
import { readSampleAgents } from "../../../local/named-agents.ts";
import { readSamples } from "../../../local/samples.ts";

test("whom petitioners of sample petitions name is read by the form, and each petition is there", async () => {
  const samples = await readSamples();
  const agents = await readSampleAgents();
  expect(agents).not.toEqual([]);
  for (const { phone, may, ...agent } of agents) {
    const ticked = Object.fromEntries(may.map((field) => [field, "yes"]));
    expect(petitionerForms.read({ command: "nameAgent", ...agent, ...ticked })).toHaveProperty("act");
    expect(samples.filter((sample) => sample.phone === phone)).toHaveLength(1);
  }
});
