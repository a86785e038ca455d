import { App, RemovalPolicy, Stack } from "aws-cdk-lib";
import { expect, test } from "vitest";
import { RedriveEnv, SweepEnv } from "#lambda/environment.ts";
import { TypedFunction } from "../../infra/constructs/typed-function.ts";

const rest = { service: "huiyin-test", logs: { retention: 7, removalPolicy: RemovalPolicy.DESTROY } };
const tables = { CASES_TABLE: "cases", DEADLINES_TABLE: "deadlines", DIRECTORY_TABLE: "directory" };
const stack = () => new Stack(new App({ context: { "aws:cdk:bundling-stacks": [] } }), "Test");

test("a function with the environment that its handler asks for is made", () => {
  const environment = { ...tables, CLOCK: "real" } as const;
  const sweep = new TypedFunction(stack(), "Sweep", { file: "clock/sweep", env: SweepEnv, environment, ...rest });
  expect(sweep.logicalId).toMatch(/^Sweep/);
});

test("a missing, misspelt or wrong variable does not pass the compiler", () => {
  const make = () => {
    const sweep = { file: "clock/sweep", env: SweepEnv, ...rest };
    // @ts-expect-error CLOCK is missing
    new TypedFunction(stack(), "Missing", { ...sweep, environment: tables });
    // @ts-expect-error CLOK is no variable of this function
    new TypedFunction(stack(), "Misspelt", { ...sweep, environment: { ...tables, CLOK: "real" } });
    // @ts-expect-error there is no such clock
    new TypedFunction(stack(), "Wrong", { ...sweep, environment: { ...tables, CLOCK: "sundial" } });
    // @ts-expect-error these are another function's variables
    new TypedFunction(stack(), "Other", { ...sweep, env: RedriveEnv, environment: { ...tables, CLOCK: "real" } });
  };
  expect(make).not.toThrow();
});
