import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { type CaseEvent, letterIn } from "#case/state/event.ts";
import { NotAcceptedLetter, ReceiptLetter } from "#case/state/facts/acceptance.ts";
import { AnswerLetter, CorrectionLetter, DutyAnswerLetter, SuggestionAnswerLetter } from "#case/state/facts/answer.ts";
import { ExtensionLetter } from "#case/state/facts/extension.ts";
import { GuidanceLetter } from "#case/state/facts/guidance.ts";
import { LetterKind, letterMarks } from "#case/state/facts/letter.ts";
import { MaterialLetter } from "#case/state/facts/material.ts";
import { MinutesLetter } from "#case/state/facts/meeting.ts";
import { SentOnLetter } from "#case/state/facts/objection.ts";
import { RecusalLetter } from "#case/state/facts/recusal.ts";
import { ReviewAcceptedLetter, ReviewLetter, ReviewRefusedLetter } from "#case/state/facts/review.ts";
import { AgreementLetter } from "#case/state/facts/settlement.ts";
import { SupervisionLetter } from "#case/state/facts/supervision.ts";
import { TransferLetter } from "#case/state/facts/transfer.ts";
import { WithdrawalLetter } from "#case/state/facts/withdrawal.ts";
import { chainHash } from "#record/chain.ts";
import { sampleLetters } from "../../fixtures/letters.ts";
import { stored } from "../../fixtures/stored.ts";
import { history, last } from "./any-history.ts";
import { filed, letter, promised, type Story } from "./story.ts";

const forms: Record<LetterKind, z.ZodType> = {
  receipt: ReceiptLetter,
  notAccepted: NotAcceptedLetter,
  guidance: GuidanceLetter,
  transfer: TransferLetter,
  extension: ExtensionLetter,
  sentOn: SentOnLetter,
  recusal: RecusalLetter,
  answer: AnswerLetter,
  dutyAnswer: DutyAnswerLetter,
  suggestionAnswer: SuggestionAnswerLetter,
  correction: CorrectionLetter,
  agreement: AgreementLetter,
  material: MaterialLetter,
  minutes: MinutesLetter,
  supervision: SupervisionLetter,
  withdrawal: WithdrawalLetter,
  reviewAccepted: ReviewAcceptedLetter,
  reviewRefused: ReviewRefusedLetter,
  review: ReviewLetter,
};

/** Where a letter has parts: the fields of it, and those of what they hold. */
const pathsIn = (of: object, above: readonly string[] = []): string[][] =>
  Object.entries(of).flatMap(([field, value]: [string, unknown]) => {
    const path = [...above, field];
    return typeof value === "object" && value !== null ? [path, ...pathsIn(value, path)] : [path];
  });

const without = (of: object, [field, ...rest]: readonly string[]): object => {
  const entries = Object.entries(of).flatMap(([name, value]: [string, unknown]): [string, unknown][] => {
    if (name !== field) return [[name, value]];
    return rest.length === 0 || typeof value !== "object" || value === null ? [] : [[name, without(value, rest)]];
  });
  return Array.isArray(of) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
};

/** What a unit may have none of, and a policy leaves to its author. */
const mayBeMissing =
  /(by|from|responsible|answered)\.(address|phone)$|shows(\.\w+)?$|limits\.\d+$|decisions\.\d+$|route\.limits(\.\d+)?$|hours$/;

describe("a letter", () => {
  it.each(LetterKind.options)("of kind %s with any part of it missing is none", (kind) => {
    const whole = stored(sampleLetters[kind]);
    expect(forms[kind].safeParse(whole).error).toBeUndefined();
    const paths = pathsIn(whole).filter((path) => !mayBeMissing.test(path.join(".")));
    expect(paths.length).toBeGreaterThan(12);
    fc.assert(
      fc.property(fc.constantFrom(...paths), (path) => {
        expect(forms[kind].safeParse(without(whole, path)).success, path.join(".")).toBe(false);
      }),
      { numRuns: paths.length * 4 },
    );
  });

  it("of one kind is none of another, and no two kinds are numbered alike", () => {
    for (const kind of LetterKind.options) {
      for (const other of LetterKind.options) {
        expect(forms[other].safeParse(stored(sampleLetters[kind])).success).toBe(kind === other);
      }
    }
    expect(new Set(Object.values(letterMarks)).size).toBe(LetterKind.options.length);
  });
});

