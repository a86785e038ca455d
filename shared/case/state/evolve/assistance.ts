import type { In } from "#case/state/case.ts";
import type { Assist } from "#case/state/facts/assistance.ts";
import { broken, type Evolutions, from } from "./evolution.ts";

type AssistanceFactType =
  | "assistanceAsked"
  | "assistanceGiven"
  | "assistanceDeclined"
  | "assistanceAwaited"
  | "assistanceLate"
  | "assistancePassedOn"
  | "assistanceNotDue"
  | "assistanceLapsed";

/** The one of that number, as something has made it. */
const altered = (c: In<"handling">, n: number, alter: Partial<Assist>): In<"handling"> =>
  c.assists === undefined
    ? c
    : { ...c, assists: c.assists.map((assist) => (assist.n === n ? { ...assist, ...alter } : assist)) };

export const assistanceEvolutions: Evolutions<AssistanceFactType> = {
  assistanceAsked: from(["handling"], (c, { n, unit, question, wantedBy, holder, assignment }) => ({
    ...c,
    assists: [...(c.assists ?? []), { n, unit, question, wantedBy, holder, assignment }],
  })),
  assistanceGiven: from(["handling"], (c, { n, contribution }, event) => {
    const assist = c.assists?.find((one) => one.n === n);
    if (assist === undefined) throw broken(event, "nothing was asked under that number");
    const { unit, question } = assist;
    return {
      ...altered(c, n, { over: "given" }),
      contributions: [...(c.contributions ?? []), { unit, question, contribution }],
    };
  }),
  assistanceDeclined: from(["handling"], (c, { n }) => altered(c, n, { over: "declined" })),
  assistanceAwaited: from(["handling"], (c, { n }) => altered(c, n, { reminded: true })),
  assistanceLate: from(["handling"], (c, { n, to: holder, assignment }) =>
    altered(c, n, { holder, assignment, late: true }),
  ),
  assistancePassedOn: from(["handling"], (c, { n, to: holder, assignment }) => altered(c, n, { holder, assignment })),
  assistanceNotDue: from(["handling"], (c) => c),
  assistanceLapsed: from(["handling"], ({ assists: _, ...c }) => c),
};
