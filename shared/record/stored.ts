import { absent, type Condition, equals, type Key, type RefusedAs, type RowForm, type Write } from "./database.ts";
import type { HistoryHead } from "./history.ts";

/** How a kind of record lies in its table: one row for its state, guarded by its version, and one for each event. */
export type Layout<State extends HistoryHead, Event, Table extends string> = {
  table: Table;
  state: { key: (id: string) => Key; form: RowForm; row: (state: State) => Readonly<Record<string, unknown>> };
  event: {
    key: (event: Event) => Key;
    form: RowForm;
    row: (event: Event) => Readonly<Record<string, unknown>>;
  };
  /** What it means that somebody else's decision on the record was stored first. */
  movedOn: RefusedAs;
};

/** One decision on one record: the state that it was made on, what happened, and the state after that. */
export type Step<State, Event> = { before: State | undefined; after: State; events: readonly Event[] };

/** A row that must not be there yet. */
export const putNew = <Table extends string>(
  table: Table,
  form: RowForm,
  key: Key,
  row: Readonly<Record<string, unknown>>,
  refusedAs: RefusedAs,
): Write<Table> => ({ does: "put", table, key, form, row, if: absent, refusedAs });

/**
 * The writes that keep a decision on a record: its state and its events. Every one is guarded: the state by the version
 * that the decision was made on, an event by its number.
 */
export const writesOfStep = <State extends HistoryHead, Event, Table extends string>(
  { table, state, event, movedOn: refusedAs }: Layout<State, Event, Table>,
  { before, after, events }: Step<State, Event>,
): Write<Table>[] => {
  const key = state.key(after.id);
  const guard: Condition = before === undefined ? absent : equals("version", before.version);
  const kept: Write<Table> =
    before !== undefined && events.length === 0
      ? { does: "check", table, key, if: guard, refusedAs }
      : { does: "put", table, key, form: state.form, row: state.row(after), if: guard, refusedAs };
  return [kept, ...events.map((one) => putNew(table, event.form, event.key(one), event.row(one), refusedAs))];
};
