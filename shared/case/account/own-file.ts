import { lettersReceived, type NoticeLetter, noticesIn } from "#case/account/letters.ts";
import { type VisitSeen, visitsTo } from "#case/account/visits.ts";
import type { Case } from "#case/state/case.ts";
import { type CaseEvent, type FactOf, type IssuedLetter, letterIn } from "#case/state/event.ts";
import type { Letter } from "#case/state/facts/answer.ts";
import type { Look, Matter } from "#case/state/party.ts";
import type { AgentSeen } from "#case/state/sealed-agent.ts";
import type { Party } from "#case/state/sealed-party.ts";
import type { DistrictDate } from "#ground/instant.ts";

/** 和解协议书: every agreement that was made, also one that has come to nothing. */
type Agreement = Extract<IssuedLetter, { kind: "agreement" }>;

/** Something that was added to the petition: its number, the day on which it arrived, and the agent who brought it, if one did. */
export type MaterialKept = { n: number; on: DistrictDate; text: string; agent?: number };

/** What a case holds about its petitioner, with everything that people wrote in it in place of its name. */
export type OwnFile = {
  petition: Case;
  events: readonly CaseEvent[];
  /** Who they are, as they said it; what they left out is not there. */
  party: Omit<Party, "code">;
  /** Their petition in their own words. */
  matter: Matter;
  agents: readonly AgentSeen[];
  looks: readonly Look[];
};

/** Every letter that has reached the petitioner, as it was issued: notices, answers and agreements, oldest first. */
export const lettersIn = (events: readonly CaseEvent[]): (NoticeLetter | Letter | Agreement)[] => {
  const agreements = events.flatMap(({ fact }) => {
    const letter = letterIn(fact);
    return letter?.kind === "agreement" ? [letter] : [];
  });
  return [...noticesIn(events), ...lettersReceived(events), ...agreements].toSorted(
    (a, b) => a.on.localeCompare(b.on) || a.number.localeCompare(b.number),
  );
};

/** What was added to the petition since it was filed, oldest first. */
export const materialsIn = (events: readonly CaseEvent[]): MaterialKept[] =>
  events.flatMap(({ fact, by }) =>
    fact.type === "materialAdded"
      ? [
          {
            ...{ n: fact.n, on: fact.on, text: fact.material },
            ...(by.kind === "petitioner" && by.agent !== undefined && { agent: by.agent }),
          },
        ]
      : [],
  );

/** A photo or a PDF that a unit has attached to its answer: that it is there, and by what it can be told to be the same. */
export type AttachmentHeld = Pick<FactOf<"attached">, "unit" | "on" | "kind" | "bytes" | "sha256">;

/**
 * What other units have attached to their answers, oldest first. It is the office's, may be about others than the petitioner,
 * and is not theirs to open; that it is held is told in full.
 */
export const attachmentsIn = (events: readonly CaseEvent[]): AttachmentHeld[] =>
  events.flatMap(({ fact }) => {
    if (fact.type !== "attached") return [];
    const { unit, on, kind, bytes, sha256 } = fact;
    return [{ unit, on, kind, bytes, sha256 }];
  });

/** Who has looked at the petition, by unit: a member of staff's name is nobody's to be told. */
export type LookKept = Omit<VisitSeen, "by">;

export const looksIn = (looks: readonly Look[]): LookKept[] => visitsTo(looks).map(({ by: _, ...visit }) => visit);
