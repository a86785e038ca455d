import { actsTogether } from "#case/acts/together.ts";
import { saidTogether } from "#words/together.ts";
import type { ControlsOf } from "./acts/form-fields.tsx";
import { meetingForms } from "./acts/meeting.tsx";
import { otherWayDecisionForms } from "./acts/other-way-decision.tsx";
import { recusalDecisionForms } from "./acts/recusal-decision.tsx";
import { urgencyDecisionForms } from "./acts/urgency-decision.tsx";
import { AssistsPanel } from "./assists.tsx";
import { HurryPanel } from "./hurry.tsx";
import { MeetingsPanel, MinutesOfMeetings } from "./meetings.tsx";
import { OtherWayPanel } from "./other-way.tsx";
import { RecusalPanel } from "./recusal.tsx";
import { staffDoor } from "./staff-door.ts";
import { ToAttachments } from "./to-attachments.tsx";

/** The door to meetings, and to what others decide than whoever has the case. */
export const togetherDoor = staffDoor(
  "together",
  actsTogether,
  saidTogether,
  {
    ...meetingForms,
    ...urgencyDecisionForms,
    ...otherWayDecisionForms,
    ...recusalDecisionForms,
  } satisfies ControlsOf<typeof actsTogether>,
  {
    panels: [AssistsPanel, MeetingsPanel, OtherWayPanel, HurryPanel, RecusalPanel],
    Minutes: MinutesOfMeetings,
    Attach: ToAttachments,
  },
);
