import { RemovalPolicy, Validations } from "aws-cdk-lib";
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb";
import { Grant, type IGrantable } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import type { RecordKey } from "./keys.ts";
import { explainWildcard } from "./wildcard.ts";

/** What the tables of a stage have in common. */
export type TableSettings = {
  key: RecordKey;
  /** Neither a deployment nor a slip of the hand may delete the table. */
  protectedFromDeletion: boolean;
  /** How far back the table can be restored, 1 to 35 days. */
  backupDays: number;
};

const text = (name: string) => ({ name, type: AttributeType.STRING });
const number = (name: string) => ({ name, type: AttributeType.NUMBER });

const reads = ["dynamodb:GetItem", "dynamodb:Query"];
/** What a transaction of reads, conditions and writes is made of. Nothing is ever deleted. */
const writes = ["dynamodb:ConditionCheckItem", "dynamodb:PutItem", "dynamodb:UpdateItem"];
/** DynamoDB uses the table's key in the name of its caller. */
const readsKey = ["kms:Decrypt", "kms:DescribeKey"];
const writesKey = [
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyWithoutPlaintext",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
];

/** What every table of the district is like: on demand, encrypted under the district's own key. */
const common = (key: RecordKey) => ({
  partitionKey: text("pk"),
  sortKey: text("sk"),
  billingMode: BillingMode.PAY_PER_REQUEST,
  encryption: TableEncryption.CUSTOMER_MANAGED,
  encryptionKey: key,
});

/** A table of the record: on demand, encrypted under the district's own key, restorable to any second. */
class RecordTable extends Table {
  readonly #key: RecordKey;

  constructor(scope: Construct, id: string, settings: TableSettings, stream?: StreamViewType) {
    super(scope, id, {
      ...common(settings.key),
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: settings.backupDays,
      },
      deletionProtection: settings.protectedFromDeletion,
      removalPolicy: settings.protectedFromDeletion ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      ...(stream && { stream }),
    });
    this.#key = settings.key;
  }

  /** Get items, and query below one partition key. */
  grantReading(who: IGrantable): void {
    this.allow(who, reads, readsKey);
  }

  /** @param bounds an index instead of the table, or the kinds of partitions that may be touched. */
  protected allow(
    who: IGrantable,
    actions: string[],
    keyActions: string[],
    { index, partitions }: { index?: string; partitions?: readonly string[] } = {},
  ): void {
    const resource = index === undefined ? this.tableArn : `${this.tableArn}/index/${index}`;
    Grant.addToPrincipal({
      grantee: who,
      actions,
      resourceArns: [resource],
      ...(partitions && {
        conditions: {
          "ForAllValues:StringLike": { "dynamodb:LeadingKeys": partitions },
          // For all of none holds too: a request that names no partition is refused.
          Null: { "dynamodb:LeadingKeys": "false" },
        },
      }),
    });
    this.#key.grantThrough("dynamodb", who, keyActions);
  }
}

/** Cases, their events, parties, links and query codes. */
export class CasesTable extends RecordTable {
  constructor(scope: Construct, id: string, settings: TableSettings) {
    super(scope, id, settings, StreamViewType.NEW_IMAGE);
    this.addGlobalSecondaryIndex({
      indexName: "unpublished",
      partitionKey: text("outbox"),
      sortKey: text("outboxAt"),
      projectionType: ProjectionType.KEYS_ONLY,
    });
    this.addGlobalSecondaryIndex({
      indexName: "byUnit",
      partitionKey: text("unit"),
      sortKey: text("due"),
      projectionType: ProjectionType.KEYS_ONLY,
    });
    this.addGlobalSecondaryIndex({
      indexName: "standing",
      partitionKey: text("standing"),
      sortKey: text("pk"),
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: ["clocks", "execution"],
    });
    this.addGlobalSecondaryIndex({
      indexName: "byPerson",
      partitionKey: text("person"),
      sortKey: text("due"),
      projectionType: ProjectionType.KEYS_ONLY,
    });
    this.addGlobalSecondaryIndex({
      indexName: "changed",
      partitionKey: text("changed"),
      sortKey: text("changedAt"),
      projectionType: ProjectionType.KEYS_ONLY,
    });
    // One list for the district: a case is on it when nobody above can take it, so there are few at any time.
    this.addGlobalSecondaryIndex({
      indexName: "supervised",
      partitionKey: text("supervised"),
      sortKey: text("due"),
      projectionType: ProjectionType.KEYS_ONLY,
    });
  }

  /** Read a case and store a decision on it. */
  grantDeciding(who: IGrantable): void {
    this.allow(who, [...reads, ...writes], [...readsKey, ...writesKey]);
  }

  /** Note that an event's messages have left. */
  grantMarkingPublished(who: IGrantable): void {
    this.allow(who, ["dynamodb:UpdateItem"], [...readsKey, ...writesKey]);
  }

