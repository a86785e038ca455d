import { CfnOutput, Stack, Validations } from "aws-cdk-lib";
import { AccessLogField, AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  CfnStage,
  DomainName,
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
  SecurityPolicy,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { EdgeConfig, Edged } from "../edge-config.ts";
import type { LogSettings } from "./typed-function.ts";

/** `GET /status`: a method and a path; with GET goes HEAD. */
export type ApiRoute = `${"GET" | "POST"} /${string}`;

type PublicApiProps = {
  /** Which function answers which routes, and how many requests of each are let through in a second. */
  routes: readonly { answeredBy: IFunction; routes: Readonly<Record<ApiRoute, number>> }[];
  /** Says that there is no such page, or that it takes no such method: what HTTP API would answer has no headers that protect. */
  otherwise: IFunction;
  logs: LogSettings;
  /** The edge that alone is to reach the API; without one everybody does, under the name that AWS gives it. */
  edge: EdgeConfig;
};

/** What an access log line says: no address, no path beyond the route, no body. */
const line = JSON.stringify({
  requestId: AccessLogField.contextRequestId(),
  time: AccessLogField.contextRequestTime(),
  route: AccessLogField.contextRouteKey(),
  status: AccessLogField.contextStatus(),
  bytes: AccessLogField.contextResponseLength(),
  milliseconds: AccessLogField.contextResponseLatency(),
  error: AccessLogField.contextIntegrationErrorMessage(),
});

/** Requests a second that no route takes: scanners ask for more. */
const strays = 10;

/** The API may call a function for all of its routes: a permission for each would fill the stack, which may have 500 resources. */
const callsOf = (id: string, fn: IFunction): HttpLambdaIntegration =>
  new HttpLambdaIntegration(id, fn, { scopePermissionToRoute: false });

/** A second's worth more may come at once. */
const throttle = (perSecond: number) => ({ rateLimit: perSecond, burstLimit: 2 * perSecond });

/** The API under the name that the edge knows. `OriginTarget` is what that name has to lead to. */
const originOf = (scope: Construct, { originDomain, originCertificateArn }: Edged): DomainName => {
  const certificate = Certificate.fromCertificateArn(scope, "OriginCertificate", originCertificateArn);
  const name = new DomainName(scope, "Origin", {
    domainName: originDomain,
    certificate,
    securityPolicy: SecurityPolicy.TLS_1_2,
  });
  new CfnOutput(Stack.of(scope), "OriginTarget", { value: name.regionalDomainName });
  return name;
};

/** The pages' door to the world. */
export class PublicApi extends Construct {
  readonly id: string;
  readonly stage: HttpStage;
  /** All its routes but `$default`, in a list with commas. */
  readonly addresses: string;

  constructor(scope: Construct, id: string, props: PublicApiProps) {
    super(scope, id);
    const api = new HttpApi(this, "Api", {
      createDefaultStage: false,
      defaultIntegration: callsOf("OtherwiseIntegration", props.otherwise),
      ...(props.edge !== "none" && { disableExecuteApiEndpoint: true }),
    });
    const origin = props.edge === "none" ? undefined : originOf(this, props.edge);
    this.stage = new HttpStage(this, "Stage", {
      httpApi: api,
      autoDeploy: true,
      throttle: throttle(strays),
      ...(origin && { domainMapping: { domainName: origin } }),
      accessLogSettings: {
        destination: new LogGroupLogDestination(new LogGroup(this, "AccessLog", props.logs)),
        format: AccessLogFormat.custom(line),
      },
    });
    const settings: Record<string, object> = {};
    for (const { answeredBy, routes } of props.routes) {
      const integration = callsOf(`${answeredBy.node.id}Integration`, answeredBy);
      for (const [route, perSecond] of Object.entries(routes)) {
        const [method, path = "/"] = route.split(" ");
        // Mail scanners and link checkers ask with HEAD first. A route for each of the two would fill the stack; whatever
        // else is asked there, the page's function refuses by itself.
        const asked = method === "GET" ? HttpMethod.ANY : HttpMethod.POST;
        // A stage knows only routes that are there.
        this.stage.node.addDependency(...api.addRoutes({ path, methods: [asked], integration }));
        const { rateLimit, burstLimit } = throttle(perSecond);
        settings[`${asked} ${path}`] = { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit };
      }
    }
    const stage = this.stage.node.defaultChild;
    if (!(stage instanceof CfnStage)) throw new Error("The stage has no resource");
    stage.routeSettings = settings;
    Validations.of(api).acknowledge({
      id: "AwsSolutions-APIG4",
      reason:
        "Petitioners have no account and staff act by an emailed link: the functions check code and link themselves.",
    });
    this.addresses = props.routes.flatMap(({ routes }) => Object.keys(routes)).join(",");
    this.id = api.apiId;
  }
}
