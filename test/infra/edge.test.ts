import { AwsSolutionsChecks } from "cdk-nag";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { formBytes } from "#lambda/form.ts";
import { isByEdge } from "#lambda/own-edge.ts";
import { usualHeaders } from "#lambda/reply.ts";
import cdk from "../../cdk.json" with { type: "json" };
import { readConfig } from "../../infra/config.ts";
import { district } from "../../infra/district.ts";
import { appFor, type CloudFormation, nameOf, resourcesOf, synthesise } from "../fixtures/synthesis.ts";

const { edge: configured, ...without } = cdk.context.stages.production;
const { state, service, edge } = synthesise("production");
const inEdge = (type: string): Record<string, unknown> => {
  const [[, found] = [], ...more] = resourcesOf(edge ?? { Resources: {} }, type);
  if (found === undefined || more.length > 0) throw new Error(`There is not one ${type}`);
  return found.Properties;
};
const only = (template: CloudFormation, type: string) => resourcesOf(template, type)[0]?.[1].Properties;

const Behaviour = z.looseObject({ AllowedMethods: z.array(z.string()), CachePolicyId: z.string() });
const Distribution = z.object({
  DistributionConfig: z.looseObject({
    DefaultCacheBehavior: Behaviour,
    CacheBehaviors: z.array(Behaviour.extend({ PathPattern: z.string() })),
    Origins: z.array(
      z.looseObject({ OriginCustomHeaders: z.array(z.object({ HeaderName: z.string(), HeaderValue: z.string() })) }),
    ),
  }),
});
const { DistributionConfig: distribution } = Distribution.parse(inEdge("AWS::CloudFront::Distribution"));
const Response = z.object({
  CustomResponseBodyKey: z.string(),
  ResponseHeaders: z.array(z.object({ Name: z.string(), Value: z.string() })),
});
const Wall = z.object({
  CustomResponseBodies: z.record(z.string(), z.object({ Content: z.string() })),
  Rules: z.array(
    z.object({ Action: z.object({ Block: z.object({ CustomResponse: Response }) }), Statement: z.looseObject({}) }),
  ),
});
const Regex = z.object({ RegexMatchStatement: z.object({ RegexString: z.string(), FieldToMatch: z.unknown() }) });
/** The headers of every answer of our functions. */
const protecting = Object.keys(usualHeaders("", { hsts: "max-age=1", referrerPolicy: "no-referrer" }));
/** By AWS's documentation of its managed policies. */
const managed = { neverCached: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad", cached: "658327ea-f89d-4fab-a63d-7e88639e58f6" };

describe("the edge", () => {
  test("speaks TLS 1.2 or newer with its readers and with the API, under the host of the base URL", () => {
    expect(distribution).toMatchObject({
      Aliases: ["huiyin.district.example"],
      HttpVersion: "http2and3",
      ViewerCertificate: { AcmCertificateArn: configured.certificateArn, MinimumProtocolVersion: "TLSv1.2_2021" },
      Origins: [
        {
          DomainName: configured.originDomain,
          CustomOriginConfig: { OriginProtocolPolicy: "https-only", OriginSSLProtocols: ["TLSv1.2"] },
        },
      ],
    });
    for (const behaviour of [distribution.DefaultCacheBehavior, ...distribution.CacheBehaviors]) {
      expect(behaviour.ViewerProtocolPolicy).toBe("redirect-to-https");
    }
  });

  test("keeps style and scripts, and no page", () => {
    expect(distribution.DefaultCacheBehavior.CachePolicyId).toBe(managed.neverCached);
    expect(distribution.DefaultCacheBehavior.AllowedMethods).toContain("POST");
    expect(distribution.CacheBehaviors).toMatchObject([
      { PathPattern: "/assets/*", CachePolicyId: managed.cached, AllowedMethods: ["GET", "HEAD"] },
    ]);
  });

  test("turns away an address that asks too often, and posts sooner than the rest", () => {
    const wall = inEdge("AWS::WAFv2::WebACL");
    const rule = (Name: string, Limit: number) => ({
      Name,
      Action: { Block: { CustomResponse: { ResponseCode: 429, CustomResponseBodyKey: "tooOften" } } },
      Statement: { RateBasedStatement: { AggregateKeyType: "IP", EvaluationWindowSec: 300, Limit } },
    });
    expect(wall).toMatchObject({
      Scope: "CLOUDFRONT",
      DefaultAction: { Allow: {} },
      Rules: [rule("PostsPerAddress", 300), rule("RequestsPerAddress", 3000), { Name: "TooLarge" }],
    });
    expect(JSON.stringify(wall)).not.toContain('"SampledRequestsEnabled":true');
    const [[id] = []] = resourcesOf(edge ?? { Resources: {} }, "AWS::WAFv2::WebACL");
    expect(distribution.WebACLId).toEqual({ "Fn::GetAtt": [id, "Arn"] });
  });

  test("says in both languages why it turns somebody away, under the headers of every other answer", () => {
    const wall = Wall.parse(inEdge("AWS::WAFv2::WebACL"));
    for (const { Action } of wall.Rules) {
      const { CustomResponseBodyKey: key, ResponseHeaders } = Action.Block.CustomResponse;
      expect(ResponseHeaders.map(({ Name }) => Name)).toEqual(expect.arrayContaining(protecting));
      expect(wall.CustomResponseBodies[key]?.Content).toMatch(
        /^<!doctype html><html lang="zh-CN">.*[，。].*<div lang="en">/,
      );
      // More is refused by AWS, as are more headers.
      expect(Buffer.byteLength(wall.CustomResponseBodies[key]?.Content ?? "")).toBeLessThan(4096);
      expect(ResponseHeaders.length).toBeLessThanOrEqual(10);
    }
  });

  test("turns away what HTTP API would answer itself for its size, and no form of ours", () => {
    const [{ Statement } = { Statement: {} }] = Wall.parse(inEdge("AWS::WAFv2::WebACL")).Rules.slice(-1);
    const { RegexString, FieldToMatch } = Regex.parse(Statement).RegexMatchStatement;
    expect(FieldToMatch).toEqual({ SingleHeader: { Name: "content-length" } });
    const isTurnedAway = (bytes: number) => new RegExp(RegexString).test(String(bytes));
    for (const most of Object.values(formBytes)) expect(isTurnedAway(most)).toBe(false);
    expect([1_999_999, 2_000_000, 10_485_761].map(isTurnedAway)).toEqual([false, true, true]);
  });

  test("puts the headers that protect on answers that none of our functions gave, and leaves theirs", () => {
    const [[id, policy] = []] = resourcesOf(edge ?? { Resources: {} }, "AWS::CloudFront::ResponseHeadersPolicy");
    for (const behaviour of [distribution.DefaultCacheBehavior, ...distribution.CacheBehaviors]) {
      expect(behaviour.ResponseHeadersPolicyId).toEqual({ Ref: id });
    }
    const text = JSON.stringify(policy?.Properties);
    const named: Record<string, string> = {
      "content-security-policy": "ContentSecurityPolicy",
      "referrer-policy": "ReferrerPolicy",
      "strict-transport-security": "StrictTransportSecurity",
      "x-content-type-options": "ContentTypeOptions",
    };
    for (const header of protecting) expect(text).toContain(`"${named[header] ?? header}"`);
    expect(text.match(/"Override":true/g)).toHaveLength(1);
  });

  test("lives in us-east-1 and takes nothing from a stack in another region", () => {
    const app = appFor("production");
    const stacks = district(app, readConfig(app.node));
    const edgeStack = app.synth().getStackByName("huiyin-production-edge");
    expect(edgeStack.environment.region).toBe("us-east-1");
    expect(edgeStack.dependencies.map(({ id }) => id)).toContain(stacks.state.artifactId);
    expect(JSON.stringify(edgeStack.template)).not.toMatch(/Fn::ImportValue|Custom::CrossRegion/);
  });

  test("and the pages name one secret, which lies in both their regions", () => {
    const [[, secret] = []] = resourcesOf(state, "AWS::SecretsManager::Secret").filter(([id]) => /^EdgeProof/.test(id));
    const Name = "huiyin-production-edge-1";
    const elsewhere = { "Fn::If": ["EdgeProof1ElsewhereToo", [{ Region: "us-east-1" }], { Ref: "AWS::NoValue" }] };
    expect(secret?.Properties).toMatchObject({ Name, ReplicaRegions: elsewhere });
    const [header] = distribution.Origins.flatMap(({ OriginCustomHeaders }) => OriginCustomHeaders);
    expect(header?.HeaderValue).toBe(`{{resolve:secretsmanager:${Name}:SecretString:::}}`);
    const Environment = z.object({ Variables: z.looseObject({ EDGE_PROOF: z.string().optional() }) });
    const told = resourcesOf(service, "AWS::Lambda::Function").flatMap(([id, { Properties }]) => {
      const { EDGE_PROOF } = Environment.parse(Properties.Environment).Variables;
      return EDGE_PROOF === undefined ? [] : [[nameOf(id), EDGE_PROOF]];
    });
    expect(told).toEqual(
      [
        ...[
          "FilePetition",
          "RegisterFor",
          "PetitionStatus",
          "OwnAffairs",
          "OwnDecisions",
          "AddMaterial",
          "OwnFile",
          "JointPetition",
          "BringFiles",
          "StepTask",
          "ScreeningTask",
          "DeliveryTask",
          "BesideTask",
          "TogetherTask",
          "AfterTask",
          "WatchTask",
          "RegisterTask",
          "ReviewTask",
        ],
        ...["ClockCourse", "SeeCase", "Mailbox", "CheckLetter", "Assets"],
      ].map((name) => [name, header?.HeaderValue]),
    );
    expect(isByEdge({ [header?.HeaderName ?? ""]: "proof" }, "proof")).toBe(true);
  });

  test("gets a new secret with the next number, on both sides", () => {
    const next = synthesise("production", { context: { edge: { ...configured, proof: 2 } } });
    for (const template of [next.state, next.service, next.edge]) {
      expect(JSON.stringify(template)).toContain("huiyin-production-edge-2");
      expect(JSON.stringify(template)).not.toContain("huiyin-production-edge-1");
    }
  });
});

describe("the API behind an edge", () => {
  test("does not answer under the name that AWS gives it", () => {
    expect(only(service, "AWS::ApiGatewayV2::Api")).toMatchObject({ DisableExecuteApiEndpoint: true });
    expect(only(service, "AWS::ApiGatewayV2::DomainName")).toMatchObject({
      DomainName: configured.originDomain,
      DomainNameConfigurations: [{ CertificateArn: configured.originCertificateArn, SecurityPolicy: "TLS_1_2" }],
    });
    expect(only(service, "AWS::ApiGatewayV2::ApiMapping")).toMatchObject({ Stage: "$default" });
    expect(service.Outputs).toHaveProperty("OriginTarget");
  });
});

describe("without an edge", () => {
  const context = { edge: "none" };

  test.each(["local", "production"] as const)("%s is whole, and says so when it is synthesised", (stage) => {
    const app = appFor(stage, context);
    const stacks = district(app, readConfig(app.node));
    expect(stacks.edge).toBeUndefined();
    const notes = app.synth().stacks.flatMap(({ messages }) => messages.map(({ entry }) => JSON.stringify(entry.data)));
    expect(notes.filter((note) => note.includes("has no edge"))).toHaveLength(1);
    const bare = synthesise(stage, { context });
    expect(only(bare.service, "AWS::ApiGatewayV2::Api")).not.toHaveProperty("DisableExecuteApiEndpoint");
    expect(resourcesOf(bare.service, "AWS::ApiGatewayV2::DomainName")).toEqual([]);
    expect(JSON.stringify(bare)).not.toContain("resolve:secretsmanager");
  });

  test.each(["cn-north-1", "cn-northwest-1"])("%s goes, and with one it is refused with what to do", (region) => {
    expect(() => synthesise("production", { region, context })).not.toThrow();
    expect(() => synthesise("production", { region })).toThrow(/^edge: .*AWS China.*Set it to "none"/);
  });

  test.each([
    ["an edge on one machine", "local", { edge: configured }, "edge"],
    ["nothing said of the edge of a stage in the cloud", "production", { stages: { production: without } }, "edge"],
    [
      "a certificate where CloudFront does not look",
      "production",
      { edge: { ...configured, certificateArn: configured.originCertificateArn } },
      "edge",
    ],
    ["an origin that is no host", "production", { edge: { ...configured, originDomain: "https://a.example" } }, "edge"],
    [
      "an origin that is the edge itself",
      "production",
      { edge: { ...configured, originDomain: "huiyin.district.example" } },
      "edge.originDomain",
    ],
  ])("%s is refused by its name", (_, stage, given, name) => {
    expect(() => readConfig(appFor(stage, given).node)).toThrow(name);
  });
});

test("cdk-nag finds nothing in it that is not explained", () => {
  const app = appFor("production");
  district(app, readConfig(app.node));
  expect(new AwsSolutionsChecks().validateScope(app)).toEqual({ success: true, violations: [] });
});
