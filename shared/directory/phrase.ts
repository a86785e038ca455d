import * as z from "zod";

/** Characters that a phrase has at most. */
const mostOfPhrase = 1000;

/** The parts of a letter that officers write. */
export const PhraseField = z.enum(["facts", "rule", "decision"]);
export type PhraseField = z.infer<typeof PhraseField>;

/**
 * 常用语: a text that an officer may put into a part of a letter, and changes as the case asks. What has to be filled in is
 * written `＿＿`: a letter in which such a blank is left is not issued.
 */
export const Phrase = z.strictObject({ field: PhraseField, text: z.string().trim().min(1).max(mostOfPhrase) });
export type Phrase = z.infer<typeof Phrase>;

type WithPhrases = {
  district: { phrases: readonly Phrase[] };
  categories: readonly { id: string; phrases: readonly Phrase[] }[];
};

/** The phrases for a part of a letter on a matter of a category: the category's own, then those of the district. */
export const phrasesFor = ({ district, categories }: WithPhrases, category: string, field: PhraseField): string[] =>
  [...(categories.find(({ id }) => id === category)?.phrases ?? []), ...district.phrases]
    .filter((phrase) => phrase.field === field)
    .map(({ text }) => text);
