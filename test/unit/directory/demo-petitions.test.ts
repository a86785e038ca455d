import { expect, test } from "vitest";
import * as z from "zod";
import { filingCounter } from "#access/paces.ts";
import { readPetition } from "#case/forms/petition-form.ts";
import { readRegistration } from "#case/forms/registration-form.ts";
import { Petitioner } from "#case/state/party.ts";
import { categoryOf, unitOf } from "#directory/routing.ts";
import { CategoryId, UnitId } from "#ground/ids.ts";
import { readRegistrations, typedFor } from "../../../local/registered-samples.ts";
import { readSamples, SamplePetition } from "../../../local/samples.ts";
import { demoDistrict, yamlFile } from "../../fixtures/demo-district.ts";

const DemoPetition = z.strictObject({
  ...SamplePetition.shape,
  category: CategoryId,
  community: UnitId,
  ...Petitioner.omit({ lang: true }).shape,
  phone: z
    .string()
    .regex(/^1[3-9]\d{9}$/)
    .optional(),
});

test("the sample petitions can be filed in the demo district, one at least in each community and in each category, the urgent and the simple one too", async () => {
  const demo = demoDistrict();
  const petitions = z.array(DemoPetition).parse(yamlFile("local/demo/petitions.yaml"));
  // They are filed one after the other from one network, of which no more are taken without a wait.
  expect(petitions.length).toBeLessThanOrEqual(filingCounter("network").pace.free);
  for (const { category, community } of petitions) {
    expect(categoryOf(demo, category).id).toBe(category);
    expect(unitOf(demo, community).level).toBe("community");
  }
  expect(new Set(petitions.map(({ category }) => category))).toEqual(new Set(demo.categories.map(({ id }) => id)));
  expect(new Set(petitions.map(({ community }) => community)).size).toBe(14);
  // Somebody leaves nothing of who they are, and somebody an address for post.
  for (const petition of petitions) {
    expect(petition.name === undefined).toBe(petition.unnamed === "yes");
    expect(petition.phone === undefined).toBe(petition.codeOnly === "yes");
  }
  expect(petitions.some(({ unnamed, codeOnly }) => unnamed && codeOnly)).toBe(true);
  expect(petitions.some(({ address }) => address)).toBe(true);
  // For somebody the agent of their village files.
  const forOthers = (await readSamples()).filter(({ forSomebody }) => forSomebody);
  const submission = "6f9b1b1e-2f5e-4c6e-9a57-0b0f3b1f5f10";
  for (const petition of forOthers) {
    expect(readPetition({ ...petition, submission }, demo)).toMatchObject({
      petition: { agent: { relation: "villageAgent" } },
    });
  }
  expect(forOthers).toHaveLength(1);
});

test("the sample registrations can be registered in the demo district: one that came by letter days ago, and one at the window", async () => {
  const directory = demoDistrict();
  const now = "2026-11-23T02:00:00.000Z";
  const registrations = await readRegistrations();
  for (const sample of registrations) {
    const typed = { ...typedFor(sample, "2026-11-23"), submission: "6f9b1b1e-2f5e-4c6e-9a57-0b0f3b1f5f10" };
    expect(readRegistration(typed, { directory, now }, { staff: "zhou-min", unit: "xinfang-ju" })).toHaveProperty(
      "petition",
    );
  }
  expect(registrations.map(({ channel }) => channel).toSorted()).toEqual(["letter", "window"]);
  expect(registrations.some(({ daysAgo }) => daysAgo > 0)).toBe(true);
});