  /** Follow the stream of new images. @returns the stream's ARN. */
  grantFollowing(who: IFunction): string {
    const stream = this.tableStreamArn;
    if (stream === undefined) throw new Error("The Cases table has no stream");
    Grant.addToPrincipal({
      grantee: who,
      actions: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
      resourceArns: [stream],
    });
    Grant.addToPrincipal({ grantee: who, actions: ["dynamodb:ListStreams"], resourceArns: ["*"] });
    if (who.role) explainWildcard(who.role, "*", "dynamodb:ListStreams knows no resources, and is Lambda's own call.");
    return stream;
  }

  /** Find events whose messages have not left. */
  grantFindingUnpublished(who: IGrantable): void {
    this.allow(who, ["dynamodb:Query"], readsKey, { index: "unpublished" });
  }

  /** Find the cases that stand somewhere, with what should be there for them. */
  grantFindingStanding(who: IGrantable): void {
    this.allow(who, ["dynamodb:Query"], readsKey, { index: "standing" });
  }

  /** Find the cases that have changed since a moment. */
  grantFindingChanged(who: IGrantable): void {
    this.allow(who, ["dynamodb:Query"], readsKey, { index: "changed" });
  }

  /** Find what waits for a person, and the cases under supervision. */
  grantFindingByPerson(who: IGrantable): void {
    this.allow(who, ["dynamodb:Query"], readsKey, { index: "byPerson" });
    this.allow(who, ["dynamodb:Query"], readsKey, { index: "supervised" });
  }

  /** Find for whom anything waits, whoever it is, and the cases under supervision. */
  grantFindingForAll(who: IGrantable): void {
    this.allow(who, ["dynamodb:Scan"], readsKey, { index: "byPerson" });
    this.allow(who, ["dynamodb:Query"], readsKey, { index: "supervised" });
  }

  /** Take notices into a person's digest. */
  grantTakingNotices(who: IGrantable): void {
    this.allow(who, ["dynamodb:PutItem", "dynamodb:UpdateItem"], [...readsKey, ...writesKey]);
  }

  /** Say whose a mailbox is, by the link in its mail. It reaches no case. */
  grantAnsweringForMailboxes(who: IGrantable): void {
    this.allow(who, ["dynamodb:GetItem", "dynamodb:PutItem"], [...readsKey, ...writesKey], {
      partitions: ["MAILBOX#*", "MAILBOXLINK#*"],
    });
  }

  /** Note what became of a mail. */
  grantMarkingMail(who: IGrantable): void {
    this.allow(who, ["dynamodb:PutItem"], [...readsKey, ...writesKey]);
  }
}

/** The clocks: one row each, in the index only while they run. */
export class DeadlinesTable extends RecordTable {
  constructor(scope: Construct, id: string, settings: TableSettings) {
    super(scope, id, settings);
    this.addGlobalSecondaryIndex({
      indexName: "due",
      partitionKey: number("shard"),
      sortKey: text("nextAt"),
      projectionType: ProjectionType.ALL,
    });
  }

  /** Start, move and stop the clocks of a case, within a decision. */
  grantSetting(who: IGrantable): void {
    this.allow(who, [...reads, ...writes], [...readsKey, ...writesKey]);
  }

  /** Find running clocks by the time at which they ring. */
  grantFindingDue(who: IGrantable): void {
    this.allow(who, ["dynamodb:Query"], readsKey, { index: "due" });
  }
}

/** Units, staff, policy, calendar, and the demo clock of a local district. */
export class DirectoryTable extends RecordTable {
  /** Read the demo clock. Granted on every stage, so that none differs from another in its rights. */
  grantTellingTime(who: IGrantable): void {
    this.allow(who, ["dynamodb:GetItem"], readsKey);
  }
}

/**
 * Counted tries and the salts under which addresses are counted. No part of the record: it has no stream, is restored to
 * no earlier moment, and its rows delete themselves.
 */
export class TriesTable extends Table {
  readonly #key: RecordKey;

  constructor(scope: Construct, id: string, { key }: Pick<TableSettings, "key">) {
    super(scope, id, {
      ...common(key),
      timeToLiveAttribute: "expires",
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: false },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.#key = key;
    Validations.of(this).acknowledge({
      id: "AwsSolutions-DDB3",
      reason: "Counted tries are meant to be forgotten: a backup would keep them.",
    });
  }

  /** Count tries, and give back those that were no guess. */
  grantCounting(who: IGrantable): void {
    const actions = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"];
    Grant.addToPrincipal({ grantee: who, actions, resourceArns: [this.tableArn] });
    this.#key.grantThrough("dynamodb", who, [...readsKey, ...writesKey]);
  }
}