const lettersOf = (events: readonly CaseEvent[]) => events.flatMap(({ fact }) => letterIn(fact) ?? []);
const numbers = ({ events }: Story): string[] => lettersOf(events).map(({ number }) => number.replace(/^.*-/, ""));

describe("each act that is owed a letter issues one, numbered within its case by kind", () => {
  const screening = filed("land").opens();
  const upward = { command: "reportUpward", reason: "-" } as const;
  const township = filed("estate").opens().owner(upward).opens();

  it("received, and accepted by the bureau: the last day of each, its article, and who is responsible", () => {
    expect(numbers(screening)).toEqual(["受1"]);
    const accepted = screening.owner({ command: "accept" });
    expect(numbers(accepted)).toEqual(["受1", "受2"]);
    expect(lettersOf(accepted.events)).toMatchObject([
      { stage: "received", due: { lastDay: "2026-03-17", days: 15 }, by: { name: { zh: "bureau" } } },
      { stage: "accepted", due: { lastDay: "2026-05-06", days: 60 }, responsible: { name: { zh: "peach" } } },
    ]);
  });

  it("accepted with the filing: one letter says both", () => {
    expect(lettersOf(filed("estate").events)).toMatchObject([
      { number: "安和信〔2026〕0001号-受1", stage: "accepted", due: { lastDay: "2026-05-06" } },
    ]);
    expect(lettersOf(filed("lamps").events)).toMatchObject([{ track: "simple", due: { days: 10 } }]);
  });

  it("not accepted, and guided", () => {
    const refused = { command: "notAccept", ground: "court", where: undefined, explanation: "-" } as const;
    expect(numbers(screening.owner(refused))).toEqual(["受1", "不1"]);
    expect(
      numbers(screening.owner({ command: "guide", route: "arbitration", knownOn: undefined, explanation: "-" })),
    ).toEqual(["受1", "导1"]);
  });

  it("extended: with the reason and whose head approved it", () => {
    const extended = township
      .owner({ command: "askExtension", days: 15, reason: "需要鉴定" })
      .head({ command: "approveExtension" });
    expect(numbers(extended)).toEqual(["受1", "延1"]);
    expect(lettersOf(extended.events).at(-1)).toMatchObject({
      ...{ days: 15, answerBy: "2026-05-21", reason: "需要鉴定", approvedBy: { zh: "river" } },
    });
  });

  it("answered and corrected twice, each correction with the number of what it takes the place of", () => {
    const said = { change: "-", reason: "-", ...letter } as const;
    const twice = township
      .owner({ command: "reply", ...letter })
      .owner({ command: "correctLetter", kind: "slip", ...said })
      .owner({ command: "correctLetter", kind: "finding", ...said });
    expect(numbers(twice)).toEqual(["受1", "答1", "更1", "更2"]);
    expect(lettersOf(twice.events).slice(2)).toMatchObject([
      { corrects: { n: 1, number: "安和信〔2026〕0001号-答1" } },
      { corrects: { n: 2, number: "安和信〔2026〕0001号-更1" } },
    ]);
  });

  it("agreed to, taken back, and agreed to once more", () => {
    const agrees = (story: Story): Story =>
      story.owner(promised("2026-03-09")).does({ type: "petitioner", act: { command: "agreeSettlement" } });
    const again = agrees(
      agrees(filed("estate").opens())
        .does({ type: "petitioner", act: { command: "takeBackAgreement" } })
        .opens(),
    );
    expect(numbers(again)).toEqual(["受1", "和1", "和2"]);
  });
});

describe("whatever happens to a case", () => {
  it("its letters have numbers that differ, without a gap, and the hash of what they say", () => {
    fc.assert(
      fc.property(history, (states) => {
        const { events, state } = last(states);
        const issued = lettersOf(events);
        for (const { hash, ...said } of issued) expect(hash).toBe(chainHash(state.id, said));
        for (const kind of LetterKind.options) {
          const ofKind = issued.filter((one) => one.kind === kind).map(({ number }) => number);
          expect(ofKind).toEqual(ofKind.map((_, at) => `安和信〔2026〕0001号-${letterMarks[kind]}${String(at + 1)}`));
          expect(state.letters?.[kind] ?? 0).toBe(ofKind.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
