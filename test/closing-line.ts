import type { Reporter } from "vitest/node";

/**
 * Ends the run with one plain line, `N passed, N failed`, for whoever reads the output by machine.
 * A file that could not be collected and an error outside of any test each count as one failure.
 */
export default class ClosingLine implements Reporter {
  readonly onTestRunEnd: NonNullable<Reporter["onTestRunEnd"]> = (modules, strayErrors) => {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: "passed" | "failed") => tests.filter((test) => test.result().state === state).length;
    const uncollected = modules.filter((module) => module.errors().length > 0).length;
    const line = `${count("passed")} passed, ${count("failed") + uncollected + strayErrors.length} failed`;
    process.once("exit", () => process.stdout.write(`${line}\n`));
  };
}
