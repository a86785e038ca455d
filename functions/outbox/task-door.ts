import { linkCode, linkHash, linkToken } from "#access/task-link.ts";
import type { LinkFor } from "#case/link.ts";
import type { LinkStore } from "#case/link-store.ts";
import type { Instant } from "#clock/instant.ts";

export type TaskDoorPorts = {
  links: Pick<LinkStore, "makeIfMissing">;
  secret: () => Promise<string>;
  baseUrl: string;
};

/** What a mail needs to lead its reader to a task. */
export type TaskDoor = { url: string; code: string };

/**
 * The task page with the link's token in its fragment, and the six digits that go with it. The link is stored since the
 * task was given; it is missing only when the secret has been replaced since, and then it is made anew.
 */
export const taskDoor =
  ({ links, secret, baseUrl }: TaskDoorPorts) =>
  async (link: LinkFor, at: Instant): Promise<TaskDoor> => {
    const key = await secret();
    const token = linkToken(key, link);
    await links.makeIfMissing(linkHash(token), link, at);
    return { url: `${baseUrl}/task#${token}`, code: linkCode(key, link) };
  };
