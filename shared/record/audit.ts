import type { Instant } from "#ground/instant.ts";
import { type Chained, chainHash, genesis } from "./chain.ts";
import type { Key } from "./database.ts";
import type { EntryKind, Finding } from "./finding.ts";

/**
 * A numbered entry as it is stored: where it lies, and what it says of itself unless it cannot be read. Of one whose content is
 * withheld the place in the chain can be proved, and nothing else.
 */
export type ChainEntry = {
  key: Key;
  says: { of: string; number: number; at: Instant; link: Chained; isWithheld?: boolean } | undefined;
};

/** A chain as an audit walks through it: of what, in which order, and under which keys its entries have to lie. */
export type Walk = { of: string; entry: EntryKind; entries: readonly ChainEntry[]; keyOf: (number: number) => Key };

/** The newest entry of a chain. */
export type Newest = { number: number; hash: string; at: Instant | "" };

/** Before the first entry. */
export const nothingYet: Newest = { number: 0, hash: genesis, at: "" };

/**
 * Walks through a chain and tells, entry by entry, what is wrong with it: the number that is missing or too many, the
 * content that its hash does not prove, the one that does not follow. What comes after the first finding may only follow
 * from it. @returns the newest entry.
 */
export function* faultsOf({ of, entry, entries, keyOf }: Walk): Generator<Finding, Newest> {
  let before = nothingYet;
  for (const { key, says } of entries) {
    const number = before.number + 1;
    const expected = keyOf(number);
    const found = (wrong: Finding["wrong"], at = key): Finding => ({ of, entry, number, key: at, wrong });
    if (key.sk > expected.sk) yield found("missing", expected);
    if (key.sk < expected.sk) yield { of, entry, key, wrong: "surplus" };
    if (says === undefined) {
      yield found("unreadable");
      return before;
    }
    const { previous, hash, ...content } = says.link;
    if (!says.isWithheld && chainHash(previous, content) !== hash) yield found("changed");
    if (says.of !== of || says.number !== number) yield found("misplaced");
    if (previous !== before.hash) yield found("unchained");
    if (says.at < before.at) yield found("early");
    before = { number, hash, at: says.at };
  }
  return before;
}
