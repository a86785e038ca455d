import { inspect } from "node:util";
import { Obstacle } from "./obstacle.ts";
import { printError } from "./terminal.ts";
import { troubleInWords } from "./trouble-in-words.ts";

/** An error with where it arose, line by line; its message may be anybody's words and is one of them. */
const traceOf = (thrown: unknown): string[] => {
  if (!(thrown instanceof Error)) return [inspect(thrown)];
  const frames = (thrown.stack ?? "").split("\n").filter((line) => /^ {4}at /.test(line));
  const cause = thrown.cause === undefined ? [] : ["Caused by:", ...traceOf(thrown.cause)];
  return [`${thrown.name}: ${thrown.message}`, ...frames, ...cause];
};

/** Runs a command-line program: an obstacle is told in its one sentence, anything else with its stack, both end in 1. */
export const runProgram = async (program: () => Promise<void>): Promise<void> => {
  try {
    await program();
  } catch (thrown) {
    const obstacle = thrown instanceof Obstacle ? thrown : troubleInWords(thrown);
    printError(...(obstacle === undefined ? traceOf(thrown) : [obstacle.message, ...obstacle.lines]));
    process.exitCode = 1;
  }
};
