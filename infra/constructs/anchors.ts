import { CfnOutput, Duration, Fn, type RemovalPolicy, Stack, Validations } from "aws-cdk-lib";
import { Grant } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import type { Config } from "../config.ts";
import { explainWildcard } from "./wildcard.ts";

const daysOfYear = 365;

/** Nobody takes a lock away or shortens it; or only who holds a right of its own, which no part of the system does. */
const locks = {
  none: () => undefined,
  governance: (time: Duration) => ObjectLockRetention.governance(time),
  compliance: (time: Duration) => ObjectLockRetention.compliance(time),
} satisfies Record<Config["anchors"]["lock"], (time: Duration) => ObjectLockRetention | undefined>;

/**
 * Where the heads of the record are anchored, outside its tables: whoever can write there cannot write here, and what is
 * here can be neither changed nor deleted before its time.
 */
export class Anchors extends Bucket {
  constructor(
    scope: Construct,
    id: string,
    { anchors: { lock, years }, removalPolicy }: { anchors: Config["anchors"]; removalPolicy: RemovalPolicy },
  ) {
    const objectLockDefaultRetention = locks[lock](Duration.days(years * daysOfYear));
    super(scope, id, {
      versioned: true,
      ...(objectLockDefaultRetention && { objectLockEnabled: true, objectLockDefaultRetention }),
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy,
    });
    Validations.of(this).acknowledge({
      id: "AwsSolutions-S1",
      reason: "It holds numbers and hashes only, each written once; what was read of it tells nobody anything.",
    });
  }

  /** Read the anchors, in the versions in which they were first put there, and add one. */
  grantAnchoring(who: IFunction): void {
    // By an export of a name that is known here, so that the wildcard below can be explained.
    const name = `${Stack.of(this).stackName}:Anchors`;
    new CfnOutput(this, "Arn", { value: this.bucketArn, exportName: name });
    const bucket = Fn.importValue(name);
    const objects = `${bucket}/*`;
    Grant.addToPrincipal({ grantee: who, actions: ["s3:ListBucketVersions"], resourceArns: [bucket] });
    Grant.addToPrincipal({ grantee: who, actions: ["s3:GetObjectVersion", "s3:PutObject"], resourceArns: [objects] });
    if (who.role) explainWildcard(who.role, `${name}/*`, "Each anchor has a name of its own, by its number.");
  }
}
