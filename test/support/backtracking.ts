import { RegExpParser } from "@eslint-community/regexpp";
import { type Step, stepsOf } from "./automaton.ts";

/** Goes on from a beginning by `onward` until nothing new is found. Says whether `end` is reached after a step. */
const reaches = <T>(
  begin: T,
  onward: (from: T) => T[],
  nameOf: (one: T) => string,
  end: (one: T) => boolean,
): boolean => {
  const seen = new Set<string>();
  const open = [begin];
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    for (const to of onward(from)) {
      if (end(to)) return true;
      const name = nameOf(to);
      if (!seen.has(name)) {
        seen.add(name);
        open.push(to);
      }
    }
  }
  return false;
};

/** Of each place, those that come after it. */
const afterEach = (places: readonly number[], onward: (place: number) => readonly Step[]): Map<number, Set<number>> =>
  new Map(
    places.map((place) => {
      const found = new Set<number>();
      const open = [place];
      for (let at = open.pop(); at !== undefined; at = open.pop()) {
        const fresh = onward(at).flatMap(({ to }) => (found.has(to) ? [] : [to]));
        for (const to of fresh) found.add(to);
        open.push(...fresh);
      }
      return [place, found] as const;
    }),
  );

/** Of each place that leads back to itself, the places on the ways back. */
const cyclesIn = (after: ReadonlyMap<number, ReadonlySet<number>>): Map<number, Set<number>> =>
  new Map(
    [...after]
      .filter(([place, found]) => found.has(place))
      .map(([place, found]) => [place, new Set([...found].filter((at) => after.get(at)?.has(place)))]),
  );

/**
 * Why a backtracking search for an expression may take more than time in proportion to the text; `undefined` when it
 * cannot. By the ambiguity of its automaton (Weber and Seidl 1991): a place that leads back to itself by two ways of
 * reading one text makes exponential work; one from which another is reached while both may stay, all by one text,
 * polynomial work. Assertions are taken to hold and to fail, so what is called linear is.
 * @param source as in {@link RegExp.source}
 */
export const backtrackingOf = (source: string, flags: string): string | undefined => {
  const literal = new RegExpParser({ ecmaVersion: 2025 }).parseLiteral(`/${source}/${flags}`);
  const { steps, takes, rawOf } = stepsOf(literal);
  const from = (place: number): readonly Step[] => steps.get(place) ?? [];
  const shared = (...places: number[]): boolean => {
    const [one, ...others] = places.map((place) => takes.get(place) ?? new Set<string>());
    return one !== undefined && [...one].some((kind) => others.every((other) => other.has(kind)));
  };
  /** Where a match is sure the search ends there at the latest: nothing before is tried again. */
  const unsettled = (place: number): readonly Step[] => from(place).filter(({ settled }) => !settled);

  const after = afterEach([...steps.keys()], from);
  const cycles = cyclesIn(after);
  const stays = cyclesIn(afterEach([...steps.keys()], unsettled));
  const within = (cycle: ReadonlySet<number>, next: readonly Step[]) => next.filter(({ to }) => cycle.has(to));

  type Two = { a: number; b: number; apart: boolean };
  for (const [place, cycle] of stays) {
    // All places of a cycle lead to each other: where two ways part from any of them and meet in any is enough.
    if (place !== Math.min(...cycle)) continue;
    const onward = ({ a, b, apart }: Two): Two[] =>
      shared(a, b)
        ? within(cycle, unsettled(a)).flatMap((x) =>
            within(cycle, unsettled(b)).map((y) => ({ a: x.to, b: y.to, apart: apart || x.to !== y.to || x.ways > 1 })),
          )
        : [];
    const met = ({ a, b, apart }: Two) => a === b && apart;
    const nameOf = ({ a, b, apart }: Two) => `${a} ${b} ${apart}`;
    if (reaches({ a: place, b: place, apart: false }, onward, nameOf, met)) {
      return `exponential: ${rawOf.get(place)} comes back to itself by two ways`;
    }
  }

  type Three = { a: number; b: number; c: number };
  for (const [p, cycle] of cycles) {
    // Of two places in one cycle that nothing settles, each would come back to itself by two ways.
    const alike = [...cycle].every(
      (place) => stays.get(p)?.has(place) && within(cycle, from(place)).every((step) => !step.settled),
    );
    for (const [q, stay] of stays) {
      if (p === q || !after.get(p)?.has(q) || (alike && cycle.has(q))) continue;
      const between = (next: readonly Step[]) => next.filter(({ to }) => to === q || after.get(to)?.has(q));
      const onward = ({ a, b, c }: Three): Three[] =>
        shared(a, b, c)
          ? within(cycle, from(a)).flatMap((x) =>
              between(from(b)).flatMap((y) => within(stay, unsettled(c)).map((z) => ({ a: x.to, b: y.to, c: z.to }))),
            )
          : [];
      const both = ({ a, b, c }: Three) => a === p && b === q && c === q;
      if (reaches({ a: p, b: p, c: q }, onward, ({ a, b, c }) => `${a} ${b} ${c}`, both)) {
        return `polynomial: ${rawOf.get(q)} begins again wherever ${rawOf.get(p)} goes on`;
      }
    }
  }
  return undefined;
};
