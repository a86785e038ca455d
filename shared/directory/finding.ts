import { normalised } from "#ground/foreign-text.ts";
import type { StepLevel } from "#ground/levels.ts";
import type { Directory, Unit } from "./directory.ts";

/** A unit that fits, and the search word by which, where it is not the name. */
export type FoundUnit = { unit: Unit; by?: string };
/** The units that fit best, and how many fit in all. */
export type FoundUnits = { best: FoundUnit[]; all: number };

/** A name or a search word, as it is compared. */
type FindableText = { text: string; by?: string; syllables: string[]; initials: string };
/** A unit with all that it is found by. */
type Findable = {
  unit: Unit;
  texts: FindableText[];
  /** What its Chinese name begins with, before the word for what it is. */
  stem: string;
  /** Its township's names. */
  above: FindableText[];
};

/** Blanks and what stands between words or syllables. */
const between = /[\s\p{P}]+/gu;
const asCompared = (text: string): string =>
  (normalised(text, "NFKC") ?? text).toLowerCase().replaceAll("ü", "v").replaceAll(between, "");

/** What the names of communities and villages end with, and people leave out or confuse. */
const kind = /(?:社区|村)?(?:居民|村民)?(?:委员会|居委会|村委会)$|社区$|村$/u;

const textsOf = ({ name, search, pinyin }: Unit): FindableText[] => {
  const chinese = [name.zh, ...search].map((text, at) => {
    const syllables = pinyin[at]?.split(" ") ?? [];
    const initials = syllables.map(([letter]) => letter ?? "").join("");
    return { text: asCompared(text), syllables, initials, ...(at > 0 && { by: text }) };
  });
  return [...chinese, { text: asCompared(name.en), syllables: [], initials: "" }];
};

/** A directory is compared with what is typed many times, and made ready for it once. */
const ready = new WeakMap<readonly Unit[], Findable[]>();
const findableIn = ({ units }: Directory): Findable[] => {
  const before = ready.get(units);
  if (before !== undefined) return before;
  const texts = new Map(units.map((unit) => [unit.id, textsOf(unit)]));
  const findable = units.map((unit) => ({
    unit,
    texts: texts.get(unit.id) ?? [],
    stem: asCompared(unit.name.zh.replace(kind, "")),
    above: unit.parent === undefined ? [] : (texts.get(unit.parent) ?? []),
  }));
  ready.set(units, findable);
  return findable;
};

/** How well a unit fits, 0 best, and by which search word. */
type Fit = { rank: number; by?: string | undefined };

/** Pinyin, or a name in English. */
const isLatin = /^[a-z\d]+$/;

/** Whether what was typed sounds like a text: from its beginning, in full or by its first letters, or from a later syllable on. */
const soundOf = ({ syllables, initials }: FindableText, sought: string): number | undefined => {
  if (initials.startsWith(sought) || syllables.join("").startsWith(sought)) return 1;
  return syllables.some(
    (syllable, from) =>
      syllable.startsWith(sought.slice(0, syllable.length)) && syllables.slice(from).join("").startsWith(sought),
  )
    ? 2
    : undefined;
};

const fitOfText = (one: FindableText, sought: string, latin: boolean): number | undefined => {
  if (one.text === sought) return 0;
  if (one.text.startsWith(sought)) return 1;
  if (one.text.includes(sought)) return 2;
  return latin ? soundOf(one, sought) : undefined;
};

const bestOf = (texts: readonly FindableText[], sought: string): Fit | undefined => {
  const latin = isLatin.test(sought);
  let best: Fit | undefined;
  for (const one of texts) {
    const fits = fitOfText(one, sought, latin);
    // Of two that fit alike, the one that is called so comes first.
    const rank = fits === undefined || one.by === undefined ? fits : fits + 0.5;
    if (rank !== undefined && rank < (best?.rank ?? Number.POSITIVE_INFINITY)) best = { rank, by: one.by };
  }
  return best;
};

/** Two characters at least, so that 村 alone names no village. */
const leastOfName = 2;

/** What of a unit's is named in what was typed, the longest: an address that was pasted, or 柳荫小区 for 柳荫社区. */
const namedIn = ({ texts, stem }: Findable, sought: string): Fit | undefined => {
  const named = [{ text: stem, by: undefined }, ...texts.filter(({ by }) => by !== undefined)]
    .filter(({ text }) => text.length >= leastOfName && sought.includes(text))
    .toSorted((a, b) => b.text.length - a.text.length)[0];
  return named && { rank: 3 + 1 / named.text.length, by: named.by };
};

const fitOf = (findable: Findable, sought: string): Fit | undefined => {
  const own = bestOf(findable.texts, sought) ?? namedIn(findable, sought);
  if (own !== undefined) return own;
  return bestOf(findable.above, sought) === undefined ? undefined : { rank: 4 };
};

/** 柳溪路 柳荫: each part for itself, where the whole is found nowhere. */
const fitOfParts = (findable: Findable, parts: readonly string[]): Fit | undefined => {
  const each = parts.map((part) => fitOf(findable, part));
  return each.length > 1 && each.every((fit) => fit !== undefined) ? { ...each[0], rank: 2 } : undefined;
};

/**
 * The units of some levels that somebody may mean by what they typed: a name or a part of it, an estate, a road, a school,
 * pinyin in full or by its first letters, an address that names one of these, or the township. Best first, in the
 * directory's order. @param most how many are given of them
 */
export const findUnits = (
  directory: Directory,
  { sought, levels, most }: { sought: string; levels: readonly StepLevel[]; most: number },
): FoundUnits => {
  const whole = asCompared(sought);
  if (whole === "") return { best: [], all: 0 };
  const parts = sought
    .split(/\s+/u)
    .map(asCompared)
    .filter((part) => part !== "");
  const found = findableIn(directory).flatMap((findable) => {
    if (!levels.includes(findable.unit.level)) return [];
    const fit = fitOf(findable, whole) ?? fitOfParts(findable, parts);
    return fit === undefined ? [] : [{ unit: findable.unit, ...fit }];
  });
  const best = found
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ unit, by }) => ({ unit, ...(by !== undefined && { by }) }));
  return { best, all: found.length };
};
