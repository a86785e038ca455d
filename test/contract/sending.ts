import type { District } from "./district.ts";
import type { Machine } from "./machine.ts";

/** The network from which petitioners send, and where their browsers come back to. */
export const home = "203.0.113.44";
export const back = "http://localhost/files/-/sent";

type Sending = { key: { code: string; phoneTail: string }; machine: Machine };

/** A name for a file, from whoever has a key. */
export const nameFor = async (
  district: District,
  caseId: string,
  { key = district.keyTo(caseId) }: Partial<Sending> = {},
) => {
  const given = await district.files.give(key, home, key.phoneTail);
  if ("barred" in given || !("name" in given)) throw new Error(`No form: ${JSON.stringify(given)}`);
  return given;
};

/** Asks for a form, and posts it with a file; what the store answers, and what came of it. */
export const sends = async (district: District, caseId: string, content: Uint8Array, by: Partial<Sending> = {}) => {
  const given = await nameFor(district, caseId, by);
  const form = await district.files.formFor(given.petition, given, back);
  const answer = await district.shelf.post(form.fields, content);
  const { key = "" } = form.fields;
  return { ...given, form, answer, taken: answer.status === 303 ? await district.takeFile(key) : undefined };
};
