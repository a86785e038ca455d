import * as z from "zod";
import { SameAsks } from "#case/state/facts/merging.ts";
import { StaffId } from "#ground/ids.ts";
import { mergeForBureau } from "./bureau-command.ts";
import { type RunningDistrict, tablesOf } from "./running.ts";
import { readSampleFile } from "./sample-file.ts";
import type { FiledSample } from "./samples.ts";

const MergedSample = z.strictObject({ lead: z.string(), member: z.string(), asks: SameAsks, by: StaffId });

/** Which sample petitions are handled in others. */
export const readMergedSamples = (): Promise<z.infer<typeof MergedSample>[]> =>
  readSampleFile("merged.yaml", MergedSample);

/** Has sample petitions handled in others, as the bureau does by command. */
export const mergeSamples = async (running: RunningDistrict, filed: readonly FiledSample[]): Promise<void> => {
  for (const { lead, member, ...merging } of await readMergedSamples()) {
    const numberOf = (phone: string): string | undefined => filed.find((one) => one.phone === phone)?.number;
    await mergeForBureau(
      { lead: numberOf(lead), member: numberOf(member) },
      `merged.yaml: ${member} in ${lead}`,
      merging,
      tablesOf(running),
    );
  }
};
