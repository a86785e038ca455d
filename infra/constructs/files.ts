import { CfnOutput, Duration, Fn, type RemovalPolicy, Stack, Validations } from "aws-cdk-lib";
import { Grant, PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { FilesKey } from "./keys.ts";
import { WorkQueue } from "./queues.ts";
import type { TypedFunction } from "./typed-function.ts";
import { explainWildcard } from "./wildcard.ts";

type FilesProps = {
  serviceName: string;
  /** How long the function that looks at what arrives may run. */
  timeout: Duration;
  removalPolicy: RemovalPolicy;
};

/** Nobody has either bucket in public, and nothing goes in or out in the clear. */
const closed = { blockPublicAccess: BlockPublicAccess.BLOCK_ALL, enforceSSL: true };

const unlogged = (bucket: Bucket, reason: string): void =>
  Validations.of(bucket).acknowledge({ id: "AwsSolutions-S1", reason });

/** A day: what nobody has looked at by then is nobody's, and goes. */
const untilOrphaned = Duration.days(1);

/**
 * 照片和 PDF 材料: where browsers send them, and where they are kept once they were looked at, under a key that opens each for
 * its case alone. What is in the first is nobody's but of the function that looks at it; no link ever leads there.
 */
export class FileBuckets extends Construct {
  readonly arrivals: Bucket;
  readonly kept: Bucket;
  readonly key: FilesKey;
  /** What has arrived and is to be looked at. */
  readonly arrived: WorkQueue;
  readonly #names: { arrivals: string; kept: string };

  constructor(scope: Construct, id: string, { serviceName, timeout, removalPolicy }: FilesProps) {
    super(scope, id);
    this.key = new FilesKey(this, "Key", { serviceName, removalPolicy });
    this.arrivals = new Bucket(this, "Arrivals", {
      ...closed,
      encryption: BucketEncryption.S3_MANAGED,
      removalPolicy,
      lifecycleRules: [{ expiration: untilOrphaned, abortIncompleteMultipartUploadAfter: untilOrphaned }],
    });
    unlogged(this.arrivals, "What is in it is there for seconds; who may send something is decided, and known, by us.");
    this.kept = new Bucket(this, "Kept", {
      ...closed,
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      removalPolicy,
    });
    unlogged(this.kept, "Each look is on the record of its case before a link is made, with who looked and when.");
    this.arrived = new WorkQueue(this, "Arrived", { timeout });
    this.#tell();

    // By exports of names that are known here, so that the wildcards below can be explained.
    const stack = Stack.of(this).stackName;
    this.#names = { arrivals: `${stack}:Arrivals`, kept: `${stack}:Kept` };
    new CfnOutput(this, "ArrivalsArn", { value: this.arrivals.bucketArn, exportName: this.#names.arrivals });
    new CfnOutput(this, "KeptArn", { value: this.kept.bucketArn, exportName: this.#names.kept });
  }

  /** S3 puts word of each arrival into the queue. Said to S3 itself: CDK would deploy a function of its own to say it. */
  #tell(): void {
    const { bucketArn } = this.arrivals;
    this.arrived.addToResourcePolicy(
      new PolicyStatement({
        sid: "ArrivalsAreTold",
        principals: [new ServicePrincipal("s3.amazonaws.com")],
        actions: ["sqs:SendMessage"],
        resources: [this.arrived.queueArn],
        conditions: {
          StringEquals: { "aws:SourceAccount": Stack.of(this).account },
          // By its name: the bucket waits for this policy, and cannot be asked what it is called.
          ArnLike: {
            "aws:SourceArn": `arn:${Stack.of(this).partition}:s3:::${Stack.of(this).stackName.toLowerCase()}-*`,
          },
        },
      }),
    );
    const bucket = this.arrivals.node.defaultChild;
    if (!(bucket instanceof CfnBucket)) throw new Error(`${bucketArn} has no resource`);
    bucket.notificationConfiguration = {
      queueConfigurations: [{ event: "s3:ObjectCreated:*", queue: this.arrived.queueArn }],
    };
    const policy = this.arrived.node.tryFindChild("Policy");
    if (policy !== undefined) bucket.node.addDependency(policy);
  }

  /** Give browsers a form for one object, of one name, kind and size. */
  grantBringing(who: TypedFunction): void {
    this.#grant(who, "arrivals", ["s3:PutObject"], "Each file has a name of its own, drawn when its form is given.");
  }

  /** Look at what has arrived, move what is right, and drop the rest. */
  grantTaking(who: TypedFunction): void {
    // With it what is gone is told from what is not ours to read.
    Grant.addToPrincipal({
      grantee: who,
      actions: ["s3:ListBucket"],
      resourceArns: [Fn.importValue(this.#names.arrivals)],
    });
    this.#grant(who, "arrivals", ["s3:GetObject", "s3:DeleteObject"], "Each file has a name of its own.");
    this.#grant(who, "kept", ["s3:PutObject", "s3:DeleteObject"], "Each file has a name of its own, below its case.");
    this.key.grantSealing(who);
  }

  /** Make links that open what was kept. */
  grantOpening(who: TypedFunction): void {
    this.#grant(who, "kept", ["s3:GetObject"], "Each file has a name of its own, below its case.");
    this.key.grantOpening(who);
  }

  #grant(who: TypedFunction, bucket: "arrivals" | "kept", actions: string[], reason: string): void {
    const name = this.#names[bucket];
    Grant.addToPrincipal({ grantee: who, actions, resourceArns: [`${Fn.importValue(name)}/*`] });
    if (who.role) explainWildcard(who.role, `${name}/*`, reason);
  }
}
