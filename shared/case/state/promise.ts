import type { DistrictDate, Instant } from "#ground/instant.ts";
import type { Case, In } from "./case.ts";
import type { Letter } from "./facts/answer.ts";

/** The day by which a letter promises what it does; nothing for a letter that promises nothing. */
export const promisedIn = ({ promisedFor }: Pick<Letter, "promisedFor">): DistrictDate | undefined => promisedFor;

/** A case in which what a letter has promised is being done. */
type PromisedByLetter = In<"performing"> & { letter: Letter };

/** Whether what is being done was promised by a letter, and not agreed as a settlement. */
export const isPromisedByLetter = (c: Case): c is PromisedByLetter =>
  c.status === "performing" && c.letter !== undefined;

/** What a letter promises, in its words: each of its findings that does. */
export const promisesOf = ({ findings }: Letter): string[] =>
  findings.flatMap(({ outcome, decision }) => (outcome === "promised" ? [decision] : []));

/**
 * An answered case whose letter's promise is now its author's to keep.
 * @param seq of the event that says so: a number that no turn of the step has had, so that no old link opens this one.
 * @throws for a letter that promises nothing, which its clocks rule out
 */
export const awaited = (c: In<"window">, { seq, at }: { seq: number; at: Instant }): In<"performing"> => {
  const { answeredAt: _, delivery: __, deliverer: ___, ownersUnit: ____, renewals: _____, answeredBy, ...kept } = c;
  const { level, letter, ...rest } = kept;
  const promisedFor = promisedIn(letter);
  const [terms] = promisesOf(letter);
  if (promisedFor === undefined || terms === undefined) throw new Error(`${c.id}: its letter promises nothing`);
  return {
    ...rest,
    status: "performing",
    level,
    owner: answeredBy.staff,
    unit: answeredBy.unit,
    ownersUnit: answeredBy.unit,
    because: "onDuty",
    assignment: seq,
    settlement: { terms, promisedFor, agreedAt: at },
    letter,
  };
};
