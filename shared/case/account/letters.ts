import { type CaseEvent, type IssuedLetter, letterIn } from "#case/state/event.ts";
import type { Letter } from "#case/state/facts/answer.ts";

const answers = ["answer", "dutyAnswer", "suggestionAnswer", "correction"] as const satisfies Letter["kind"][];

const isAnswer = (letter: IssuedLetter): letter is Letter => answers.some((kind) => kind === letter.kind);

/**
 * The answers of a case that its petitioner has received, newest first: to read one that waits to be opened is its delivery.
 * A slip that is corrected after that reaches them at once.
 */
export const lettersReceived = (events: readonly CaseEvent[]): Letter[] => {
  let [received, waiting]: [Letter[], Letter[]] = [[], []];
  for (const { fact } of events) {
    const letter = letterIn(fact);
    if (letter !== undefined && isAnswer(letter)) waiting = [letter, ...waiting];
    const isSlip = letter?.kind === "correction" && letter.corrects.kind === "slip";
    const reaches = isSlip && received.length > 0 && waiting.length === 1;
    if (fact.type === "delivered" || reaches) [received, waiting] = [[...waiting, ...received], []];
  }
  return received;
};

/** A letter that tells of something which its petitioner reads on the page as well: it waits for no delivery. */
export type NoticeLetter = Exclude<Extract<IssuedLetter, { to: "petitioner" }>, { kind: Letter["kind"] | "agreement" }>;

const isNotice = (letter: IssuedLetter): letter is NoticeLetter =>
  letter.to === "petitioner" && !isAnswer(letter) && letter.kind !== "agreement";

/**
 * 告知书: the notices that a petitioner has had, newest first. What is written to units is none; to read that a review upholds the
 * answer is its delivery.
 */
export const noticesIn = (events: readonly CaseEvent[]): NoticeLetter[] =>
  events
    .flatMap(({ fact, seq }) => {
      const waits =
        fact.type === "answerUpheld" && !events.some((one) => one.seq > seq && one.fact.type === "delivered");
      const letter = waits ? undefined : letterIn(fact);
      return letter !== undefined && isNotice(letter) ? [letter] : [];
    })
    .toReversed();
