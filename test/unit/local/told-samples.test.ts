import { expect, test } from "vitest";
import { staffForms } from "#case/acts/every-act.ts";
import { readSamples } from "../../../local/samples.ts";
import { onDay, readToldSamples } from "../../../local/told-samples.ts";

test("what the office does with sample petitions is read by its forms, and each petition is there and left no email", async () => {
  const samples = await readSamples();
  const told = await readToldSamples();
  expect(
    told
      .flatMap(({ does }) => does.map(({ at: _, ...form }) => staffForms.read(onDay(form, "2026-03-02"))))
      .filter((read) => "problems" in read),
  ).toEqual([]);
  for (const { phone } of told)
    expect(samples.filter((sample) => sample.phone === phone && sample.email === undefined)).toHaveLength(1);
  const commands = told.map(({ does }) => does.map(({ command }) => command));
  expect(commands).toContainEqual(["acknowledge", "object"]);
  expect(commands).toContainEqual(["acknowledge", "askAssistance"]);
  expect(commands).toContainEqual(["acknowledge", "askMaterial"]);
  expect(commands).toContainEqual(["acknowledge", "convene"]);
  expect(commands).toContainEqual(["acknowledge", "proposeGuidance"]);
  expect(commands).toContainEqual(["recordContact", "reply"]);
  expect(commands).toContainEqual(["acknowledge", "noteProgress"]);
  expect(commands).toContainEqual(["recordContact", "reportUpward"]);
  expect(commands).toContainEqual(["transfer"]);
  expect(commands).toContainEqual(["acknowledge", "proposeSettlement"]);
  expect(commands).toContainEqual(["recordContact", "reply", "correctLetter"]);
});
