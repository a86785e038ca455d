import type { DistrictDate } from "#ground/instant.ts";
import type { In } from "./case.ts";
import type { Assist } from "./facts/assistance.ts";
import type { Message } from "./message.ts";

/** Whether whoever was asked is to come to a meeting that has not met. */
export const isToCome = ({ as, met, over }: Assist): boolean =>
  as === "invited" && met === undefined && over === undefined;

/** All that was asked beside a step, with whoever was to come to a meeting as something has made it. */
export const withInvited = (
  assists: readonly Assist[] | undefined,
  after: (invited: Assist) => Partial<Assist>,
): Assist[] => (assists ?? []).map((assist) => (isToCome(assist) ? { ...assist, ...after(assist) } : assist));

/** What becomes of them when it has met: whoever has something to do by it reads the minutes where they answer for that. */
export const afterMeeting =
  (decisions: readonly Pick<Assist, "unit">[]) =>
  ({ unit }: Assist): Partial<Assist> =>
    decisions.some((decision) => decision.unit === unit) ? { over: "ended" } : { met: true };

/** Whoever was to come to a meeting that is not held is told so at once. @param on its day */
export const toldNotToCome = ({ stepNo, assists = [] }: In<"handling">, on: DistrictDate): Message[] =>
  assists.filter(isToCome).map(({ holder, assignment }) => ({
    ...{ kind: "taskMail", to: holder.staff, ask: "meetingCalledOff", stepNo, assignment, lastDay: on },
  }));
