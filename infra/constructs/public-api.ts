import { Validations } from "aws-cdk-lib";
import { AccessLogField, AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { LogSettings } from "./typed-function.ts";

/** `GET /status`: a method and a path, as API Gateway writes them. */
export type ApiRoute = `${"GET" | "POST"} /${string}`;

type PublicApiProps = {
  /** Which function answers which routes. */
  routes: readonly { answeredBy: IFunction; routes: readonly ApiRoute[] }[];
  /** Says that there is no such page, or that it takes no such method: what HTTP API would answer has no headers that protect. */
  otherwise: IFunction;
  logs: LogSettings;
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

/** The pages' door to the world. */
export class PublicApi extends Construct {
  readonly id: string;

  constructor(scope: Construct, id: string, props: PublicApiProps) {
    super(scope, id);
    const api = new HttpApi(this, "Api", {
      createDefaultStage: false,
      defaultIntegration: new HttpLambdaIntegration("OtherwiseIntegration", props.otherwise),
    });
    new HttpStage(this, "Stage", {
      httpApi: api,
      autoDeploy: true,
      throttle: { rateLimit: 100, burstLimit: 200 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(new LogGroup(this, "AccessLog", props.logs)),
        format: AccessLogFormat.custom(line),
      },
    });
    for (const { answeredBy, routes } of props.routes) {
      const integration = new HttpLambdaIntegration(`${answeredBy.node.id}Integration`, answeredBy);
      for (const route of routes) {
        const [method, path = "/"] = route.split(" ");
        // Mail scanners and link checkers ask with HEAD first; the page answers without its body.
        const methods = method === "GET" ? [HttpMethod.GET, HttpMethod.HEAD] : [HttpMethod.POST];
        api.addRoutes({ path, methods, integration });
      }
    }
    Validations.of(api).acknowledge({
      id: "AwsSolutions-APIG4",
      reason:
        "Petitioners have no account and staff act by a mailed link: the functions check code and link themselves.",
    });
    this.id = api.apiId;
  }
}
