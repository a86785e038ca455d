import * as z from "zod";
import { goesOn, type TraitsOf } from "./fact.ts";

/**
 * 代理权限: what an agent may do for a petitioner: hand in, see how far it is, have the letters, answer about a settlement,
 * and take the petition back. Whatever is not named is not granted.
 */
export const AgentScope = z.enum(["file", "follow", "receive", "settle", "withdraw"]);
export type AgentScope = z.infer<typeof AgentScope>;

/** What somebody is to the petitioner for whom they file: 村（社区）代理员 is the agent of their village or community. */
export const AgentRelation = z.enum(["relative", "neighbour", "villageAgent", "lawyer", "other"]);
export type AgentRelation = z.infer<typeof AgentRelation>;

/** The agents of a case are numbered in the order in which they were named, revoked ones included. */
export const agentNumber = z.int().positive();

/** 代理: who acts for the petitioner, by number: name, phone and code are sealed beside the petitioner's. */
export const agentFacts = [
  z.strictObject({ type: z.literal("agentNamed"), agent: agentNumber, scope: z.array(AgentScope).min(1) }),
  z.strictObject({
    type: z.literal("agentRevoked"),
    agent: agentNumber,
    /** The petitioner had not asked them to file. */
    notAsked: z.literal(true).optional(),
  }),
  /** 代理提交: whoever filed the petition for its petitioner, who has not confirmed it yet. */
  z.strictObject({
    type: z.literal("agentFiled"),
    agent: agentNumber,
    scope: z.array(AgentScope).min(1),
    relation: AgentRelation,
  }),
  /** The petitioner says that they had asked whoever filed it, and for what they act for them from now on. */
  z.strictObject({ type: z.literal("agentConfirmed"), agent: agentNumber, scope: z.array(AgentScope).min(1) }),
] as const;

export const agentTraits: TraitsOf<typeof agentFacts> = {
  agentNamed: goesOn,
  agentRevoked: goesOn,
  agentFiled: goesOn,
  agentConfirmed: goesOn,
};
