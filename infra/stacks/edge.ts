import { CfnOutput, Duration, Stack, type StackProps, Validations } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { Alarm, ComparisonOperator, Metric, Stats, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";
import type { Config } from "../config.ts";
import { AlarmTopic } from "../constructs/alarm-topic.ts";
import { edgeRegion, proofHeader, proofOf } from "../constructs/edge-proof.ts";
import type { Edged } from "../edge-config.ts";
import { edgeHeaders } from "../edge-headers.ts";
import { edgePages } from "../edge-words.ts";

type EdgeProps = StackProps & { config: Config; edge: Edged; serviceName: string };

/** Two million bytes and more: no form of ours is near that, and from six on HTTP API would answer itself. */
const tooLarge = "^([2-9][0-9]{6}|[0-9]{8,})$";

/**
 * What stands before the pages, in the one region where CloudFront and its WAF are kept. It needs nothing of the other
 * stacks but a name and a secret, which the configuration gives both, so no value has to cross regions.
 */
export class Edge extends Stack {
  constructor(scope: Construct, id: string, { config, edge, serviceName, ...props }: EdgeProps) {
    super(scope, id, { ...props, env: { region: edgeRegion } });
    const wall = this.#wall(`${serviceName}-edge`, edge, edgeHeaders(config));
    const distribution = this.#distribution(config, edge, { serviceName, webAclId: wall.attrArn });
    this.#watch(config.alarmEmail, { wall: `${serviceName}-edge`, distribution });
    new CfnOutput(this, "EdgeDomain", { value: distribution.distributionDomainName });
  }

  /**
   * Rates alone, no lists of bad words or bad addresses: a petition may quote what such a list forbids, and whole towns
   * share an address. Whoever is turned away reads why in both languages, under the headers of all other answers.
   */
  #wall(name: string, { requestsPerAddress, postsPerAddress }: Edged, headers: Record<string, string>): CfnWebACL {
    const seen = (metricName: string) => ({
      metricName,
      cloudWatchMetricsEnabled: true,
      // Samples show headers, and with them the cookies of staff.
      sampledRequestsEnabled: false,
    });
    const answer = (
      customResponseBodyKey: keyof typeof edgePages,
      responseCode: number,
      more: Record<string, string> = {},
    ) => {
      const responseHeaders = Object.entries({ ...headers, ...more }).map(([header, value]) => ({
        name: header,
        value,
      }));
      return { block: { customResponse: { responseCode, customResponseBodyKey, responseHeaders } } };
    };
    const rate = (rule: string, priority: number, limit: number, method?: string): CfnWebACL.RuleProperty => ({
      name: rule,
      priority,
      action: answer("tooOften", 429, { "retry-after": "300" }),
      visibilityConfig: seen(rule),
      statement: {
        rateBasedStatement: {
          aggregateKeyType: "IP",
          evaluationWindowSec: Duration.minutes(5).toSeconds(),
          limit,
          ...(method !== undefined && {
            scopeDownStatement: {
              byteMatchStatement: {
                fieldToMatch: { method: {} },
                positionalConstraint: "EXACTLY",
                searchString: method,
                textTransformations: [{ priority: 0, type: "NONE" }],
              },
            },
          }),
        },
      },
    });
    const large: CfnWebACL.RuleProperty = {
      name: "TooLarge",
      priority: 2,
      action: answer("tooLarge", 413),
      visibilityConfig: seen("TooLarge"),
      statement: {
        regexMatchStatement: {
          fieldToMatch: { singleHeader: { Name: "content-length" } },
          regexString: tooLarge,
          textTransformations: [{ priority: 0, type: "NONE" }],
        },
      },
    };
    return new CfnWebACL(this, "Wall", {
      customResponseBodies: Object.fromEntries(
        Object.entries(edgePages).map(([key, content]) => [key, { contentType: "TEXT_HTML", content }]),
      ),
      name,
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      visibilityConfig: seen(name),
      rules: [
        rate("PostsPerAddress", 0, postsPerAddress, "POST"),
        rate("RequestsPerAddress", 1, requestsPerAddress),
        large,
      ],
    });
  }

  /** For answers that HTTP API or CloudFront give by themselves; what our functions say wins. */
  #headers(config: Config): ResponseHeadersPolicy {
    const {
      "content-security-policy": contentSecurityPolicy = "",
      "referrer-policy": _,
      "strict-transport-security": __,
      "x-content-type-options": ___,
      ...others
    } = edgeHeaders(config);
    const override = false;
    return new ResponseHeadersPolicy(this, "Headers", {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy, override },
        // It has one value only.
        contentTypeOptions: { override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),
          includeSubdomains: config.hsts.subdomains,
          preload: config.hsts.preload,
          override,
        },
      },
      customHeadersBehavior: {
        customHeaders: Object.entries(others).map(([header, value]) => ({ header, value, override })),
      },
    });
  }

  #distribution(
    config: Config,
    edge: Edged,
    { serviceName, webAclId }: { serviceName: string; webAclId: string },
  ): Distribution {
    const origin = new HttpOrigin(edge.originDomain, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      customHeaders: { [proofHeader]: proofOf(serviceName, edge) },
    });
    const usual = {
      origin,
      responseHeadersPolicy: this.#headers(config),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    };
    const distribution = new Distribution(this, "Distribution", {
      comment: serviceName,
      domainNames: [new URL(config.baseUrl).hostname],
      certificate: Certificate.fromCertificateArn(this, "Certificate", edge.certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      webAclId,
      defaultBehavior: {
        ...usual,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        // Pages are for one reader each, and say so; even one that forgets to is not kept.
        cachePolicy: CachePolicy.CACHING_DISABLED,
      },
      additionalBehaviors: {
        "/assets/*": {
          ...usual,
          allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
          cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        },
      },
    });
    Validations.of(distribution).acknowledge(
      { id: "AwsSolutions-CFR1", reason: "People petition from wherever they are." },
      {
        id: "AwsSolutions-CFR3",
        reason: "Its log would hold the address of every reader. The API's own log counts routes and holds none.",
      },
    );
    return distribution;
  }

  #watch(alarmEmail: string, { wall, distribution }: { wall: string; distribution: Distribution }): void {
    const tell = new SnsAction(new AlarmTopic(this, "Alarms", alarmEmail));
    const watch = (name: string, alarmDescription: string, metric: Metric, above: number) => {
      new Alarm(this, name, {
        alarmDescription,
        metric,
        threshold: above,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        evaluationPeriods: 1,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      }).addAlarmAction(tell);
    };
    const period = Duration.minutes(5);
    watch(
      "BlockedAtEdge",
      "An address asks more often than its share, and is turned away. See the rules of the web ACL in the console.",
      new Metric({
        namespace: "AWS/WAFV2",
        metricName: "BlockedRequests",
        dimensionsMap: { WebACL: wall, Rule: "ALL" },
        statistic: Stats.SUM,
        period,
      }),
      1000,
    );
    watch(
      "FailingAtEdge",
      "More than one request in twenty fails at the edge. See whether the API answers under its own name.",
      new Metric({
        namespace: "AWS/CloudFront",
        metricName: "5xxErrorRate",
        dimensionsMap: { DistributionId: distribution.distributionId, Region: "Global" },
        statistic: Stats.AVERAGE,
        period,
      }),
      5,
    );
  }
}
