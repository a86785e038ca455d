import * as z from "zod";
import { saidOfOnesOwn } from "#words/of-ones-own.ts";
import { saidToDecide } from "#words/to-decide.ts";
import type { RunningDistrict } from "./running.ts";
import { readSampleFile } from "./sample-file.ts";
import { samplePetitioner } from "./sample-petitioner.ts";
import type { FiledSample } from "./samples.ts";

/** What the petitioner of a sample petition does: forms of their pages, in their order; `at` is the page of each. */
const DecidedSample = z.strictObject({
  phone: z.string(),
  does: z.array(z.looseObject({ at: z.enum(["/mine", "/decide"]), command: z.string() })).min(1),
});

/** What petitioners of sample petitions have decided. */
export const readDecidedSamples = (): Promise<z.infer<typeof DecidedSample>[]> =>
  readSampleFile("decided.yaml", DecidedSample);

/** The page that offers what is done at another. */
const offeredAt = { "/mine": "/mine", "/decide": "/status" } as const;

/** What the page says where an act has counted. */
const noticeOf = (command: string): string => {
  const said = Object.entries({ ...saidOfOnesOwn.notices, ...saidToDecide.notices }).find(([name]) => name === command);
  const notice = said?.[1];
  if (notice === undefined || typeof notice === "string")
    throw new Error(`decided.yaml: nothing is said of ${command}`);
  return notice.zh;
};

/** Decides as petitioners do: with code and number, through the pages. */
export const decideSamples = async (
  running: Pick<RunningDistrict, "baseUrl">,
  filed: readonly FiledSample[],
): Promise<void> => {
  for (const { phone, does } of await readDecidedSamples()) {
    const { number, act } = samplePetitioner("decided.yaml", phone, running, filed);
    for (const { at, ...form } of does) {
      const typed = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)]));
      const came = await act(typed, at, offeredAt[at]);
      if (!came.includes(noticeOf(form.command))) throw new Error(`${form.command} on ${number} was not done`);
    }
  }
};
