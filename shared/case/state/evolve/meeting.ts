import type { In } from "#case/state/case.ts";
import type { Assist } from "#case/state/facts/assistance.ts";
import type { Meeting } from "#case/state/facts/meeting.ts";
import { afterMeeting, withInvited } from "#case/state/invited.ts";
import { broken, type EventOf, type Evolutions, from } from "./evolution.ts";

type MeetingFactType =
  | "conveningBegun"
  | "convenerPassedOn"
  | "convened"
  | "met"
  | "meetingCalledOff"
  | "minutesAwaited"
  | "meetingLapsed";

/** The meeting of a number, as something has made it. @throws BrokenHistory where none of that number was called */
const altered = (
  c: In<"handling">,
  event: EventOf<"met" | "meetingCalledOff">,
  alter: Partial<Meeting>,
): Pick<In<"handling">, "meetings"> => {
  const { n } = event.fact;
  if (c.meetings?.some((meeting) => meeting.n === n) !== true) throw broken(event, "no meeting has that number");
  return { meetings: c.meetings.map((meeting) => (meeting.n === n ? { ...meeting, ...alter } : meeting)) };
};

export const meetingEvolutions: Evolutions<MeetingFactType> = {
  conveningBegun: from(["handling"], (c, { convener, assignment }) => ({ ...c, convening: { convener, assignment } })),
  convenerPassedOn: from(["handling"], (c, { to: convener, assignment }) => ({
    ...c,
    convening: { convener, assignment },
  })),
  convened: from(["handling"], (c, { n, forBureau, on, question, invited }) => ({
    ...c,
    meetings: [
      ...(c.meetings ?? []),
      { n, ...(forBureau && { forBureau }), on, question, units: invited.map(({ unit }) => unit) },
    ],
    assists: [
      ...(c.assists ?? []),
      ...invited.map((asked): Assist => ({ ...asked, as: "invited", question, wantedBy: on })),
    ],
  })),
  met: from(["handling"], (c, { decisions, letter }, event) => ({
    ...c,
    ...altered(c, event, { minutes: letter }),
    assists: [
      ...withInvited(c.assists, afterMeeting(decisions)),
      ...decisions.map(({ task: question, ...asked }): Assist => ({ ...asked, as: "charged", question })),
    ],
  })),
  meetingCalledOff: from(["handling"], (c, _, event) => ({
    ...c,
    ...altered(c, event, { calledOff: true }),
    assists: withInvited(c.assists, () => ({ over: "ended" })),
  })),
  minutesAwaited: from(["handling"], (c) => c),
  meetingLapsed: from(["handling"], ({ meetings: _, assists: __, ...c }) => c),
};
