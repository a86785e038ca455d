import type { DistrictDate, Instant } from "#ground/instant.ts";
import { type Answered, type Case, type In, isAnswered } from "./case.ts";
import type { Letter } from "./facts/answer.ts";
import type { PromiseLine } from "./facts/promise.ts";
import type { HeldPart } from "./turn.ts";

/** Those of the promises of a letter that are not over: each is kept by a unit, or waits for its petitioner's word. */
export const openPromises = ({ promised = [] }: Pick<Case, "promised">): PromiseLine[] =>
  promised.filter(({ over }) => over === undefined);

/** The open promise whose keeping, or whose breach, is a turn of somebody; by the number of the turn. */
export const promiseOf = (c: Case, turn: { staff: string; assignment: number } | undefined): PromiseLine | undefined =>
  openPromises(c).find(
    ({ holder, assignment, overseer }) =>
      (holder.staff === turn?.staff && assignment === turn.assignment) ||
      (overseer?.staff === turn?.staff && overseer?.assignment === turn?.assignment),
  );

/** Whose turns one promise is: of whoever keeps it, until they say that it is done, and of the bureau where it is broken. */
export const partsOf = ({ stepNo }: Answered, { holder, assignment, performed, overseer }: PromiseLine) => [
  ...(performed === undefined ? [{ ...holder, stepNo, assignment, role: "promiser" as const }] : []),
  ...(overseer === undefined
    ? []
    : [
        {
          staff: overseer.staff,
          unit: overseer.unit,
          stepNo,
          assignment: overseer.assignment,
          role: "overseer" as const,
        },
      ]),
];

/** Whose turns the promises of a letter are. */
export const promiseParts = (c: Answered): HeldPart[] => openPromises(c).flatMap((line) => partsOf(c, line));

/** The kinds of clock that promises go by, each under the number of its promise. */
export const promiseKinds = ["promise", "confirmation", "supervision"] as const;

/** The promise that goes by a clock now. */
export const promiseAt = (c: Case, { kind, n }: { kind: string; n: number }): PromiseLine | undefined =>
  isAnswered(c) && promiseKinds.some((one) => one === kind)
    ? openPromises(c).find(({ clock }) => clock === n)
    : undefined;

/** The day by which a letter promises what its author answers for; nothing for one that promises nothing, or names units. */
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
  const {
    answeredAt: _,
    delivery: __,
    deliverer: ___,
    ownersUnit: ____,
    renewals: _____,
    review: ______,
    answeredBy,
    ...kept
  } = c;
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
