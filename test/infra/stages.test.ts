import { describe, expect, test } from "vitest";
import { differences } from "../../infra/template-diff.ts";
import { synthesise } from "../fixtures/synthesis.ts";

const local = synthesise("local");
const production = synthesise("production");

const shape = (template: { Resources: Record<string, { Type: string }> }) =>
  Object.entries(template.Resources).map(([id, { Type }]) => `${id} ${Type}`);

/** What a stage has for its edge, and one machine has not. */
const forTheEdge = /^(EdgeProof1|PagesDoorOrigin|PagesDoorStageServicePagesDoorOrigin)/;

describe.each(["state", "service", "watch"] as const)("the %s stack of the local stage", (stack) => {
  test("has the same resources as in the cloud, under the same names, but for those of the edge", () => {
    expect(shape(local[stack])).toEqual(shape(production[stack]).filter((name) => !forTheEdge.test(name)));
  });
});

/** Every value in which the stages may differ, and the configuration it comes from. */
const configured = [
  /\/(DeletionPolicy|UpdateReplacePolicy)$/, // stage
  /\/DeletionProtectionEnabled$/, // stage
  /\/RecoveryPeriodInDays$/, // retention.backupDays
  /\/RetentionInDays$/, // retention.logDays
  /^(edge|state\/Conditions)/, // edge: a stack of its own
  /^(state|service)\/(Resources|Outputs|Conditions)\/(EdgeProof1|PagesDoorOrigin|PagesDoorStageServicePagesDoorOrigin|OriginTarget)/, // edge
  /\/(DisableExecuteApiEndpoint|DependsOn(\/\d+)?)$/, // edge
  /\/Variables\/EDGE_PROOF$/, // edge
  /\/Variables\/(CLOCK|BASE_URL|HSTS|SMTP_URL|SMTP_TLS|SMTP_SECRET)$/, // clock, baseUrl, hsts, mail
  /\/ObjectLock(Enabled|Configuration)$/, // anchors.lock
  /SendMailRoleDefaultPolicy\w+\/Properties\/PolicyDocument\/Statement\/\d+$/, // mail.smtpSecret: the right to read it
];

test("the stages differ in values of the configuration only", () => {
  const named = (stage: string, templates: unknown): unknown =>
    JSON.parse(JSON.stringify(templates).replaceAll(`huiyin-${stage}`, "huiyin"));
  const paths = differences(named("local", local), named("production", production)).map(({ path }) => path);
  expect(paths.filter((path) => !configured.some((value) => value.test(path)))).toEqual([]);
  expect(configured.filter((value) => !paths.some((path) => value.test(path)))).toEqual([]);
});

describe("differences", () => {
  test("names the place as deep as it goes", () => {
    expect(differences({ a: { b: [1, 2] }, c: 1 }, { a: { b: [1, 3] }, c: 1 })).toEqual([
      { path: "a/b/1", left: 2, right: 3 },
    ]);
  });

  test("names what only one side has", () => {
    expect(differences({ a: 1 }, { a: 1, b: 2 })).toEqual([{ path: "b", left: undefined, right: 2 }]);
  });

  test("finds nothing between equals", () => {
    expect(differences(local, synthesise("local"))).toEqual([]);
  });
});
