import { createHash } from "node:crypto";
import * as z from "zod";
import { readSampleFile } from "./sample-file.ts";
import { pageAfter, sendForm } from "./sent-form.ts";

const text = z.string().min(1);

/** A petition as a person types it into the form. */
export const SamplePetition = z.strictObject({
  category: text,
  community: text,
  story: text,
  place: text,
  ask: text,
  /** A second request. */
  ask2: text.exactOptional(),
  name: text.exactOptional(),
  phone: text.exactOptional(),
  email: text.exactOptional(),
  address: text.exactOptional(),
  /** No name is left. */
  unnamed: z.literal("yes").exactOptional(),
  /** No number is left: the case's own goes with the code. */
  codeOnly: z.literal("yes").exactOptional(),
  /** 代理提交: who files it for the petitioner, what they are to them, and that they were asked to. */
  forSomebody: z.literal("yes").exactOptional(),
  agentName: text.exactOptional(),
  agentPhone: text.exactOptional(),
  relation: text.exactOptional(),
  asked: z.literal("yes").exactOptional(),
  /** The office that the petition is about. */
  about: text.exactOptional(),
});
export type SamplePetition = z.infer<typeof SamplePetition>;

/** The same for the same petition, so that filing the samples again registers none twice. */
export const submissionOf = (sample: SamplePetition): string => {
  const hash = createHash("sha256").update(JSON.stringify(sample)).digest("hex");
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
};

/** The sample petitions of the demo district. */
export const readSamples = (): Promise<SamplePetition[]> => readSampleFile("petitions.yaml", SamplePetition);

/**
 * A sample petition that was filed: its number, its query code, and the phone by which it is told apart
 * here, if there is one.
 */
export type FiledSample = { phone: string | undefined; number: string; code: string };

/** Files the sample petitions through the web form, as a browser that takes no cookies would. */
export const fileSamples = async (baseUrl: string): Promise<FiledSample[]> => {
  const samples = await readSamples();
  const filed: FiledSample[] = [];
  for (const [at, sample] of samples.entries()) {
    const form = { ...sample, submission: submissionOf(sample), confirmed: "yes" };
    const receipt = await pageAfter(`Sample petition ${at + 1}`, sendForm(baseUrl, "/petition", form));
    const [number] = /\p{L}{1,8}〔\d{4}〕\d{1,10}号/u.exec(receipt) ?? [];
    const [, code] = /class="code">([^<]+)/.exec(receipt) ?? [];
    if (number === undefined || code === undefined)
      throw new Error(`The receipt of sample petition ${at + 1} names no case, or no code`);
    filed.push({ phone: sample.phone, number, code });
  }
  return filed;
};
