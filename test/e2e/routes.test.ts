import { afterAll, expect, test } from "vitest";
import { resourcesOf, synthesise } from "../fixtures/synthesis.ts";
import { doorsStage } from "./doors-stage.ts";

const stage = await doorsStage();
afterAll(() => stage.stop());

test("the API leads to every address at which a page of ours answers", () => {
  const { service } = synthesise("production");
  const led = resourcesOf(service, "AWS::ApiGatewayV2::Route").map(([, { Properties }]) => String(Properties.RouteKey));
  expect(stage.routes.length).toBeGreaterThan(80);
  // What answers GET takes whatever is asked of its address.
  const isLedTo = (route: string): boolean => led.includes(route.replace(/^GET /, "ANY "));
  expect(stage.routes.filter((route) => !isLedTo(route))).toEqual([]);
});
