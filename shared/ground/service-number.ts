import * as z from "zod";
import { readPhone } from "./phone.ts";
import { inOneLine } from "./seen-text.ts";

/** 短号: numbers of a few digits that are dialled as they are, such as 119, 12345 or 967266. */
const short = /^[1-9]\d{2,5}$/;

/** What a phone dials for a number as it is written: a short number as it is, any other with its country's code. */
export const dialled = (written: string): string | undefined => {
  const digits = inOneLine(written).replaceAll(" ", "");
  return short.test(digits) ? digits : readPhone(written);
};

/** What is said of a text that is no such number. */
export const notDialled = "not a number to dial";

/** A number that anybody can dial from anywhere in the country, so that a mobile phone reaches it too. */
export const ServiceNumber = z.string().refine((written) => dialled(written) !== undefined, notDialled);
