/** A text without the full stop at its end, to be set inside a sentence of ours. */
export const withoutStop = (text: string): string => {
  let end = text.length;
  while (end > 0 && isStop.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end).trimStart();
};
const isStop = /[。．.；;，,\s]/;

/** A phone number that stays on one line. */
export const unbroken = (phone: string): string => phone.replaceAll(" ", "\u00a0");

/** An English sentence begins with a capital, whatever phrase it begins with. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
