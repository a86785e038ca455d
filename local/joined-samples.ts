import * as z from "zod";
import type { RunningDistrict } from "./running.ts";
import { readSampleFile } from "./sample-file.ts";
import { samplePetitioner } from "./sample-petitioner.ts";
import type { FiledSample } from "./samples.ts";
import { pageAfter, sendForm, type TypedForm } from "./sent-form.ts";

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
export const readJoinedSamples = (): Promise<z.infer<typeof JoinedSample>[]> =>
  readSampleFile("joined.yaml", JoinedSample);

/** Opens some sample petitions to others and joins them, as people do: through the pages, on devices that take no cookies. */
export const joinSamples = async (
  running: Pick<RunningDistrict, "baseUrl">,
  filed: readonly FiledSample[],
): Promise<void> => {
  const send = (address: string, form: TypedForm): Promise<string> =>
    pageAfter(address, sendForm(running.baseUrl, address, form));
  for (const { phone, people } of await readJoinedSamples()) {
    const { number, act } = samplePetitioner("joined.yaml", phone, running, filed);
    const opened = await act({ command: "openJoining" });
    const [, code] = /<dd class="code">([\w-]+)<\/dd>/.exec(opened) ?? [];
    if (code === undefined) throw new Error(`${number} was not opened to others`);
    for (const [at, { contactPerson, ...person }] of people.entries()) {
      const [, submission = ""] = /name="submission" value="([\w-]+)"/.exec(await send("/join", { code })) ?? [];
      const joined = await send("/join/sign", { code, submission, ...person });
      if (!joined.includes('id="receipt-title"')) throw new Error(`${person.name} did not join ${number}`);
      if (!contactPerson) continue;
      const [, own = ""] = /<dd class="code">([\w-]+)<\/dd>/.exec(joined) ?? [];
      await send("/joint/stand", { code: own, phoneTail: person.phone, wholePhone: person.phone, ready: "yes" });
      const taken = await act({ command: "nameContactPerson", signatory: String(at + 1) });
      if (!taken.includes('id="contact-persons"')) throw new Error(`${person.name} was not taken on ${number}`);
    }
  }
};
