import * as z from "zod";
import { problem, ticked as tickedOrNot } from "#case/forms/form-text.ts";
import { neededPhone, personName } from "#case/forms/person.ts";
import {
  agentsNamed,
  agentsOf,
  inOrderOfScopes,
  mostAgents,
  scopeByFiling,
  unconfirmedAgent,
} from "#case/state/agent.ts";
import { goingStates } from "#case/state/case.ts";
import { happened, nothingToDo, refuse } from "#case/state/decision.ts";
import { firstDue } from "#case/state/due.ts";
import type { AgentScope } from "#case/state/facts/agent.ts";
import { act } from "./act.ts";
import { tellsHolder } from "./tells-holder.ts";

const agentPicked = z.string(problem("missing")).regex(/^[1-9]\d{0,5}$/, problem("missing"));

const ticked = z.enum(["yes", "no"], problem("unknown")).default("no");

/** The scopes that a petitioner ticks. */
export const scopeFields = {
  file: "mayFile",
  follow: "mayFollow",
  receive: "mayReceive",
  settle: "maySettle",
  withdraw: "mayWithdraw",
} as const satisfies Record<AgentScope, string>;

/** Characters of an agent's name. */
export const mostOfAgentName = 50;

/** Whom a petitioner names, and for what. */
export type NamedAgent = { agentName: string; agentPhone: string } & {
  [Field in (typeof scopeFields)[keyof typeof scopeFields]]: "yes" | "no";
};

/** What an agent is named for, in the order of the scopes. */
export const scopeNamed = (named: NamedAgent): AgentScope[] =>
  inOrderOfScopes((scope) => named[scopeFields[scope]] === "yes");

/** 代理, by the petitioner alone: who acts for them, until when they like, and for nothing that they have not ticked. */
export const agentActs = {
  /** Whoever filed it for them was asked to, and may do for them what that gives and what they tick. */
  confirmAgent: act({
    form: z.strictObject({ agent: agentPicked, mayReceive: ticked, maySettle: ticked, mayWithdraw: ticked }),
    role: "petitioner",
    agent: "never",
    at: goingStates,
    elsewhere: "nobodyToConfirm",
    brings: "agentConfirmed",
    turn: "stays",
    whyNot: (c) => (unconfirmedAgent(c) === undefined ? "nobodyToConfirm" : undefined),
    decide: (c, { agent, ...may }) => {
      const asked = unconfirmedAgent(c);
      if (asked === undefined || String(asked.n) !== agent) return refuse("nobodyToConfirm");
      const scope = inOrderOfScopes((one) => {
        if (scopeByFiling.includes(one)) return true;
        return (one === "receive" || one === "settle" || one === "withdraw") && may[scopeFields[one]] === "yes";
      });
      return happened(
        { kind: "petitioner" },
        { type: "agentConfirmed", agent: asked.n, scope },
        [],
        [{ kind: "newsMail", news: "agentConfirmed" }],
      );
    },
  }),

  /**
   * It counts at once, whatever the page said: nothing may stand between a petitioner and this. Whoever has the case is mailed
   * when an agent filed it unasked: what they know of the matter, they know from somebody who did not speak for its petitioner.
   */
  revokeAgent: act({
    form: z.strictObject({ agent: agentPicked, notAsked: tickedOrNot }),
    role: "petitioner",
    agent: "never",
    at: goingStates,
    elsewhere: "noAgent",
    onAnyPage: true,
    turn: "stays",
    whyNot: (c) => (agentsOf(c).length === 0 ? "noAgent" : undefined),
    decide: (c, { agent, notAsked }) => {
      const revoked = agentsOf(c).find(({ n }) => String(n) === agent);
      // Revoked before, from another page.
      if (revoked === undefined) return nothingToDo;
      // Whoever was named, or confirmed, was asked.
      const isDenied = notAsked === "yes" && revoked.filed?.confirmed === false;
      return happened(
        { kind: "petitioner" },
        { type: "agentRevoked", agent: revoked.n, ...(isDenied && { notAsked: true as const }) },
        [],
        isDenied ? tellsHolder(c, "agentDenied", firstDue(c)?.lastDay) : [],
      );
    },
  }),

  /** Name, phone and code are sealed by the door, and not on record. */
  nameAgent: act({
    form: z.strictObject({
      agentName: personName(mostOfAgentName),
      agentPhone: neededPhone.transform((phone) => phone ?? ""),
      mayFile: ticked,
      mayFollow: ticked,
      mayReceive: ticked,
      maySettle: ticked,
      mayWithdraw: ticked,
    }),
    together: (typed) =>
      Object.values(scopeFields).every((field) => typed[field] !== "yes") ? { mayFile: "missing" } : {},
    role: "petitioner",
    agent: "never",
    at: goingStates,
    elsewhere: "ended",
    brings: "agentNamed",
    turn: "stays",
    whyNot: (c) => (agentsOf(c).length < mostAgents ? undefined : "tooManyAgents"),
    decide: (c, named) =>
      happened(
        { kind: "petitioner" },
        { type: "agentNamed", agent: agentsNamed(c) + 1, scope: scopeNamed(named) },
        [],
        [{ kind: "newsMail", news: "agentNamed" }],
      ),
  }),
};
