import * as z from "zod";
import { DirectoryChanged, NoDirectoryYet } from "#directory/store.ts";
import { Obstacle } from "./obstacle.ts";

/** An error as a service of AWS gives it, or the way there. */
const FromService = z.object({ name: z.string(), message: z.string(), $metadata: z.object({}) });
const OnTheWay = z.object({
  code: z.enum(["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH"]),
});

/** The variables that say what a command works on, as the environment has them. */
const variables = ["AWS_REGION", "CASES_TABLE", "DEADLINES_TABLE", "DIRECTORY_TABLE", "SWEEP_FUNCTION", "ANCHORS"];
const asGiven = (env: NodeJS.ProcessEnv): string[] =>
  variables.flatMap((name) => (env[name] === undefined ? [] : [`  ${name}=${env[name]}`]));

/**
 * What is in the way when a service could not be asked or did not do what it was asked for, in a sentence with the
 * remedy; `undefined` for anything else, which is a mistake of the program.
 */
export const troubleInWords = (thrown: unknown, env: NodeJS.ProcessEnv = process.env): Obstacle | undefined => {
  if (!(thrown instanceof Error)) return undefined;
  const told = { cause: thrown, lines: asGiven(env) };
  if (thrown instanceof NoDirectoryYet) {
    return new Obstacle("There is no directory yet: import one with npm run directory:import -- FILE.", told);
  }
  if (thrown instanceof DirectoryChanged) {
    return new Obstacle(`${thrown.message}.`, told);
  }
  if (thrown.message === "Region is missing") {
    return new Obstacle("No AWS region is named: set AWS_REGION to the stage's region, such as cn-north-1.", told);
  }
  if (thrown.name === "CredentialsProviderError") {
    return new Obstacle("There are no AWS credentials: sign in, or set AWS_PROFILE.", told);
  }
  if (OnTheWay.safeParse(thrown).success || thrown.name === "TimeoutError") {
    return new Obstacle(`AWS cannot be reached (${thrown.message}): check AWS_REGION and the network.`, told);
  }
  const { success, data } = FromService.safeParse(thrown);
  if (!success) return undefined;
  if (data.name === "ResourceNotFoundException") {
    return new Obstacle(
      `There is nothing by that name in the account and region (${data.message}): check the names below against the stage's outputs.`,
      told,
    );
  }
  return new Obstacle(`AWS refused (${data.name}: ${data.message}): check credentials, region and names.`, told);
};
