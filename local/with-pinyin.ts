import { pinyin } from "pinyin-pro";
import type { Directory } from "#directory/directory.ts";

/** How a text sounds, syllable by syllable and without tones; ü is written v, as it is typed. */
const soundOf = (text: string): string =>
  pinyin(text, { toneType: "none", type: "array", v: true })
    .map((syllable) => syllable.toLowerCase().trim())
    .filter((syllable) => syllable !== "")
    .join(" ");

/**
 * A directory whose units are found by pinyin too. It is derived here, on the machine that imports: no function carries
 * the dictionary. Where a name sounds otherwise than the dictionary has it, the file says so among its search words.
 */
export const withPinyin = (directory: Directory): Directory => ({
  ...directory,
  units: directory.units.map((unit) => ({ ...unit, pinyin: [unit.name.zh, ...unit.search].map(soundOf) })),
});
