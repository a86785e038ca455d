import type { LinkFor } from "#access/link.ts";
import { linkCode, linkHash, linkToken } from "#access/task-link.ts";
import type { LinkStore } from "#case/store/link-store.ts";
import { inBatches } from "#ground/in-batches.ts";
import type { Instant } from "#ground/instant.ts";

export type TaskDoorPorts = {
  links: Pick<LinkStore, "makeIfMissing">;
  secret: () => Promise<string>;
  baseUrl: string;
};

/** What a mail needs to lead its reader to a task. */
export type TaskDoor = { url: string; code: string };

/**
 * Opens the way to some tasks: the task page with the link's token in its fragment, and the six digits that go with it.
 * A link is stored since its task was given; it is missing only when the secret has been replaced since, and then it is
 * made anew.
 */
export const taskDoors =
  ({ links, secret, baseUrl }: TaskDoorPorts) =>
  async (tasks: readonly LinkFor[], at: Instant): Promise<(task: LinkFor) => TaskDoor> => {
    const key = await secret();
    await inBatches(tasks, (task) => links.makeIfMissing(linkHash(linkToken(key, task)), task, at));
    return (task) => ({ url: `${baseUrl}/task#${linkToken(key, task)}`, code: linkCode(key, task) });
  };
