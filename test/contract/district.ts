import { sessionCookie } from "#access/device-session.ts";
import { linkCode } from "#access/task-link.ts";
import type { StaffCommand } from "#case/acts/staff-acts.ts";
import type { Case } from "#case/state/case.ts";
import { isUnheard } from "#case/state/hearing.ts";
import { linkOf } from "#case/state/link-of.ts";
import { actor, partsIn, stationOf } from "#case/state/standing.ts";
import type { Role } from "#case/state/turn.ts";
import { districtDate } from "#clock/period.ts";
import type { Instant } from "#ground/instant.ts";
import type { Mail } from "#mail/mail.ts";
import type { Item, Key } from "#record/database.ts";
import type { PetitionKey } from "../../functions/petition/unlock.ts";
import type { Credentials } from "../../functions/staff/recognised.ts";
import type { Acted } from "../../functions/staff/task.ts";
import type { Backend, Holds } from "./backend.ts";
import { type MachineOptions, secret, startMachine, tokenFor } from "./machine.ts";
import { heard, reply, reportUpward, samplePetition } from "./samples.ts";

/** A district of its own on the database under test: new tables, the directory imported, the time set by hand. */
export const newDistrict = (backend: Backend) => {
  const { names, raw, connect } = backend;
  let moment: Instant = "2026-03-02T02:00:00.000Z";
  const now = () => Promise.resolve(moment);
  const start = (options?: MachineOptions) => startMachine(options?.connected ?? connect(), names, now, options);
  const connection = connect();
  const office = start();
  const keys = new Map<string, PetitionKey>();
  const others: ReturnType<typeof start>[] = [];

  const load = async (caseId: string): Promise<Case> => {
    const petition = await office.cases.load(caseId);
    if (petition === undefined) throw new Error(`There is no case ${caseId}`);
    return petition;
  };

  /** The workflow reaches the station where the record stands. */
  const arrive = async (caseId: string): Promise<void> => {
    const petition = await load(caseId);
    const station = stationOf(petition);
    if (station === undefined) throw new Error(`${caseId} has ended`);
    await office.openStep({
      caseId,
      epoch: petition.epoch,
      station,
      token: `token of ${caseId} step ${petition.stepNo + 1}`,
    });
  };

  /** What the person shows whose turn it is: the link from the mail, on a device that is known today. */
  const shown = async (caseId: string, role?: Role): Promise<Credentials> => {
    const who = partsIn(await load(caseId)).find((part) => role === undefined || part.role === role);
    if (who === undefined) throw new Error(`Nobody can act on ${caseId}`);
    const [cookie = ""] = sessionCookie(secret, who.staff, districtDate(moment), "http://localhost").split(";");
    return { token: tokenFor(linkOf(await load(caseId), who)), session: cookie.slice(cookie.indexOf("=") + 1) };
  };

  /** What the newest mail with the link of whoever's turn it is says: the token in its link, and the digits. */
  const mailed = async (caseId: string): Promise<{ token: string; code: string }> => {
    const petition = await load(caseId);
    const who = actor(petition);
    if (who === undefined) throw new Error(`Nobody can act on ${caseId}`);
    const link = linkOf(petition, who);
    return { token: tokenFor(link), code: linkCode(secret, link) };
  };

  /** The mail that the newest event of a case calls for, as it leaves. */
  const lastLetter = async (caseId: string): Promise<Mail> => {
    await office.sendMail({ caseId, seq: (await load(caseId)).version, position: 0 });
    const letter = office.letters.at(-1);
    if (letter === undefined) throw new Error(`Nothing was emailed about ${caseId}`);
    return letter;
  };

  const act = async (caseId: string, command: StaffCommand, role?: Role): Promise<Extract<Acted, { kind: "done" }>> => {
    // Whoever answers has heard the petitioner before.
    if (command.command === "reply" && isUnheard(await load(caseId))) await act(caseId, heard);
    const acted = await office.task.act(await shown(caseId, role), command);
    if (acted.kind !== "done") throw new Error(`${command.command} on ${caseId} came to: ${acted.kind}`);
    return acted;
  };

  const filed = async (category?: "wages" | "estate" | "land"): Promise<string> => {
    const form = samplePetition(category);
    const { petition, code } = await office.file(form);
    keys.set(petition.id, { code, phoneTail: form.keyNumber });
    return petition.id;
  };
  /** What the petitioner types: the code, and the whole number, which looks and decides. */
  const keyTo = (caseId: string): PetitionKey => {
    const key = keys.get(caseId);
    if (key === undefined) throw new Error(`No key to ${caseId}`);
    return key;
  };
  const followed = async (caseId: string) => {
    const looked = await office.petitioner.look(keyTo(caseId), "203.0.113.7");
    return "barred" in looked ? looked : office.petitioner.see(caseId);
  };
  const opened = async (category: "wages" | "estate" | "land"): Promise<string> => {
    const caseId = await filed(category);
    await arrive(caseId);
    return caseId;
  };
  const atDepartment = () => opened("wages");

  return {
    ...office,
    tables: names,
    /** Connections for a machine that the test looks into. */
    connect,
    /** Writes rows beside the stores, whatever their form. */
    put: (table: Holds, ...items: Item[]) => raw.put(table, items),
    /** Changes a row beside the stores, or makes it. */
    change: async (table: Holds, key: Key, change: (row: Item) => Item): Promise<void> => {
      const row = await connection.database.get(names[table], key);
      await raw.put(table, [{ ...change(row ?? {}), ...key }]);
    },
    remove: raw.remove,
    /** Sets the district's time, for all its machines. */
    turnTo: (instant: Instant) => {
      moment = instant;
    },
    /** Another machine of the district, such as a function that runs beside the first. */
    machine: (options?: MachineOptions) => {
      const machine = start(options);
      others.push(machine);
      return machine;
    },
    load,
    arrive,
    shown,
    mailed,
    lastLetter,
    act,
    keyTo,
    /** Notes the key of a case that was filed beside the district's own ways. */
    keepKey: (caseId: string, key: PetitionKey): void => void keys.set(caseId, key),
    /** The petitioner looks at the case with code and phone number, from home. */
    follow: async (caseId: string): Promise<void> => {
      const seen = await followed(caseId);
      if (seen === undefined || "barred" in seen) throw new Error(`The key to ${caseId} does not open it`);
    },
    /** What the petitioner sees of the case. */
    followed,
    /** Cases, told up to a point: each gives the new case's id. */
    filed,
    atBureau: () => opened("land"),
    atCommunity: () => opened("estate"),
    atDepartment,
    atLeader: async () => {
      const caseId = await atDepartment();
      await act(caseId, reportUpward);
      await arrive(caseId);
      return caseId;
    },
    answered: async () => {
      const caseId = await atDepartment();
      await act(caseId, reply);
      return caseId;
    },
    /** Everything that the tables hold, by key. */
    items: async (): Promise<Record<Holds, Item[]>> => ({
      cases: inOrder(await raw.items("cases")),
      deadlines: inOrder(await raw.items("deadlines")),
      directory: inOrder(await raw.items("directory")),
      tries: inOrder(await raw.items("tries")),
    }),
    close: () => {
      for (const machine of [office, ...others]) machine.stop();
      connection.disconnect();
      backend.close();
    },
  };
};
export type District = ReturnType<typeof newDistrict>;

/** The key of an item as one text. */
export const keyOf = ({ pk, sk }: Item): string => `${String(pk)} / ${String(sk)}`;

const inOrder = (items: Item[]): Item[] => items.sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
