import type { Lang } from "#ground/bilingual.ts";
import type { Phone } from "#ground/phone.ts";
import { unbroken } from "./phrasing.ts";

const extension = { zh: "转", en: "ext." } satisfies Record<Lang, string>;

/** A phone number as people in the district write it: with the country's code only where it is another's. On one line. */
export const phoneWords = (phone: Phone, lang: Lang): string => {
  const [number = "", ext] = phone.split(";ext=");
  const shown = ext === undefined ? [inGroups(number)] : [inGroups(number), extension[lang], ext];
  return unbroken(shown.join(" "));
};

const inGroups = (number: string): string => {
  const mobile = /^\+86(1[3-9]\d)(\d{4})(\d{4})$/.exec(number);
  if (mobile !== null) return mobile.slice(1).join(" ");
  const landline = /^\+86(10|2\d|[3-9]\d{2})(\d{7,8})$/.exec(number);
  if (landline !== null && !/^\+86[48]00\d{7}$/.test(number)) return `0${landline.slice(1).join("-")}`;
  const service = /^\+86(\d{3})(\d{3})(\d{4})$/.exec(number);
  if (service !== null) return service.slice(1).join("-");
  const neighbour = /^\+(852|853|886)(\d+)(\d{4})$/.exec(number);
  return neighbour === null ? number : `+${neighbour.slice(1).join(" ")}`;
};
