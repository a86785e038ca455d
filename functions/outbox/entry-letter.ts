import { directoryMark } from "#access/directory-mark.ts";
import type { World } from "#case/state/world.ts";
import type { EntryReader } from "#case/store/entry-reader.ts";
import { languageOf } from "#directory/language.ts";
import type { EntryId } from "#ground/ids.ts";
import { entryMail } from "#mail/entry-mail.ts";
import type { EntryMail } from "#register/entry.ts";
import { linkOfTurn } from "#register/turn-link.ts";
import type { RegisterTitles } from "#words/registers/titles.ts";
import type { BouncePorts, ToSend } from "./leaving.ts";
import { type TaskDoorPorts, taskDoors } from "./task-door.ts";

export type EntryLetterPorts = {
  entries: Pick<EntryReader, "load">;
  /** How mails name the entries of each register, and what they ask of whoever has one. */
  titles: RegisterTitles;
  world: () => Promise<World>;
  bounces: BouncePorts["bounces"];
} & TaskDoorPorts;

/** Writes the mails about entries, as things stand when they leave; or says why one does not. */
export const entryLetters = (ports: EntryLetterPorts) => {
  const openDoors = taskDoors(ports);

  return async (
    id: EntryId,
    { to, says, turn: no, lastDay }: EntryMail,
  ): Promise<ToSend | "nobody there" | "overtaken" | "address refused"> => {
    const [entry, { directory, now }] = await Promise.all([ports.entries.load(id), ports.world()]);
    const staff = directory.staff.find((one) => one.id === to);
    if (entry === undefined) throw new Error(`A mail about ${id}, but there is no such entry`);
    // Their turn passes to who is there when its clock next rings, and the mail of that tells them.
    if (staff === undefined) return "nobody there";
    const turn = entry.turn?.no === no && entry.turn?.staff === to ? entry.turn : undefined;
    if (no !== undefined && turn === undefined) return "overtaken";
    if ((await ports.bounces.unreachable(directory.version)).includes(to)) return "address refused";
    const link = turn && linkOfTurn(entry.id, turn);
    const door = link && (await openDoors([{ link, door: "register" }], now))(link);
    const written = entryMail({
      says,
      entry,
      titles: ports.titles,
      directory,
      lang: languageOf(staff, directory),
      now,
      ...(lastDay && { lastDay }),
      ...(door && { door }),
    });
    return {
      to: staff.email,
      of: { staff: to, directory: directoryMark(directory.version) },
      written,
      refused: (at) => ports.bounces.note(to, directory.version, at),
    };
  };
};
