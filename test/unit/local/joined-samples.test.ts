import { expect, test } from "vitest";
import { readJoinForm } from "#case/forms/join-form.ts";
import { readJoinedSamples } from "../../../local/joined-samples.ts";
import { readSamples } from "../../../local/samples.ts";

test("who joins sample petitions is read by the form, and each petition is there, and none that nobody can join", async () => {
  const samples = await readSamples();
  const joined = await readJoinedSamples();
  expect(joined).not.toEqual([]);
  for (const { phone, people } of joined) {
    expect(people.filter(({ contactPerson }) => contactPerson).map(({ phone: own }) => own)).not.toContain("");
    for (const { contactPerson: _, ...person } of people) {
      expect(readJoinForm({ ...person, submission: "6f9b1b1e-2f5e-4c6e-9a57-0b0f3b1f5f10" })).toHaveProperty("form");
    }
    const filed = samples.filter((sample) => sample.phone === phone);
    expect(filed.map(({ category }) => category)).toEqual(["roads-traffic"]);
  }
});
