import { describe, expect, test } from "vitest";
import { resourcesOf, synthesise } from "../fixtures/synthesis.ts";

const withBackups = (backups: unknown, region?: string) =>
  synthesise("production", { region, context: { backups, edge: "none" } }).state;

describe.each([
  ["aws", "eu-central-1"],
  ["aws-cn", "cn-north-1"],
])("backups in the partition %s", (_, region) => {
  const state = withBackups({ days: 90, lock: "compliance" }, region);

  test("copy the three tables of the record every night into a vault that nobody can empty", () => {
    const [[, vault] = []] = resourcesOf(state, "AWS::Backup::BackupVault");
    expect(vault).toMatchObject({
      DeletionPolicy: "Retain",
      Properties: {
        EncryptionKeyArn: { "Fn::GetAtt": [expect.stringMatching(/^RecordKey/), "Arn"] },
        LockConfiguration: { MinRetentionDays: 90, ChangeableForDays: 3 },
      },
    });
    const [[, plan] = []] = resourcesOf(state, "AWS::Backup::BackupPlan");
    expect(plan?.Properties.BackupPlan).toMatchObject({
      BackupPlanRule: [{ ScheduleExpression: "cron(30 18 * * ? *)", Lifecycle: { DeleteAfterDays: 90 } }],
    });
    const [[, selection] = []] = resourcesOf(state, "AWS::Backup::BackupSelection");
    const copied = ["Cases", "Deadlines", "Directory"].map((name) => ({
      "Fn::GetAtt": [expect.stringMatching(new RegExp(`^${name}`)), "Arn"],
    }));
    expect(selection?.Properties.BackupSelection).toMatchObject({ Resources: copied });
  });
});

test("a lock may be one that the operator can take off, or none; and there may be no vault at all", () => {
  const lockOf = (backups: unknown) =>
    resourcesOf(withBackups(backups), "AWS::Backup::BackupVault").map(
      ([, { Properties }]) => Properties.LockConfiguration,
    );
  expect(lockOf({})).toEqual([{ MinRetentionDays: 90 }]);
  expect(lockOf({ days: 30, lock: "none" })).toEqual([undefined]);
  expect(lockOf("none")).toEqual([]);
});

test("a copy is kept for a week at least", () => {
  expect(() => withBackups({ days: 3 })).toThrow("backups.days");
});
