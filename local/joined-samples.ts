import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { readYaml } from "./read-yaml.ts";
import type { RunningDistrict } from "./running.ts";
import type { FiledSample } from "./samples.ts";

/** Who joins a sample petition, as they type it. */
const JoinedSample = z.strictObject({
  phone: z.string(),
  people: z
    .array(
      z.strictObject({
        name: z.string(),
        phone: z.string().default(""),
        /** They are ready to be a contact person, and taken as one. */
        contactPerson: z.boolean().default(false),
      }),
    )
    .min(1),
});

/** Which sample petitions others have joined. */
export const readJoinedSamples = async (): Promise<z.infer<typeof JoinedSample>[]> => {
  const read = readYaml(await readFile(join(import.meta.dirname, "demo", "joined.yaml")));
  if (!read.ok) throw new Error(`joined.yaml: ${JSON.stringify(read.mistakes)}`);
  return z.array(JoinedSample).parse(read.value);
};

/** Opens some sample petitions to others and joins them, as people do: through the pages, on devices that take no cookies. */
export const joinSamples = async (
  { baseUrl }: Pick<RunningDistrict, "baseUrl">,
  filed: readonly FiledSample[],
): Promise<void> => {
  const send = async (address: string, form: Record<string, string>): Promise<string> => {
    const reply = await fetch(`${baseUrl}${address}`, {
      method: "POST",
      headers: { origin: baseUrl, "sec-fetch-site": "same-origin" },
      body: new URLSearchParams(form),
    });
    if (!reply.ok) throw new Error(`${address} was answered with ${reply.status}`);
    return reply.text();
  };
  for (const { phone, people } of await readJoinedSamples()) {
    const sample = filed.find((one) => one.phone === phone);
    if (sample === undefined) throw new Error(`joined.yaml: nobody with ${phone} has filed`);
    const key = { code: sample.code, phoneTail: phone };
    const decide = async (form: Record<string, string>): Promise<string> => {
      const [, saw = ""] = /name="saw" value="(\d+)"/.exec(await send("/mine", key)) ?? [];
      return send("/mine/act", { ...key, ...form, saw, wholePhone: phone });
    };
    const opened = await decide({ command: "openJoining" });
    const [, code] = /<dd class="code">([\w-]+)<\/dd>/.exec(opened) ?? [];
    if (code === undefined) throw new Error(`${sample.number} was not opened to others`);
    for (const [at, { contactPerson, ...person }] of people.entries()) {
      const [, submission = ""] = /name="submission" value="([\w-]+)"/.exec(await send("/join", { code })) ?? [];
      const joined = await send("/join/sign", { code, submission, ...person });
      if (!joined.includes('id="receipt-title"')) throw new Error(`${person.name} did not join ${sample.number}`);
      if (!contactPerson) continue;
      const [, own = ""] = /<dd class="code">([\w-]+)<\/dd>/.exec(joined) ?? [];
      await send("/joint/stand", { code: own, phoneTail: person.phone, wholePhone: person.phone, ready: "yes" });
      const taken = await decide({ command: "nameContactPerson", signatory: String(at + 1) });
      if (!taken.includes('id="contact-persons"')) throw new Error(`${person.name} was not taken on ${sample.number}`);
    }
  }
};
