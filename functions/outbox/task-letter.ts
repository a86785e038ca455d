import { directoryMark } from "#access/directory-mark.ts";
import type { LinkFor } from "#access/link.ts";
import { whatComesNext } from "#case/account/what-comes-next.ts";
import type { Bounced } from "#case/outbox/posted.ts";
import type { Case } from "#case/state/case.ts";
import type { Fact } from "#case/state/event.ts";
import { linkOf } from "#case/state/link-of.ts";
import { type TaskMail, tellsOfTheEnd } from "#case/state/message.ts";
import { rightIn } from "#case/state/rights.ts";
import { clockOf } from "#case/state/running.ts";
import { doorOfTurn } from "#case/state/task-door.ts";
import type { World } from "#case/state/world.ts";
import { languageOf } from "#directory/language.ts";
import type { Instant } from "#ground/instant.ts";
import type { TaskAsked } from "#mail/task-mail.ts";
import { type BouncePorts, passOn } from "./leaving.ts";
import { type TaskDoorPorts, taskDoors } from "./task-door.ts";

/**
 * What a member of staff is to be told of a task, to which address, and the link that it is reached by; `isTheirs`: the
 * turn is still theirs, and passes on when no mail reaches them.
 */
export type TaskLetter = {
  asked: TaskAsked;
  to: string;
  of: NonNullable<Bounced["of"]>;
  link: LinkFor;
  isTheirs: boolean;
};

/** Why somebody is not told of a task. */
export type TaskUntold = "nobody there" | "overtaken" | "address refused";

export type TaskLetterPorts = { world: () => Promise<World>; bounces: BouncePorts["bounces"] } & TaskDoorPorts &
  Pick<BouncePorts, "signals">;

/** Whether the law's time for the answer has passed: a step that ends with it is told in one mail. */
const isLateByLaw = (c: Case, now: Instant): boolean => {
  const due = clockOf(c, "handling")?.clock.due;
  return due !== undefined && due <= now;
};

/** Gathers what a mail to a member of staff says, as things stand when it is written; or why it is not to be sent. */
export const taskLetters = (ports: TaskLetterPorts) => {
  const openDoors = taskDoors(ports);

  return async (petition: Case, message: TaskMail, fact: Fact): Promise<TaskLetter | TaskUntold> => {
    const { to, ask, stepNo, assignment, lastDay } = message;
    const world = await ports.world();
    const { directory, now: at } = world;
    const right = rightIn(petition, { staff: to, stepNo, assignment }, directory);
    const staff = directory.staff.find(({ id }) => id === to);
    // Their turn passes to who is at work when a clock next reminds of it, and the mail of that tells them.
    if (staff === undefined) return "nobody there";
    if ("barred" in right && (right.barred !== "over" || !tellsOfTheEnd.includes(ask))) return "overtaken";
    const isTheirs = !("barred" in right);
    const link = linkOf(petition, { stepNo, staff: to, assignment });
    if ((await ports.bounces.unreachable(directory.version)).includes(to)) {
      if (isTheirs) await passOn(ports, [link]);
      return "address refused";
    }
    const { url, code } = (await openDoors([{ link, door: doorOfTurn(petition, link) }], at))(link);
    const asked: TaskAsked = {
      ask,
      fact,
      petition,
      directory,
      staff,
      lang: languageOf(staff, directory),
      lastDay,
      isLateByLaw: isLateByLaw(petition, at),
      now: at,
      link: url,
      code,
      after: whatComesNext(petition, world),
    };
    return {
      asked,
      to: staff.email,
      of: { staff: to, directory: directoryMark(directory.version) },
      link,
      isTheirs,
    };
  };
};

/** Notes that an address takes no mail, and has the turns pass on of which it was to be told. */
export const addressRefused = async (
  ports: Pick<TaskLetterPorts, "bounces" | "signals" | "world">,
  [first, ...others]: readonly TaskLetter[],
  at: Instant,
): Promise<void> => {
  if (first === undefined) return;
  await ports.bounces.note(first.of.staff, first.asked.directory.version, at);
  await passOn(
    ports,
    [first, ...others].filter(({ isTheirs }) => isTheirs).map(({ link }) => link),
  );
};
