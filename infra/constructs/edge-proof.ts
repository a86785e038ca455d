import { Aws, CfnCondition, Fn, type RemovalPolicy, SecretValue, Validations } from "aws-cdk-lib";
import { CfnSecret, Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import type { Edged } from "../edge-config.ts";

/** Where CloudFront and its WAF are kept, whatever the region of the stage. */
export const edgeRegion = "us-east-1";

/** The header that the edge sets on each request, over whatever a client has sent in it. */
export const proofHeader = "x-huiyin-edge";

const nameOf = (serviceName: string, { proof }: Edged): string => `${serviceName}-edge-${proof}`;

/** What the edge proves itself by, as CloudFormation puts it where it is needed, in either region. */
export const proofOf = (serviceName: string, edge: Edged): string =>
  SecretValue.secretsManager(nameOf(serviceName, edge)).unsafeUnwrap();

/** The secret that only the edge and the pages know: it opens nothing, but that the pages answer at all. */
export class EdgeProof extends Secret {
  constructor(
    scope: Construct,
    id: string,
    { serviceName, edge, removalPolicy }: { serviceName: string; edge: Edged; removalPolicy: RemovalPolicy },
  ) {
    super(scope, id, {
      description: "Huiyin: what the edge proves itself by",
      secretName: nameOf(serviceName, edge),
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
      removalPolicy,
    });
    const elsewhere = new CfnCondition(scope, `${id}ElsewhereToo`, {
      expression: Fn.conditionNot(Fn.conditionEquals(Aws.REGION, edgeRegion)),
    });
    const secret = this.node.defaultChild;
    if (!(secret instanceof CfnSecret)) throw new Error("The secret has no resource");
    // A stage that is in the edge's region has it there already, and a copy of it there would be refused.
    secret.addPropertyOverride(
      "ReplicaRegions",
      Fn.conditionIf(elsewhere.logicalId, [{ Region: edgeRegion }], Aws.NO_VALUE),
    );
    Validations.of(this).acknowledge({
      id: "AwsSolutions-SMG4",
      reason: "Edge and pages change it together, by a deployment with the next `edge.proof`.",
    });
  }
}
