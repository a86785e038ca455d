import type { Posted, PostedMail, PostedTogether } from "#case/outbox/posted.ts";
import { inOneMail } from "#case/outbox/together.ts";
import type { StaffId } from "#ground/ids.ts";
import { inBatches } from "#ground/in-batches.ts";

/** A mail that joins others, and whom it goes to. */
export type JoiningMail = { to: StaffId; posted: Posted };

/** Mails that join others, with what is to be done once all of them are posted. `isDue`: they leave also alone. */
export type GatheredMails = { mails: JoiningMail[]; isDue: boolean; posted: () => Promise<void> };

/** What leaves: whatever is due, and what goes to somebody who gets a mail anyway. The rest waits for its own time. */
const leavingNow = (gathered: readonly GatheredMails[]): GatheredMails[] => {
  const dueTo = new Set(gathered.filter(({ isDue }) => isDue).flatMap(({ mails }) => mails.map(({ to }) => to)));
  return gathered.filter(({ mails }) => mails.some(({ to }) => dueTo.has(to)));
};

const byPerson = (leaving: readonly GatheredMails[]): [StaffId, Posted[]][] => {
  const of = new Map<StaffId, Posted[]>();
  for (const { to, posted } of leaving.flatMap(({ mails }) => mails)) of.set(to, [...(of.get(to) ?? []), posted]);
  return [...of];
};

/**
 * Posts what was gathered for each person as one mail, and then does what was to be done with it. What could not be posted
 * stays as it is and is gathered again; it keeps nobody else's mail (fault 13).
 * @returns how many of the gathered are done, and what failed
 */
export const postTogether = async (
  gathered: readonly GatheredMails[],
  post: (mails: (PostedMail | PostedTogether)[]) => Promise<void>,
): Promise<{ done: number; failed: unknown[] }> => {
  const leaving = leavingNow(gathered);
  const failed: unknown[] = [];
  const unposted = new Set<StaffId>();
  await inBatches(byPerson(leaving), async ([to, ready]) => {
    await post(inOneMail(ready)).catch((error: unknown) => {
      unposted.add(to);
      failed.push(error);
    });
  });
  let done = 0;
  await inBatches(
    leaving.filter(({ mails }) => !mails.some(({ to }) => unposted.has(to))),
    async ({ posted }) => {
      await posted().then(
        () => {
          done += 1;
        },
        (error: unknown) => failed.push(error),
      );
    },
  );
  return { done, failed };
};
