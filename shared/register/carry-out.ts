import type { IdentityVault, Sealed } from "#access/identity.ts";
import { type SealedTexts, sealTexts } from "#access/texts.ts";
import { LinkUsed, RangBefore } from "#case/state/change.ts";
import type { World } from "#case/state/world.ts";
import type { ClockName } from "#clock/clock.ts";
import type { EntryId, StaffId } from "#ground/ids.ts";
import type { Instant } from "#ground/instant.ts";
import { type CommandOutcome, carryOutOn } from "#record/carry-out.ts";
import { MovedOn } from "#record/database.ts";
import { decideAct, decideRing, type EntryAct, type EntryRefusal, openingOf } from "./decide.ts";
import { type CaseLink, type Entry, type EntryEvent, record, type Values } from "./entry.ts";
import { type Problems, readForm } from "./fields.ts";
import { type Registers, registerIn } from "./register.ts";

/** Somebody else's decision on the entry was stored first. Decide again. */
export class EntryMovedOn extends MovedOn {
  override name = "EntryMovedOn";
}

/** There is no such entry. */
export class UnknownEntry extends Error {
  override name = "UnknownEntry";
}

/** One decision on an entry with everything that has to be stored with it, or not at all. */
export type EntryChange = {
  before: Entry | undefined;
  after: Entry;
  events: EntryEvent[];
  /** The link that the decision came by, which it uses up. */
  cameBy?: { hash: string };
  /** What somebody wrote with it, sealed, by the names that the events hold. */
  texts?: SealedTexts;
  /** The clock that gave the command, as it was when it was found due. */
  ring?: { clock: ClockName; nextAt: Instant };
};

/** What decides on entries needs of the record: an entry as it stands, and a way to store what was decided. */
export type Entries = {
  load: (id: EntryId) => Promise<Entry | undefined>;
  /** @throws EntryMovedOn, LinkUsed, RangBefore when somebody was faster: then nothing is stored. */
  commit: (change: EntryChange) => Promise<void>;
};

export type EntryPorts = { entries: Entries; registers: Registers; world: () => Promise<World> };

export type EntryOutcome = CommandOutcome<Entry, EntryEvent, EntryRefusal>;

/** What seals texts: the vault, and as many random bytes as asked for. */
export type SealingPorts = { vault: IdentityVault; random: (bytes: number) => Uint8Array };

/**
 * Seals what somebody wrote on an entry; asks nothing of the key service where they wrote nothing.
 * @param beside anything that lies sealed of it already. @returns the names of the texts, by field, and the sealed texts.
 */
export const sealed = async (
  ports: SealingPorts,
  id: EntryId,
  beside: Sealed | undefined,
  written: Readonly<Record<string, string>>,
): Promise<{ names: Values; sealed: SealedTexts }> =>
  Object.keys(written).length === 0 ? { names: {}, sealed: {} } : sealTexts(ports, id, beside, written);

/** What opens an entry: by whom, the form as it was typed, and the events of cases that it rests on. */
export type Opening = {
  by: StaffId;
  typed: Readonly<Record<string, string | undefined>>;
  links: readonly CaseLink[];
};

/**
 * Opens an entry: reads its form, seals what was written under a data key of its own, and stores all of it or nothing.
 * @returns the entry, or what is wrong with the form. @throws EntryMovedOn when there is one of its id.
 */
export const openEntry =
  ({ entries, registers, world, vault, random }: EntryPorts & SealingPorts) =>
  async (id: EntryId, { by, typed, links }: Opening): Promise<Entry | { problems: Problems }> => {
    const spec = registerIn(registers, id);
    const here = await world();
    const read = readForm(spec.fields, typed, here.directory);
    if ("problems" in read) return read;
    const { names, sealed: texts } = await sealed({ vault, random }, id, undefined, read.sealed);
    const opened = openingOf(spec, { by, fields: { ...read.open, ...names }, links }, here);
    const { events, after } = record(id, undefined, [opened], here.now);
    await entries.commit({ before: undefined, after, events, texts });
    return after;
  };

type EntryCommand = { act: EntryAct } | { ring: ClockName };

/**
 * Carries a command out on an entry, by the same machine as on a case: load, decide, store in one transaction, and decide
 * again when somebody else was faster (guarantee 1).
 */
export const carryOutOnEntry =
  ({ entries, registers, world }: EntryPorts) =>
  (
    id: EntryId,
    command: EntryCommand,
    along: Pick<EntryChange, "cameBy" | "texts" | "ring"> = {},
  ): Promise<EntryOutcome> => {
    const spec = registerIn(registers, id);
    return carryOutOn({
      read: async () => {
        const before = await entries.load(id);
        if (before === undefined) throw new UnknownEntry(`There is no entry ${id}`);
        return { before, world: await world() };
      },
      decide: ({ before, world: here }) =>
        "act" in command ? decideAct(spec, before, command.act, here) : decideRing(spec, before, command.ring, here),
      record: (before, decided, at) => record(id, before, decided, at),
      storesAnyway: false,
      commit: ({ before, after, events }) => entries.commit({ before, after, events, ...along }),
      refusalBy: (error): EntryRefusal | undefined => (error instanceof LinkUsed ? "movedOn" : undefined),
    });
  };

/** What came of a ring: the types of the events stored, or why there is none. */
export type EntryRung = { caseId: EntryId; clock: ClockName; came: string[]; late?: true };

/** Rings a due clock of an entry, as that of a case is rung: it ends in an event or in a recorded reason (guarantee 4). */
export const ringEntry =
  (
    ports: EntryPorts & {
      endOvertaken: (id: EntryId, clock: ClockName, nextAt: Instant, at: Instant) => Promise<void>;
    },
  ) =>
  async ({
    caseId: id,
    clock: { kind, n },
    nextAt,
  }: {
    caseId: EntryId;
    clock: ClockName;
    nextAt: Instant;
  }): Promise<EntryRung> => {
    const clock = { kind, n };
    try {
      const outcome = await carryOutOnEntry(ports)(id, { ring: clock }, { ring: { clock, nextAt } });
      if (outcome.kind === "done" && outcome.events.length > 0) {
        const came = outcome.events.map(({ fact }) => fact.type);
        const late = came.some((type) => type === "late" || type === "missed");
        return { caseId: id, clock, came, ...(late && { late }) };
      }
    } catch (error) {
      if (error instanceof RangBefore) return { caseId: id, clock, came: ["rang before"] };
      throw error;
    }
    await ports.endOvertaken(id, clock, nextAt, (await ports.world()).now);
    return { caseId: id, clock, came: ["overtaken"] };
  };
