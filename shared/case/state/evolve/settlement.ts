import type * as z from "zod";
import type { In } from "#case/state/case.ts";
import type { settlementFacts } from "#case/state/facts/settlement.ts";
import { isPromisedByLetter } from "#case/state/promise.ts";
import { periodRunning } from "#case/state/running.ts";
import type { DistrictDate, Instant } from "#ground/instant.ts";
import type { Level } from "#ground/levels.ts";
import type { Actor } from "../actor.ts";
import { broken, common, type Evolutions, from, owed, toLevel } from "./evolution.ts";

type SettlementFactType = z.infer<(typeof settlementFacts)[number]>["type"];

/** Agreed to, and not so after all: the level takes the matter up anew, in a step of its own. */
const anew = (c: In<"performing">, goingTo: Level, event: { by: Actor }): In<"accepted"> => ({
  ...toLevel(c, goingTo, event),
  isAnew: true,
});

/** The law's clock of a case: it runs while a settlement is agreed, and has stopped where a letter was issued. */
const answerOf = (c: In<"handling" | "performing">) =>
  isPromisedByLetter(c) && c.answeredIn !== undefined ? c.answeredIn : periodRunning(c, "handling");

/** Settled: what a reopened case would go on with is kept. */
const ended = (
  c: In<"handling" | "performing">,
  until: DistrictDate,
  at: Instant,
  how: { how: "settled"; outcome: "resolved" } | { how: "unconfirmed" },
): In<"closed"> => ({
  ...common(c),
  status: "closed",
  closedAt: at,
  ...how,
  endedBy: c.unit,
  ...("letter" in c && { letter: c.letter }),
  ...("agreement" in c && { agreement: c.agreement }),
  reopening: { until, level: c.level, answer: answerOf(c), ...owed(c) },
});

const noLonger = ({ settlement: _, ...c }: In<"handling">): In<"handling"> => c;

export const settlementEvolutions: Evolutions<SettlementFactType> = {
  settlementProposed: from(["handling"], (c, { terms, promisedFor }, { at }) => ({
    ...c,
    settlement: { terms, ...(promisedFor !== undefined && { promisedFor }), proposedAt: at },
  })),
  settlementRetracted: from(["handling"], noLonger),
  settlementDeclined: from(["handling"], noLonger),
  settlementLapsed: from(["handling"], noLonger),
  settlementAgreed: from(
    ["handling"],
    (
      {
        settlement,
        extension: _,
        objection: __,
        assists: ___,
        isAssigned: ____,
        material: _____,
        meetings: ______,
        convening: _______,
        otherWay: ________,
        waysRefused: _________,
        recusals: __________,
        hurries: ___________,
        ...c
      },
      { letter },
      event,
    ) => {
      if (settlement === undefined) throw broken(event, "no settlement was proposed");
      const { terms, promisedFor, takeBackUntil } = letter;
      const agreed = { terms, promisedFor, agreedAt: event.at, takeBackUntil };
      return { ...c, status: "performing", settlement: agreed, agreement: letter.number };
    },
  ),
  agreementTakenBack: from(["performing"], (c, { level }, event) => anew(c, level, event)),
  performanceReported: from(["performing"], (c, { performed }, { at }) => ({
    ...c,
    settlement: { ...c.settlement, reported: { at, performed }, askedAt: c.settlement.askedAt ?? at },
  })),
  performanceDue: from(["performing"], (c, _, { at }) => ({ ...c, settlement: { ...c.settlement, askedAt: at } })),
  performanceAskedAgain: from(["performing"], (c) => c),
  settlementConfirmed: from(["handling", "performing"], (c, { reopenUntil }, { at }) =>
    ended(c, reopenUntil, at, { how: "settled", outcome: "resolved" }),
  ),
  performanceDenied: from(["performing"], (c, { level }, event) => anew(c, level, event)),
  performanceUnreported: from(["performing"], (c, { level }, event) => anew(c, level, event)),
  settlementUnconfirmed: from(["performing"], (c, { reopenUntil }, { at }) =>
    ended(c, reopenUntil, at, { how: "unconfirmed" }),
  ),
  settlementReopened: from(["closed"], (c, { level, epoch }, event) => {
    if (c.reopening === undefined) throw broken(event, "the case was not settled");
    return {
      ...common(c),
      ...owed(c.reopening),
      epoch,
      status: "accepted",
      goingTo: level,
      sentBy: "person",
      isNew: false,
      isAnew: true,
    };
  }),
};
