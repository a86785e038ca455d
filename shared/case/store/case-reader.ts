import { Case } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import { Look } from "#case/state/party.ts";
import { replay } from "#case/state/record.ts";
import { type Database, type Item, Key } from "#record/database.ts";
import { readRow, UnreadableRow } from "#record/row.ts";
import { readEvent } from "#record/versions.ts";
import { caseKey, casePartition } from "./keys.ts";
import { shapeOfCase } from "./shape.build.ts";
import { eventForm } from "./versions.ts";

/** The entries of a case's record between two sort keys, in their order. */
export const entriesOf =
  (db: Database, table: string) =>
  (id: string, from: string, until: string): AsyncGenerator<Item> =>
    db.query({ table, of: casePartition(id), range: { from, until } });

/** The Cases table as far as one case is read from it: for whoever decides nothing on it. */
export const caseReader = (db: Database, table: string) => {
  const entries = entriesOf(db, table);

  const eventsOf = async (id: string): Promise<CaseEvent[]> => {
    const events: CaseEvent[] = [];
    for await (const item of entries(id, "EVENT#", "EVENT#~")) {
      events.push(readEvent(eventForm, Key.parse(item), item.event));
    }
    return events;
  };

  return {
    /**
     * The case as the record holds it now, or `undefined`. The stored state is a cache: one that a build with other
     * facts or other states has written is told anew from the events.
     * @throws UnreadableRow; NewerThanThisBuild when something has happened to the case that this build does not know.
     */
    async load(id: string): Promise<Case | undefined> {
      const key = caseKey(id);
      const item = await db.get(table, key);
      if (item === undefined) return undefined;
      if (item.shape === shapeOfCase) return readRow(Case, key, item.case);
      const told = replay(await eventsOf(id));
      if (told === undefined) throw new UnreadableRow(`${key.pk} / ${key.sk}: a state without events`);
      return told;
    },

    /** The case's events from the first to the newest, and every look at the petitioner's identity. */
    async history(id: string): Promise<{ events: CaseEvent[]; looks: Look[] }> {
      const events: CaseEvent[] = [];
      const looks: Look[] = [];
      for await (const item of entries(id, "EVENT#", "LOOK#~")) {
        const key = Key.parse(item);
        if (key.sk.startsWith("EVENT#")) events.push(readEvent(eventForm, key, item.event));
        else looks.push(readRow(Look, key, item.look));
      }
      return { events, looks };
    },
  };
};
export type CaseReader = ReturnType<typeof caseReader>;
