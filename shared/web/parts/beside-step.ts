import { actsBesideStep } from "#case/acts/beside-step.ts";
import { saidBesideStep } from "#words/beside-step.ts";
import { assistanceForms } from "./acts/assistance.tsx";
import { extensionForms } from "./acts/extension.tsx";
import type { ControlsOf } from "./acts/form-fields.tsx";
import { materialForms } from "./acts/material.tsx";
import { meetingForms } from "./acts/meeting.tsx";
import { objectionForms } from "./acts/objection.tsx";
import { simpleForms } from "./acts/simple.tsx";
import { meetingsDrawn } from "./meetings.tsx";
import { staffDoor } from "./staff-door.ts";

/** The door to what may be done beside a step. */
export const besideDoor = staffDoor(
  "beside",
  actsBesideStep,
  saidBesideStep,
  {
    ...extensionForms,
    ...objectionForms,
    ...simpleForms,
    ...assistanceForms,
    ...meetingForms,
    ...materialForms,
  } satisfies ControlsOf<typeof actsBesideStep>,
  { Meetings: meetingsDrawn },
);
