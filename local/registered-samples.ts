import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { broughtFields } from "#case/forms/registration-form.ts";
import { registerPasses } from "#case/store/pass-store.ts";
import { demoNow } from "#clock/now.ts";
import { dayAfter, districtDate } from "#clock/period.ts";
import { directoryStore } from "#directory/store.ts";
import { type RunningDistrict, tablesOf } from "./running.ts";
import { readSampleFile } from "./sample-file.ts";
import { SamplePetition, submissionOf } from "./samples.ts";
import { sendForm } from "./sent-form.ts";

/** A petition as a clerk writes it down for somebody. */
const SampleRegistration = SamplePetition.extend({
  channel: z.string(),
  checked: z.string(),
  scan: z.string().default(""),
  externalNumber: z.string().default(""),
  /** Days before today on which it was received. */
  daysAgo: z.int().min(0),
});
export type SampleRegistration = z.infer<typeof SampleRegistration>;

/** What staff of the demo district register for others. */
export const readRegistrations = (): Promise<SampleRegistration[]> =>
  readSampleFile("registrations.yaml", SampleRegistration);

/** What is typed for a sample. @param today the district's day */
export const typedFor = ({ daysAgo, ...sample }: SampleRegistration, today: string): Record<string, string> => ({
  ...Object.fromEntries(broughtFields.map((field) => [field, ""])),
  ...sample,
  receivedOn: dayAfter(today, -daysAgo),
});

/** Seconds between two tries of a registration that has to wait for those before it, and how often it is tried. */
const secondsBetween = 5;
const mostTries = 24;

/** Registers the sample petitions at the counter, as the bureau's duty officer, with a pass that ends with the day. */
export const registerSamples = async (running: RunningDistrict): Promise<void> => {
  const { db, directory } = tablesOf(running);
  const district = directoryStore(db, directory);
  const { staff, district: its } = await district.current();
  const clerk = staff.find(({ unit }) => unit === its.bureau);
  if (clerk === undefined) throw new Error("Nobody works at the demo district's bureau");
  const today = districtDate(await demoNow(() => district.demoOffset())());
  const pass = await registerPasses(db, directory).give({ staff: clerk.id, until: today }, randomBytes);
  const { baseUrl } = running;
  for (const [at, sample] of (await readRegistrations()).entries()) {
    const form = { ...typedFor(sample, today), pass, submission: submissionOf(sample), confirmed: "yes" };
    const send = (): Promise<Response> => sendForm(baseUrl, "/register", form);
    let reply = await send();
    // The samples before these came from the same network, which may file twenty at once and then waits.
    for (let tries = 1; reply.status === 429 && tries < mostTries; tries += 1) {
      await sleep(secondsBetween * 1000);
      reply = await send();
    }
    if (!reply.ok) throw new Error(`Sample registration ${at + 1} was answered with ${reply.status}`);
  }
};
