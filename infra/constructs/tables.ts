import { RemovalPolicy, Validations } from "aws-cdk-lib";
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb";
import { Grant } from "aws-cdk-lib/aws-iam";
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
    this.addGlobalSecondaryIndex({
      indexName: "asked",
      partitionKey: text("asked"),
      sortKey: text("pk"),
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: ["rated"],
    });
    // One list for the district: a case is on it when nobody above can take it, so there are few at any time.
    this.addGlobalSecondaryIndex({
      indexName: "supervised",
      partitionKey: text("supervised"),
      sortKey: text("due"),
      projectionType: ProjectionType.KEYS_ONLY,
    });
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
}

/** Units, staff, policy, calendar, and the demo clock of a local district. */
export class DirectoryTable extends RecordTable {}

/**
 * Counted tries and the salts under which addresses are counted. No part of the record: it has no stream, is restored to
 * no earlier moment, and its rows delete themselves.
 */
export class TriesTable extends Table {
  constructor(scope: Construct, id: string, { key }: Pick<TableSettings, "key">) {
    super(scope, id, {
      ...common(key),
      timeToLiveAttribute: "expires",
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: false },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(this).acknowledge({
      id: "AwsSolutions-DDB3",
      reason: "Counted tries are meant to be forgotten: a backup would keep them.",
    });
  }
}
