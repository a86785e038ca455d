import { actsBesideStep } from "#case/acts/beside-step.ts";
import { saidBesideStep } from "#words/beside-step.ts";
import { extensionForms } from "./acts/extension.tsx";
import type { ControlsOf } from "./acts/form-fields.tsx";
import { staffDoor } from "./staff-door.ts";

/** The door to what may be done beside a step. */
export const besideDoor = staffDoor("beside", actsBesideStep, saidBesideStep, {
  ...extensionForms,
} satisfies ControlsOf<typeof actsBesideStep>);
