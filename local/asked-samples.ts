import * as z from "zod";
import type { RunningDistrict } from "./running.ts";
import { readSampleFile } from "./sample-file.ts";
import { samplePetitioner } from "./sample-petitioner.ts";
import type { FiledSample } from "./samples.ts";

/** What a petitioner of a sample petition asks of the office: an act of their own door, and the fields of its form. */
export const AskedSample = z.object({ phone: z.string(), command: z.string() }).catchall(z.string());

/** What petitioners of sample petitions have asked for. */
export const readAskedSamples = (): Promise<z.infer<typeof AskedSample>[]> =>
  readSampleFile("requests.yaml", AskedSample);

/** Asks as the petitioners do: with code and number, through the pages. */
export const askSamples = async (
  running: Pick<RunningDistrict, "baseUrl">,
  filed: readonly FiledSample[],
): Promise<void> => {
  for (const { phone, ...asked } of await readAskedSamples()) {
    const { number, send, act } = samplePetitioner("requests.yaml", phone, running, filed);
    const offers = (page: string): boolean => page.includes(`name="command" value="${asked.command}"`);
    if (!offers(await send("/mine"))) throw new Error(`${asked.command} is not offered on ${number}`);
    // What was done is offered no more.
    if (offers(await act(asked))) throw new Error(`${asked.command} on ${number} was not done`);
  }
};
