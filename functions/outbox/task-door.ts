import type { LinkFor } from "#access/link.ts";
import type { Generations, LinkSecrets } from "#access/link-secrets.ts";
import { linkCode, linkHash, linkToken } from "#access/task-link.ts";
import { type TaskDoorName, taskAddresses } from "#case/state/task-door.ts";
import type { LinkStore } from "#case/store/link-store.ts";
import { inBatches } from "#ground/in-batches.ts";
import type { Instant } from "#ground/instant.ts";
import { entryAddress } from "#register/door.ts";

export type TaskDoorPorts = {
  links: Pick<LinkStore, "link" | "makeIfMissing">;
  secrets: LinkSecrets;
  baseUrl: string;
};

/** A task, and the door of what it is about: that of a case's matter, or of all registers. */
export type TaskAt = { link: LinkFor; door: TaskDoorName | "register" };

/** What a mail needs to lead its reader to a task. */
export type TaskDoor = { url: string; code: string };

/**
 * Opens the way to some tasks: the page of its door with the link's token in its fragment, and the six digits that go with it.
 * A link is stored since its task was given, under the secret of that time, and that one is mailed as long as it is good.
 * It is missing when the secret was replaced twice since, or a stand-in's task was given by a clock; then it is made.
 */
export const taskDoors = ({ links, secrets, baseUrl }: TaskDoorPorts) => {
  const madeUnder = async (task: LinkFor, generations: Generations): Promise<string | undefined> => {
    for (const secret of generations) {
      if ((await links.link(linkHash(linkToken(secret, task)))) !== undefined) return secret;
    }
    return undefined;
  };

  return async (tasks: readonly TaskAt[], at: Instant): Promise<(task: LinkFor) => TaskDoor> => {
    const generations = await secrets.valid();
    const [newest] = generations;
    const nameOf = (task: LinkFor): string => linkToken(newest, task);
    const doors = await inBatches(tasks, async ({ link: task, door }) => {
      const made = await madeUnder(task, generations);
      const secret = made ?? newest;
      const token = linkToken(secret, task);
      if (made === undefined) await links.makeIfMissing(linkHash(token), task, at);
      return [
        nameOf(task),
        {
          url: `${baseUrl}${door === "register" ? entryAddress : taskAddresses[door]}#${token}`,
          code: linkCode(secret, task),
        },
      ] as const;
    });
    const doorOf = new Map(doors);
    return (task) => {
      const door = doorOf.get(nameOf(task));
      if (door === undefined) throw new Error(`No door was opened to a task of ${task.caseId}`);
      return door;
    };
  };
};
