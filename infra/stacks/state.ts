import { Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import { Key } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import type { Config } from "../config.ts";
import { Anchors } from "../constructs/anchors.ts";
import { EdgeProof } from "../constructs/edge-proof.ts";
import { LinkSecret } from "../constructs/link-secret.ts";
import { WorkQueue } from "../constructs/queues.ts";
import { CasesTable, DeadlinesTable, DirectoryTable, TriesTable } from "../constructs/tables.ts";
import type { Edged } from "../edge-config.ts";

/** How long the functions behind the queues may run. */
export const queueWork = Duration.seconds(60);

type StateProps = StackProps & { config: Config; serviceName: string; edge: Edged | undefined };

/** What must outlive every deployment: the record, the keys to it, and the work that is on its way. */
export class State extends Stack {
  readonly cases: CasesTable;
  readonly deadlines: DeadlinesTable;
  readonly directory: DirectoryTable;
  readonly tries: TriesTable;
  /** Encrypts the data keys of petitioners' identity, and nothing else. */
  readonly identityKey: Key;
  readonly linkSecret: LinkSecret;
  /** Proves the record, outside its tables. */
  readonly anchors: Anchors;
  readonly mail: WorkQueue;
  readonly signals: WorkQueue;

  constructor(scope: Construct, id: string, { config, serviceName, edge, ...props }: StateProps) {
    super(scope, id, props);
    const protectedFromDeletion = config.stage !== "local";
    const removalPolicy = protectedFromDeletion ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    const newKey = (name: string, description: string) =>
      new Key(this, name, { description, enableKeyRotation: true, removalPolicy });

    const key = newKey("RecordKey", "Huiyin: the tables");
    const tables = { key, protectedFromDeletion, backupDays: config.retention.backupDays };
    this.cases = new CasesTable(this, "Cases", tables);
    this.deadlines = new DeadlinesTable(this, "Deadlines", tables);
    this.directory = new DirectoryTable(this, "Directory", tables);
    this.tries = new TriesTable(this, "Tries", tables);

    this.identityKey = newKey("IdentityKey", "Huiyin: petitioners' identity");
    this.linkSecret = new LinkSecret(this, "LinkSecret", { key, removalPolicy });

    this.anchors = new Anchors(this, "Anchors", { anchors: config.anchors, removalPolicy });
    if (edge !== undefined) new EdgeProof(this, `EdgeProof${edge.proof}`, { serviceName, edge, removalPolicy });

    this.mail = new WorkQueue(this, "Mail", { timeout: queueWork });
    this.signals = new WorkQueue(this, "Signals", { timeout: queueWork });
  }
}
