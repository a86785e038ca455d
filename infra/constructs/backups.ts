import { Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from "aws-cdk-lib/aws-backup";
import { Schedule } from "aws-cdk-lib/aws-events";
import { ManagedPolicy, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { BackupConfig } from "../backup-config.ts";

/** Days in which a lock that nobody can take off may still be taken off; fewer than three are not allowed. */
const daysToThink = 3;

/**
 * Copies of tables in a vault beside them, once a day, against what reaches the tables themselves: a lost account's worth
 * of slips and of malice. The law of the tables' own time, to any second of some weeks, is theirs.
 */
export class Backups extends Construct {
  constructor(
    scope: Construct,
    id: string,
    {
      tables,
      key,
      config,
    }: { tables: readonly { tableArn: string }[]; key: IKey; config: Exclude<BackupConfig, "none"> },
  ) {
    super(scope, id);
    const kept = Duration.days(config.days);
    const vault = new BackupVault(this, "Vault", {
      encryptionKey: key,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(config.lock !== "none" && {
        lockConfiguration: {
          minRetention: kept,
          ...(config.lock === "compliance" && { changeableFor: Duration.days(daysToThink) }),
        },
      }),
    });
    const plan = new BackupPlan(this, "Plan", {
      backupVault: vault,
      backupPlanRules: [
        new BackupPlanRule({
          ruleName: "daily",
          // Half past two in the morning, district time, before anything of the day has begun.
          scheduleExpression: Schedule.cron({ minute: "30", hour: "18" }),
          startWindow: Duration.hours(1),
          completionWindow: Duration.hours(4),
          deleteAfter: kept,
        }),
      ],
    });
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("backup.amazonaws.com") });
    role.addManagedPolicy(ManagedPolicy.fromAwsManagedPolicyName("service-role/AWSBackupServiceRolePolicyForBackup"));
    plan.addSelection("Tables", {
      role,
      disableDefaultBackupPolicy: true,
      resources: tables.map((table) => BackupResource.fromArn(table.tableArn)),
    });
    Validations.of(role).acknowledge({
      id: "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]",
      reason: "AWS Backup's own policy: what it needs of a table changes with the service.",
    });
  }
}
