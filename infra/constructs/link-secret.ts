import { type RemovalPolicy, Validations } from "aws-cdk-lib";
import { Grant, type IGrantable } from "aws-cdk-lib/aws-iam";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import type { RecordKey } from "./keys.ts";

/** What task links, codes and device sessions are derived from: generated at the first deployment, known to nobody. */
export class LinkSecret extends Secret {
  readonly #key: RecordKey;

  constructor(scope: Construct, id: string, { key, removalPolicy }: { key: RecordKey; removalPolicy: RemovalPolicy }) {
    super(scope, id, {
      description: "Huiyin: what task links and codes are derived from",
      encryptionKey: key,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy,
    });
    this.#key = key;
    Validations.of(this).acknowledge({
      id: "AwsSolutions-SMG4",
      reason: "Two generations are valid. By hand, since whoever replaces it knows how long links have to stay good.",
    });
  }

  /** Read the secret. (`grantRead` would write the reader into the key's own policy, and tie the stacks in a knot.) */
  grantReading(who: IGrantable): void {
    Grant.addToPrincipal({ grantee: who, actions: ["secretsmanager:GetSecretValue"], resourceArns: [this.secretArn] });
    const ofThisSecret = { StringEquals: { "kms:EncryptionContext:SecretARN": this.secretArn } };
    this.#key.grantThrough("secretsmanager", who, ["kms:Decrypt"], ofThisSecret);
  }
}
