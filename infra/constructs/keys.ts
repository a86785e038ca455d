import { Aws, type RemovalPolicy } from "aws-cdk-lib";
import {
  AccountRootPrincipal,
  type Conditions,
  Grant,
  type IGrantable,
  PolicyDocument,
  PolicyStatement,
  ServicePrincipal,
} from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import type { FunctionName } from "../concurrency.ts";
import { rolePath } from "./role-path.ts";
import type { TypedFunction } from "./typed-function.ts";

type KeyProps = { serviceName: string; removalPolicy: RemovalPolicy };

/** Whoever may administer the account may administer the key: change, disable, replace, but use it for nothing. */
const administration = () =>
  new PolicyStatement({
    sid: "Administration",
    principals: [new AccountRootPrincipal()],
    actions: [
      ...[
        "CancelKeyDeletion",
        "DisableKey",
        "DisableKeyRotation",
        "EnableKey",
        "EnableKeyRotation",
        "ScheduleKeyDeletion",
      ],
      ...["DescribeKey", "GetKeyPolicy", "GetKeyRotationStatus", "ListGrants", "ListKeyPolicies", "ListResourceTags"],
      ...["PutKeyPolicy", "RevokeGrant", "TagResource", "UntagResource", "UpdateKeyDescription"],
    ].map((action) => `kms:${action}`),
    resources: ["*"],
  });

/** What the functions by these names may do with a key, if their own policies say so too. */
const use = (serviceName: string, sid: string, action: string, names: readonly FunctionName[]) =>
  new PolicyStatement({
    sid,
    principals: [new AccountRootPrincipal()],
    actions: [action],
    resources: ["*"],
    conditions: {
      ArnLike: {
        "aws:PrincipalArn": names.map(
          (name) => `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role${rolePath(serviceName, name)}*`,
        ),
      },
    },
  });

/** A data key is of one case, and KMS is told which: without a case, or beside anything else, nothing is made or opened. */
const ofOneCase = {
  StringLike: { "kms:EncryptionContext:case": "?*" },
  "ForAllValues:StringEquals": { "kms:EncryptionContextKeys": ["case"] },
};

/** Encrypts the data keys of petitioners' identity, and nothing else. Its policy names who may have one made or opened. */
export class IdentityKey extends Key {
  constructor(scope: Construct, id: string, { serviceName, removalPolicy }: KeyProps) {
    super(scope, id, {
      description: "Huiyin: petitioners' identity",
      enableKeyRotation: true,
      removalPolicy,
      policy: new PolicyDocument({
        statements: [
          administration(),
          use(serviceName, "Sealing", "kms:GenerateDataKey", ["FilePetition", "RegisterFor", "RegisterTask"]),
          use(serviceName, "Opening", "kms:Decrypt", [
            "PetitionStatus",
            "OwnAffairs",
            "OwnDecisions",
            "AddMaterial",
            "OwnFile",
            "JointPetition",
            "StepTask",
            "ScreeningTask",
            "DeliveryTask",
            "BesideTask",
            "TogetherTask",
            "AfterTask",
            "WatchTask",
            "RegisterTask",
            "ReviewTask",
            "SeeCase",
            "Signal",
            "SendMail",
          ]),
        ],
      }),
    });
  }

  /** Have a data key made for a case, without being able to open any. */
  grantSealing(who: TypedFunction): void {
    this.#allow(who, "kms:GenerateDataKey");
  }

  /** Open the data key of a case. */
  grantOpening(who: TypedFunction): void {
    this.#allow(who, "kms:Decrypt");
  }

  #allow(grantee: TypedFunction, action: string): void {
    Grant.addToPrincipal({ grantee, actions: [action], resourceArns: [this.keyArn], conditions: ofOneCase });
  }
}

/** Encrypts photos and PDFs, each under a data key that is made for it and bound to its case. Used through S3 alone, by the functions named here. */
export class FilesKey extends Key {
  constructor(scope: Construct, id: string, { serviceName, removalPolicy }: KeyProps) {
    super(scope, id, {
      description: "Huiyin: photos and PDFs of petitioners",
      enableKeyRotation: true,
      removalPolicy,
      policy: new PolicyDocument({
        statements: [
          administration(),
          use(serviceName, "Sealing", "kms:GenerateDataKey", ["TakeFiles"]),
          use(serviceName, "Opening", "kms:Decrypt", ["BringFiles", "SeeCase"]),
        ],
      }),
    });
  }

  /** Have S3 put something under it. */
  grantSealing(who: TypedFunction): void {
    this.#allow(who, "kms:GenerateDataKey");
  }

  /** Have S3 open what is under it. */
  grantOpening(who: TypedFunction): void {
    this.#allow(who, "kms:Decrypt");
  }

  #allow(grantee: TypedFunction, action: string): void {
    const conditions = {
      StringLike: { ...ofOneCase.StringLike, "kms:ViaService": `s3.${Aws.REGION}.*` },
      // S3 says itself which object it is for.
      "ForAllValues:StringEquals": { "kms:EncryptionContextKeys": ["case", "aws:s3:arn"] },
    };
    Grant.addToPrincipal({ grantee, actions: [action], resourceArns: [this.keyArn], conditions });
  }
}

/** What the record's key is used through: nobody ever holds a data key of it. */
const services = ["dynamodb", "secretsmanager", "backup"] as const;
const through = (...names: (typeof services)[number][]) => ({
  "kms:ViaService": names.map((name) => `${name}.${Aws.REGION}.*`),
});

/** Encrypts tables, the link secret and logs. Only those services use it, for whoever may use what they keep. */
export class RecordKey extends Key {
  constructor(scope: Construct, id: string, { removalPolicy }: Pick<KeyProps, "removalPolicy">) {
    const encryption = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"];
    const logs = `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:*`;
    super(scope, id, {
      description: "Huiyin: tables, link secret and logs",
      enableKeyRotation: true,
      removalPolicy,
      policy: new PolicyDocument({
        statements: [
          administration(),
          new PolicyStatement({
            sid: "ThroughWhatItEncrypts",
            principals: [new AccountRootPrincipal()],
            actions: [...encryption, "kms:CreateGrant"],
            resources: ["*"],
            conditions: { StringLike: through(...services) },
          }),
          new PolicyStatement({
            sid: "Logs",
            principals: [new ServicePrincipal(`logs.${Aws.REGION}.${Aws.URL_SUFFIX}`)],
            actions: encryption,
            resources: ["*"],
            conditions: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": logs } },
          }),
        ],
      }),
    });
  }

  /** Use it as a table or a secret asks for it, in the name of whoever may use that. */
  grantThrough(
    service: (typeof services)[number],
    grantee: IGrantable,
    actions: string[],
    conditions: Conditions = {},
  ): void {
    const bound = { ...conditions, StringLike: through(service) };
    Grant.addToPrincipal({ grantee, actions, resourceArns: [this.keyArn], conditions: bound });
  }
}
