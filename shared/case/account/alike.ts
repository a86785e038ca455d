import type { Matter } from "#case/state/party.ts";

/** The parts of a petition's matter that are compared, and what of the whole each of them counts. */
const weights = { place: 0.4, ask: 0.3, story: 0.3 } as const;
type MatterPart = keyof typeof weights;

/** How much of two petitions' matter has to be the same before one is suggested beside the other. */
const enough = 0.35;
/** From where on a part is named as the same. */
const partEnough = 0.4;

/** Pairs of neighbouring letters and digits: Chinese has no spaces between its words, and two of its characters are most of one. */
const pairsIn = (text: string): Set<string> => {
  const letters = [...text.normalize("NFKC").toLowerCase()].filter((one) => /[\p{L}\p{N}]/u.test(one));
  return new Set(letters.slice(1).map((one, at) => `${letters[at]}${one}`));
};

/** Sørensen and Dice's measure: 1 where two texts have all pairs in common, 0 where they have none. */
const sameness = (a: string, b: string): number => {
  const [one, other] = [pairsIn(a), pairsIn(b)];
  const shared = [...one].filter((pair) => other.has(pair)).length;
  const all = one.size + other.size;
  return all === 0 ? 0 : (2 * shared) / all;
};

const textsOf = ({ place, story, requests }: Matter): Readonly<Record<MatterPart, string>> => ({
  place,
  story,
  ask: requests.join("\n"),
});

/** What of two petitions is much the same, and how much; nothing where that is too little to suggest. */
export type Alike = { same: MatterPart[]; score: number };

/**
 * Whether two petitions may be of one matter, by their words alone: place, requests and what happened. Who filed them is not
 * asked. It suggests; whoever reads both decides.
 */
export const alike = (a: Matter, b: Matter): Alike | undefined => {
  const [one, other] = [textsOf(a), textsOf(b)];
  const parts = (["place", "ask", "story"] as const).map((part) => ({ part, how: sameness(one[part], other[part]) }));
  const score = parts.reduce((sum, { part, how }) => sum + weights[part] * how, 0);
  const same = parts.filter(({ how }) => how >= partEnough).map(({ part }) => part);
  return score >= enough && same.length > 0 ? { same, score } : undefined;
};
