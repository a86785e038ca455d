import type { RunningDistrict } from "./running.ts";
import type { FiledSample } from "./samples.ts";
import { pageAfter, sendForm, type TypedForm } from "./sent-form.ts";

/** Whoever has filed a sample petition, at the pages that their code and number open, on a device that takes no cookies. */
export type SamplePetitioner = {
  number: string;
  /** The page that answers a form, which is sent with the key. */
  send: (address: string, form?: TypedForm) => Promise<string>;
  /** The same of an act, as it is sent from the page that offers it, with what that has told. */
  act: (form: TypedForm, at?: string, offeredAt?: string) => Promise<string>;
};

/** @param file of the demo that names them, by the phone that they have typed. @throws when nobody has filed with it */
export const samplePetitioner = (
  file: string,
  phone: string,
  { baseUrl }: Pick<RunningDistrict, "baseUrl">,
  filed: readonly FiledSample[],
): SamplePetitioner => {
  const sample = filed.find((one) => one.phone === phone);
  if (sample === undefined) throw new Error(`${file}: nobody with ${phone} has filed`);
  const { number, code } = sample;
  const send: SamplePetitioner["send"] = (address, form = {}) =>
    pageAfter(`${address} on ${number}`, sendForm(baseUrl, address, { code, phoneTail: phone, ...form }));
  return {
    number,
    send,
    act: async (form, at = "/mine", offeredAt = at) => {
      const [, saw = ""] = /name="saw" value="(\d+)"/.exec(await send(offeredAt)) ?? [];
      return send(`${at}/act`, { ...form, saw, wholePhone: phone });
    },
  };
};
