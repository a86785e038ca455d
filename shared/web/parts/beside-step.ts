import { actsBesideStep } from "#case/acts/beside-step.ts";
import { saidBesideStep } from "#words/beside-step.ts";
import { assistanceForms } from "./acts/assistance.tsx";
import { extensionForms } from "./acts/extension.tsx";
import type { ControlsOf } from "./acts/form-fields.tsx";
import { materialForms } from "./acts/material.tsx";
import { objectionForms } from "./acts/objection.tsx";
import { otherWayForms } from "./acts/other-way.tsx";
import { recusalForms } from "./acts/recusal.tsx";
import { simpleForms } from "./acts/simple.tsx";
import { AssistAsked, AssistsPanel } from "./assists.tsx";
import { ExtensionPanel } from "./extension.tsx";
import { ObjectionPanel } from "./objection.tsx";
import { OtherWayPanel } from "./other-way.tsx";
import { staffDoor } from "./staff-door.ts";
import { ToAttachments } from "./to-attachments.tsx";

/** The door to what may be done beside a step. */
export const besideDoor = staffDoor(
  "beside",
  actsBesideStep,
  saidBesideStep,
  {
    ...extensionForms,
    ...objectionForms,
    ...otherWayForms,
    ...simpleForms,
    ...recusalForms,
    ...assistanceForms,
    ...materialForms,
  } satisfies ControlsOf<typeof actsBesideStep>,
  {
    panels: [ExtensionPanel, AssistsPanel, ObjectionPanel, OtherWayPanel],
    AskedBy: AssistAsked,
    Attach: ToAttachments,
  },
);
