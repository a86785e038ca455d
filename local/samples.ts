import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { readYaml } from "./read-yaml.ts";

/** A petition as a person would type it into the form. */
const Sample = z.record(z.string(), z.string());

/** The same for the same petition, so that filing the samples again registers none twice. */
const submissionOf = (sample: z.infer<typeof Sample>): string => {
  const hash = createHash("sha256").update(JSON.stringify(sample)).digest("hex");
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
};

/** Files the sample petitions through the web form, as a browser would. Returns how many there are. */
export const fileSamples = async (baseUrl: string): Promise<number> => {
  const read = readYaml(await readFile(join(import.meta.dirname, "demo", "petitions.yaml"), "utf8"));
  if (!read.ok) throw new Error(`petitions.yaml: ${JSON.stringify(read.mistakes)}`);
  const samples = z.array(Sample).parse(read.value);
  for (const [at, sample] of samples.entries()) {
    const reply = await fetch(`${baseUrl}/petition`, {
      method: "POST",
      headers: { origin: baseUrl, "sec-fetch-site": "same-origin" },
      body: new URLSearchParams({ ...sample, submission: submissionOf(sample) }),
    });
    if (!reply.ok) throw new Error(`Sample petition ${at + 1} was answered with ${reply.status}`);
    await reply.arrayBuffer();
  }
  return samples.length;
};
