import { expect, test } from "vitest";
import { readMergedSamples } from "../../../local/merged-samples.ts";
import { readSamples } from "../../../local/samples.ts";
import { readToldSamples } from "../../../local/told-samples.ts";

test("sample petitions are handled in others of the same category, once their petitioners were heard", async () => {
  const [samples, told] = [await readSamples(), await readToldSamples()];
  const merged = await readMergedSamples();
  expect(merged.length).toBeGreaterThan(0);
  for (const { lead, member } of merged) {
    const placeOf = (of: string): number => samples.findIndex(({ phone }) => phone === of);
    expect(samples[placeOf(member)]?.category).toBe(samples[placeOf(lead)]?.category);
    // The one that leads was filed first, so that its time ends no later.
    expect(placeOf(lead)).toBeLessThan(placeOf(member));
    const does = told.find(({ phone }) => phone === member)?.does ?? [];
    expect(does.map(({ command }) => command)).toContain("recordContact");
  }
});
