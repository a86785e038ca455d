import { sessionCookie } from "#access/device-session.ts";
import { linkHash } from "#access/task-link.ts";
import { replay as replayCase } from "#case/state/record.ts";
import { districtDate } from "#clock/period.ts";
import { newEntryId } from "#ground/ids.ts";
import type { Instant } from "#ground/instant.ts";
import { replay as replayEntry } from "#register/entry.ts";
import { linkOfTurn } from "#register/turn-link.ts";
import type { Credentials } from "../../functions/staff/recognised.ts";
import { notActing } from "../support/acting.ts";
import type { District } from "./district.ts";
import { type Machine, secret, tokenFor } from "./machine.ts";
import { forEachOf, upTo } from "./moments.ts";
import { placeAtDepartment } from "./placed.ts";
import { heard, reply } from "./samples.ts";

/** An event of whatever record, as far as all have the same. */
export type AnyEvent = {
  seq: number;
  at: Instant;
  hash: string;
  previous: string;
  messages: readonly { kind: string }[];
  fact: { type: string };
};

/** A kind of record under test: how one comes to be somebody's, what its holder does by their link, and what its clock comes to. */
export type Subject = {
  name: string;
  /** Records that are each somebody's to act on, with a clock. @returns their ids */
  place: (district: District, count: number) => Promise<string[]>;
  /** What whoever has it shows: the link, on a device that is known today. */
  shown: (district: District, id: string) => Promise<Credentials>;
  /** They do something that ends their turn; another has been faster, and they are told. */
  act: (machine: Machine, shown: Credentials) => Promise<"done" | "told">;
  /** The clock that ends their turn, and the types of the events that its end comes to. */
  clock: "step" | "proposal";
  ends: string[];
  /** Their turn outlives the end of its time. */
  staysTheirs?: true;
  /** A mail that a clock causes at midnight: where it stands, and to whom it goes. */
  atNight: (district: District) => Promise<{ id: string; to: string }>;
  events: (machine: Machine, id: string) => Promise<AnyEvent[]>;
  /** The state as it is read, and as its events tell it. */
  states: (machine: Machine, id: string) => Promise<[unknown, unknown]>;
};

const sessionOf = (staff: string, at: Instant): string => {
  const [cookie = ""] = sessionCookie(secret, staff, districtDate(at), "http://localhost").split(";");
  return cookie.slice(cookie.indexOf("=") + 1);
};

const petitions: Subject = {
  name: "a case",
  place: async (district, count) => {
    const ids = await placeAtDepartment(district, count);
    await forEachOf(ids, (id) => district.act(id, heard));
    return ids;
  },
  shown: (district, id) => district.shown(id),
  act: async (machine, shown) => {
    const acted = await machine.task.act(shown, reply);
    if (acted.kind !== "done" && acted.kind !== "past") throw new Error(`The answer came to: ${acted.kind}`);
    return acted.kind === "done" ? "done" : "told";
  },
  clock: "step",
  ends: ["stepOverdue"],
  atNight: async (district) => {
    const id = await district.answered();
    await district.follow(id);
    return { id, to: "wang.xiaofang@example.org" };
  },
  events: async ({ cases }, id) => (await cases.history(id)).events,
  states: async ({ cases }, id) => [await cases.load(id), replayCase((await cases.history(id)).events)],
};

const firstOfMarch = "2026-03-02T02:00:00.000Z";

/** What whoever has an entry shows: its link, made as the mail about it makes it. */
const shownOn = async (machine: Machine, id: string): Promise<Credentials> => {
  const entry = await machine.entries.load(id);
  if (entry?.turn === undefined) throw new Error(`Nobody can act on ${id}`);
  const link = linkOfTurn(id, entry.turn);
  await notActing(() => machine.links.makeIfMissing(linkHash(tokenFor(link)), link, firstOfMarch));
  const { now } = await machine.world();
  return { token: tokenFor(link), session: sessionOf(entry.turn.staff, now) };
};

/** The subject that the entries of a register are. @param open gives a new entry its first content @param act what its holder does */
const entriesOf = (
  register: string,
  {
    open,
    act,
    ...more
  }: Pick<Subject, "name" | "clock" | "ends" | "staysTheirs"> & {
    open: (machine: Machine, id: string) => Promise<unknown>;
    act: { act: string; form: Record<string, string> };
    to: string;
  },
): Subject => {
  let opened = 0;
  const openOne = async (district: District): Promise<string> => {
    opened += 1;
    const id = newEntryId(register, "ah", 2026, opened, `7k3m9x${String(opened).padStart(6, "0")}`);
    await open(district, id);
    return id;
  };
  const subject: Subject = {
    ...more,
    place: (district, count) => forEachOf(upTo(count), () => openOne(district)),
    shown: shownOn,
    act: async (machine, shown) => {
      const acted = await machine.entryTask.act(shown, act.act, act.form);
      if (acted.kind !== "done" && acted.kind !== "past") throw new Error(`${act.act} came to: ${acted.kind}`);
      return acted.kind === "done" ? "done" : "told";
    },
    atNight: async (district) => ({ id: await openOne(district), to: more.to }),
    events: ({ entries }, id) => entries.history(id),
    states: async ({ entries }, id) => [await entries.load(id), replayEntry(await entries.history(id))],
  };
  return subject;
};

/** What the record holds: cases, and the entries of registers, one of which only the tests have. */
export const subjects: readonly Subject[] = [
  petitions,
  entriesOf("toy", {
    name: "an entry of the toy register",
    open: (machine, id) =>
      machine.openEntry(id, {
        by: "bureau-handler",
        typed: { thing: "ladder", unit: "housing", purpose: "换路灯", condition: "完好" },
        links: [],
      }),
    act: { act: "giveBack", form: { note: "已经还回" } },
    clock: "proposal",
    ends: ["late"],
    to: "leader-head@example.org",
  }),
  entriesOf("proposal", {
    name: "a proposal",
    open: async (machine, id) => {
      const entry = await machine.openEntry(id, {
        by: "bureau-handler",
        typed: { sort: "work", unit: "housing" },
        links: [{ case: "AH-2026-0001-7k3m9x2c4b8d", events: [3] }],
      });
      if ("problems" in entry) throw new Error(`${id} is not opened`);
      for (const [act, form] of [
        ["handIn", { facts: "三次逾期", rule: "条例第三十四条", asked: "改进派单" }],
        ["issue", {}],
      ] as const) {
        const shown = await shownOn(machine, id);
        const acted = await machine.entryTask.act(shown, act, form);
        if (acted.kind !== "done") throw new Error(`${act} on ${id} came to: ${acted.kind}`);
      }
    },
    act: { act: "answer", form: { answer: "adopted", reason: "建议切合实际", statement: "本单位没有异议" } },
    clock: "proposal",
    ends: ["late"],
    staysTheirs: true,
    to: "housing-head@example.org",
  }),
];
