import type { CaseEvent } from "./event.ts";
import type { OutboxStore } from "./outbox-store.ts";
import type { Posted } from "./posted.ts";
import type { QueueStore } from "./queue-store.ts";

export type PublishPorts = {
  outbox: Pick<OutboxStore, "markPublished">;
  mails: QueueStore;
  signals: QueueStore;
};

/**
 * Posts an event's messages to their queues and marks it published. At least once: a crash between the two posts
 * them again, and whoever delivers them knows what was delivered (guarantee 5).
 */
export const publish =
  ({ outbox, mails, signals }: PublishPorts) =>
  async ({ caseId, seq, messages }: Pick<CaseEvent, "caseId" | "seq" | "messages">): Promise<void> => {
    const posted: { mail: Posted[]; signal: Posted[] } = { mail: [], signal: [] };
    for (const [position, { kind }] of messages.entries()) {
      const queue = kind === "taskMail" || kind === "newsMail" ? posted.mail : posted.signal;
      queue.push({ caseId, seq, position });
    }
    await signals.post(posted.signal);
    await mails.post(posted.mail);
    await outbox.markPublished(caseId, seq);
  };
