import { expect, test } from "vitest";
import { petitionerForms } from "#case/acts/every-petitioner-act.ts";
import { readAskedSamples } from "../../../local/asked-samples.ts";
import { readSamples } from "../../../local/samples.ts";

test("what petitioners of sample petitions ask for is read by the forms, and each petition is there", async () => {
  const samples = await readSamples();
  const asked = await readAskedSamples();
  expect(asked.map(({ command }) => command).toSorted()).toEqual(["askRecusal", "askUrgency"]);
  for (const { phone, ...form } of asked) {
    expect(petitionerForms.read(form)).toHaveProperty("act");
    expect(samples.filter((sample) => sample.phone === phone)).toHaveLength(1);
  }
});
