import type { Case } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import { evolve } from "#case/state/evolve.ts";
import { roleIn } from "#case/state/standing.ts";
import type { Role, Turn } from "#case/state/turn.ts";

/** How a turn came to its end: the event after which nobody had it any more, and the part in the case that it was. */
export type TurnEnd = { event: CaseEvent; role: Role };

/** What ended a turn, as the record tells its states again; nothing where it is open, or there never was one. */
export const turnEnd = (events: readonly CaseEvent[], turn: Turn): TurnEnd | undefined => {
  let [state, had]: [Case | undefined, Role | undefined] = [undefined, undefined];
  for (const event of events) {
    state = evolve(state, event);
    const role = roleIn(state, turn);
    if (had !== undefined && role === undefined) return { event, role: had };
    had = role;
  }
  return undefined;
};
