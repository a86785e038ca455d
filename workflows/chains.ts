import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { IChainable } from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";
import type { ChainName } from "#ground/chains.ts";
import { escalationChain } from "./escalation-chain.ts";
import { reviewChain } from "./review-chain.ts";

/** Draws a chain's states into a scope. @param openStep opens a station's step and keeps its task token */
type Workflow = (scope: Construct, { openStep }: { openStep: IFunction }) => IChainable;

/** The states of each chain. */
export const workflows: Record<ChainName, Workflow> = { escalation: escalationChain, review: reviewChain };

/** One thing for each chain: its state machine, its name. */
export type PerChain<T> = Record<keyof typeof workflows, T>;
