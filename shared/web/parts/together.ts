import { actsTogether } from "#case/acts/together.ts";
import { saidTogether } from "#words/together.ts";
import { meetingForms } from "./acts/meeting.tsx";
import { meetingsDrawn } from "./meetings.tsx";
import { staffDoor } from "./staff-door.ts";

/** The door to meetings. */
export const togetherDoor = staffDoor("together", actsTogether, saidTogether, meetingForms, {
  Meetings: meetingsDrawn,
});
