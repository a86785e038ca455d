import { actsAtDelivery } from "#case/acts/at-delivery.ts";
import { saidAtDelivery } from "#words/at-delivery.ts";
import { correctionForms } from "./acts/correction.tsx";
import { deliveryForms } from "./acts/delivery.tsx";
import type { ControlsOf } from "./acts/form-fields.tsx";
import { LetterPreview } from "./letter-preview.tsx";
import { AnswerOrReviewToDeliver } from "./review-to-deliver.tsx";
import { staffDoor } from "./staff-door.ts";
import { ToDossier } from "./to-dossier.tsx";

/** The door to what may be done on an answer that was written. */
export const deliveryDoor = staffDoor(
  "delivery",
  actsAtDelivery,
  saidAtDelivery,
  {
    ...deliveryForms,
    ...correctionForms,
  } satisfies ControlsOf<typeof actsAtDelivery>,
  { answers: { ToDeliver: AnswerOrReviewToDeliver, Preview: LetterPreview, ToDossier } },
);
