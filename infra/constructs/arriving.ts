import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { Construct } from "constructs";
import { TakeFilesEnv } from "#lambda/environment.ts";
import { executionsOf } from "../concurrency.ts";
import { queueWork } from "../stacks/state.ts";
import type { Kit } from "./kit.ts";
import type { TypedFunction } from "./typed-function.ts";

/** A photo of 10 MB and what it unpacks to are in memory at once. */
const memory = 1769;

/** What looks at photos and PDFs as they arrive. */
export class Arriving extends Construct {
  readonly take: TypedFunction;

  constructor(scope: Construct, id: string, kit: Kit) {
    super(scope, id);
    const { files } = kit.state;
    const { record, arrivals, files: kept } = kit.environment;
    this.take = kit.makeFunction(this, "TakeFiles", {
      file: "petition/take-files",
      env: TakeFilesEnv,
      environment: { ...record, ...arrivals, ...kept, FILES_KEY: files.key.keyArn },
      timeout: queueWork,
      memory,
    });
    files.grantTaking(this.take);
    this.take.addEventSource(
      new SqsEventSource(files.arrived, {
        batchSize: 1,
        reportBatchItemFailures: true,
        // Not more than are kept for it: a message that finds none free would count as failed.
        maxConcurrency: executionsOf("TakeFiles", kit.config),
      }),
    );
  }
}
