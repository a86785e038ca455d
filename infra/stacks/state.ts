import { Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { Config } from "../config.ts";
import { Anchors } from "../constructs/anchors.ts";
import { Backups } from "../constructs/backups.ts";
import { EdgeProof } from "../constructs/edge-proof.ts";
import { FileBuckets } from "../constructs/files.ts";
import { IdentityKey, RecordKey } from "../constructs/keys.ts";
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
  readonly recordKey: RecordKey;
  readonly identityKey: IdentityKey;
  readonly linkSecret: LinkSecret;
  /** Proves the record, outside its tables. */
  readonly anchors: Anchors;
  /** Photos and PDFs of petitioners. */
  readonly files: FileBuckets;
  readonly mail: WorkQueue;
  readonly signals: WorkQueue;

  constructor(scope: Construct, id: string, { config, serviceName, edge, ...props }: StateProps) {
    super(scope, id, props);
    const protectedFromDeletion = config.stage !== "local";
    const removalPolicy = protectedFromDeletion ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    this.recordKey = new RecordKey(this, "RecordKey", { removalPolicy });
    const key = this.recordKey;
    const tables = { key, protectedFromDeletion, backupDays: config.retention.backupDays };
    this.cases = new CasesTable(this, "Cases", tables);
    this.deadlines = new DeadlinesTable(this, "Deadlines", tables);
    this.directory = new DirectoryTable(this, "Directory", tables);
    this.tries = new TriesTable(this, "Tries", tables);

    this.identityKey = new IdentityKey(this, "IdentityKey", { serviceName, removalPolicy });
    if (config.backups !== "none") {
      const { cases, deadlines, directory } = this;
      new Backups(this, "Backups", { tables: [cases, deadlines, directory], key, config: config.backups });
    }

    this.linkSecret = new LinkSecret(this, "LinkSecret", { key, removalPolicy });

    this.anchors = new Anchors(this, "Anchors", { anchors: config.anchors, removalPolicy });
    this.files = new FileBuckets(this, "Files", { serviceName, timeout: queueWork, removalPolicy });
    if (edge !== undefined) new EdgeProof(this, `EdgeProof${edge.proof}`, { serviceName, edge, removalPolicy });

    this.mail = new WorkQueue(this, "Mail", { timeout: queueWork });
    this.signals = new WorkQueue(this, "Signals", { timeout: queueWork });
  }
}
