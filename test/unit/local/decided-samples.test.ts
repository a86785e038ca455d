import { expect, test } from "vitest";
import { petitionerForms } from "#case/acts/every-petitioner-act.ts";
import { readDecidedSamples } from "../../../local/decided-samples.ts";
import { readSamples } from "../../../local/samples.ts";

test("what petitioners of sample petitions decide is read by their forms, and each petition is there", async () => {
  const samples = await readSamples();
  const decided = await readDecidedSamples();
  expect(decided.flatMap(({ does }) => does.map(({ command }) => command))).toEqual(["withdraw", "tellPressure"]);
  for (const { phone, does } of decided) {
    for (const { at: _, ...form } of does) {
      const typed = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)]));
      expect(petitionerForms.read(typed)).toHaveProperty("act");
    }
    expect(samples.filter((sample) => sample.phone === phone)).toHaveLength(1);
  }
});
