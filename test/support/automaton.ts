import type { AST } from "@eslint-community/regexpp";

/**
 * A place in an expression: one that reads a character, one from which it goes on by itself (perhaps only if an
 * assertion holds), or an end.
 */
type Place =
  | { does: "read"; raw: string; next: number }
  | { does: "go"; to: number[]; sure: boolean }
  | { does: "match" }
  | { does: "fail" };

/** What may be read after a place, each as often as there are ways to it, and whether the match is sure by then. */
type Follow = { places: Map<number, number>; settled: boolean };

/** Characters with which any two sets can be told apart, besides those that an expression names: ASCII, blanks, odd cases. */
const usual = [
  ...Array.from({ length: 128 }, (_, code) => code),
  ...[
    0x85, 0xa0, 0xe9, 0x1_7f, 0x21_2a, 0x16_80, 0x20_28, 0x20_29, 0x20_2f, 0x20_5f, 0x30_00, 0xfe_ff, 0x4e_2d, 0xd8_00,
    0x1_f6_00,
  ],
];
/** Where an expression asks for properties: the whole first plane. */
const firstPlane = Array.from({ length: 0x1_00_00 }, (_, code) => code);

/** Builds the automaton of an expression from its end: each part is told where the way goes on behind it. */
class Automaton {
  readonly places: Place[] = [];
  readonly #multiline: boolean;
  readonly #match: number;
  readonly #fail: number;
  readonly start: number;

  constructor({ pattern, flags }: AST.RegExpLiteral) {
    this.#multiline = flags.multiline;
    this.#match = this.#add({ does: "match" });
    this.#fail = this.#add({ does: "fail" });
    const atStart = this.#any(pattern.alternatives, this.#match, true);
    // Tried again from each place of the text: as if anything might come before it.
    const later = { does: "go" as const, to: [this.#any(pattern.alternatives, this.#match, false)], sure: true };
    const around = this.#add(later);
    const before = this.#add({ does: "read", raw: "[^]", next: around });
    later.to.unshift(before);
    this.start = flags.sticky ? atStart : this.#go([atStart, before]);
  }

  #add(place: Place): number {
    return this.places.push(place) - 1;
  }

  #go(to: number[], sure = true): number {
    return this.#add({ does: "go", to, sure });
  }

  #any(alternatives: readonly AST.Alternative[], next: number, first: boolean): number {
    return this.#go(alternatives.map(({ elements }) => this.#all(elements, next, first)));
  }

  #all(elements: readonly AST.Element[], next: number, first: boolean): number {
    return elements.reduceRight((behind, element) => this.#one(element, behind, first), next);
  }

  #one(element: AST.Element, next: number, first: boolean): number {
    switch (element.type) {
      case "Assertion":
        return this.#assertion(element, next, first);
      case "Backreference":
        return [element.resolved].flat().reduce((to, group) => this.#any(group.alternatives, to, first), next);
      case "CapturingGroup":
      case "Group":
        return this.#any(element.alternatives, next, first);
      case "Quantifier":
        return this.#repeated(element, next, first);
      default:
        return this.#add({ does: "read", raw: element.raw, next });
    }
  }

  #repeated({ element, min, max }: AST.Quantifier, next: number, first: boolean): number {
    let behind = next;
    if (max === Number.POSITIVE_INFINITY) {
      const loop = { does: "go" as const, to: [next], sure: true };
      behind = this.#add(loop);
      loop.to.unshift(this.#one(element, behind, first));
    } else {
      for (let n = min; n < max; n += 1) behind = this.#go([this.#one(element, behind, first), next]);
    }
    for (let n = 0; n < min; n += 1) behind = this.#one(element, behind, first);
    return behind;
  }

  #assertion(assertion: AST.Assertion, next: number, first: boolean): number {
    if (assertion.kind === "start" && !this.#multiline && !first) return this.#fail;
    const met = this.#go([next], false);
    if (assertion.kind === "lookbehind" && /[*+]|,\}/.test(assertion.raw)) {
      throw new Error(`${assertion.raw} looks back without a bound, which is not analysed`);
    }
    // What is looked for ahead is read, too, before it is gone on from where it began.
    return assertion.kind === "lookahead" ? this.#go([this.#any(assertion.alternatives, this.#fail, first), met]) : met;
  }

  /** By which ways reading may go on from a place. Through one place at most twice: a loop in a loop begins once more. */
  follow(from: number): Follow {
    const follow: Follow = { places: new Map(), settled: false };
    const walk = (at: number, sure: boolean, passed: readonly number[]): void => {
      const place = this.places[at];
      if (place === undefined || passed.filter((one) => one === at).length > 1) return;
      if (place.does === "read") follow.places.set(at, (follow.places.get(at) ?? 0) + 1);
      if (place.does === "match" && sure) follow.settled = true;
      if (place.does === "go") for (const to of place.to) walk(to, sure && place.sure, [...passed, at]);
    };
    walk(from, true, []);
    return follow;
  }
}

/** The characters that an expression names. */
const codesIn = (literal: AST.RegExpLiteral): number[] => {
  const codes: number[] = [];
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) collect(one);
    else if (typeof value === "object" && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        if (name === "value" && typeof inner === "number") codes.push(inner);
        else if (name !== "parent" && name !== "resolved" && name !== "references") collect(inner);
      }
    }
  };
  collect(literal.pattern);
  return codes;
};

/** One step of reading: where it leads, by how many ways, and whether the match is sure before it. */
export type Step = { to: number; ways: number; settled: boolean };

/**
 * The automaton without what is not read: of each place that reads, the steps that follow, the kinds of characters that
 * it takes, and how the expression writes it.
 * @throws Error for an expression that looks back without a bound
 */
export const stepsOf = (literal: AST.RegExpLiteral) => {
  const automaton = new Automaton(literal);
  const reads = automaton.places.flatMap((place, at) => (place.does === "read" ? [{ at, ...place }] : []));
  const flags = literal.flags.raw.replaceAll(/[gmyd]/g, "");
  const raws = [...new Set(reads.map(({ raw }) => raw))];
  const tests = raws.map((raw) => new RegExp(`^(?:${raw})$`, raw === "[^]" ? "u" : flags));
  const named = [...literal.raw, ...codesIn(literal)].map((one) =>
    typeof one === "string" ? one.codePointAt(0) : one,
  );
  const codes = new Set([
    ...(/\\p/i.test(literal.raw) ? firstPlane : usual),
    ...named.flatMap((code = 0) => [Math.max(0, code - 1), code, Math.min(0x10_ff_ff, code + 1)]),
  ]);
  /** Characters that no set of the expression tells apart are one kind: by which sets they are in. */
  const kinds = new Set(
    [...codes].map((code) => tests.map((set) => Number(set.test(String.fromCodePoint(code)))).join("")),
  );
  const takes = new Map(
    reads.map(({ at, raw }) => [at, new Set([...kinds].filter((kind) => kind[raws.indexOf(raw)] === "1"))] as const),
  );
  const steps = new Map(
    reads.map(({ at, next }) => {
      const { places, settled } = automaton.follow(next);
      return [at, [...places].map(([to, ways]): Step => ({ to, ways, settled }))] as const;
    }),
  );
  return { steps, takes, rawOf: new Map(reads.map(({ at, raw }) => [at, raw])) };
};
