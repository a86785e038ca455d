import { type Texts, textsIn } from "#access/texts.ts";
import type { World } from "#case/state/world.ts";
import type { EntryStore } from "#case/store/entry-store.ts";
import type { IdentityStore } from "#case/store/identity-store.ts";
import type { Staff } from "#directory/directory.ts";
import { registerOf } from "#ground/ids.ts";
import { carryOutOnEntry, type EntryPorts, type SealingPorts, sealed } from "#register/carry-out.ts";
import { actsNow } from "#register/decide.ts";
import type { Entry } from "#register/entry.ts";
import { type Problems, readForm } from "#register/fields.ts";
import { registerIn } from "#register/register.ts";
import { type KnownLink, type LinkPorts, linkLooker } from "./found-link.ts";
import { type Credentials, type RecognisePorts, recogniser, type Unrecognised } from "./recognised.ts";

export type EntryTaskPorts = EntryPorts &
  SealingPorts &
  Pick<LinkPorts, "links"> &
  RecognisePorts & {
    entries: Pick<EntryStore, "load" | "commit">;
    identities: Pick<IdentityStore, "texts">;
  };

/** What one request reads of an entry, once. */
type EntrySeen = { entry: Entry; world: World };

/** What a link to an entry opens as long as it may not be worked on. `past`: its turn is over. */
export type UnopenedEntry =
  | { kind: "unknown" }
  | ({ kind: "past" } & EntrySeen)
  | ({ kind: "unrecognised"; unrecognised: Unrecognised } & EntrySeen);

type ReachedEntry = { kind: "here"; person: Staff; turn: number } & KnownLink & EntrySeen;

/** An entry that is somebody's to act on: with what was written on it, and the acts that may be done. */
export type OpenEntry = { kind: "open"; person: Staff; acts: string[]; texts: Texts } & EntrySeen;

/** What came of an act by a link. */
export type EntryActed =
  | UnopenedEntry
  | ({ kind: "done" } & EntrySeen)
  | ({ kind: "problems"; problems: Problems } & Omit<OpenEntry, "kind">);

/** The links in mails about entries: nothing is done on opening one, and one act uses it up. */
export const entryTasks = (ports: EntryTaskPorts) => {
  const { entries, registers, identities, vault, random } = ports;
  const look = linkLooker(ports);
  const recognise = recogniser(ports);

  const reach = async (shown: Credentials): Promise<UnopenedEntry | ReachedEntry> => {
    const known = await look(shown.token);
    if (known === undefined || registerOf(known.link.for.caseId) === undefined) return { kind: "unknown" };
    const { staff, stepNo, caseId } = known.link.for;
    const [entry, world] = await Promise.all([entries.load(caseId), ports.world()]);
    if (entry === undefined) return { kind: "unknown" };
    const person = world.directory.staff.find(({ id }) => id === staff);
    const isTheirs = entry.turn?.no === stepNo && entry.turn.staff === staff;
    if (known.link.usedBy !== undefined || !isTheirs || person === undefined) return { kind: "past", entry, world };
    const unrecognised = await recognise(known, shown, world.now);
    if (unrecognised !== undefined) return { kind: "unrecognised", unrecognised, entry, world };
    return { kind: "here", ...known, person, turn: stepNo, entry, world };
  };

  const show = async ({ entry, world, person }: ReachedEntry): Promise<OpenEntry> => {
    const sealed = await identities.texts(entry.id);
    const texts = textsIn(entry.id, await vault.open(entry.id, sealed));
    return { kind: "open", entry, world, person, texts, acts: actsNow(registerIn(registers, entry.id), entry) };
  };

  return {
    reach,
    show,

    open: async (shown: Credentials): Promise<UnopenedEntry | OpenEntry> => {
      const reached = await reach(shown);
      return reached.kind === "here" ? show(reached) : reached;
    },

    /** Does an act by its link. @param typed its form, as it was sent. */
    act: async (
      shown: Credentials,
      act: string,
      typed: Readonly<Record<string, string | undefined>>,
    ): Promise<EntryActed> => {
      const reached = await reach(shown);
      if (reached.kind !== "here") return reached;
      const { entry, world, hash, person, turn } = reached;
      const form = registerIn(registers, entry.id).acts[act]?.form;
      const read = form && readForm(form, typed, world.directory);
      if (read !== undefined && "problems" in read) {
        const { kind: _, ...open } = await show(reached);
        return { kind: "problems", problems: read.problems, ...open };
      }
      const [beside] = Object.values(await identities.texts(entry.id));
      const { names, sealed: texts } = await sealed({ vault, random }, entry.id, beside, read?.sealed ?? {});
      const fields = { ...read?.open, ...names };
      const command = { act: { by: person.id, turn, act, fields } };
      const outcome = await carryOutOnEntry(ports)(entry.id, command, { cameBy: { hash }, texts });
      if (outcome.kind === "done") return { kind: "done", entry: outcome.after, world };
      const again = await reach(shown);
      if (again.kind !== "here") return again;
      const { kind: _, ...open } = await show(again);
      return { kind: "problems", problems: {}, ...open };
    },
  };
};
