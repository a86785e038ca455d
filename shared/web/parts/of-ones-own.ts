import { actsOfOnesOwn } from "#case/acts/of-ones-own.ts";
import { saidOfOnesOwn } from "#words/of-ones-own.ts";
import { petitionerProblems } from "#words/petitioner-words.ts";
import { agentChecks, agentPanels } from "./acts/agent.tsx";
import { contactChecks, contactPanels } from "./acts/contact.tsx";
import { jointChecks, jointPanels } from "./acts/joint.tsx";
import { mergingChecks, mergingPanels } from "./acts/merging.tsx";
import type { ChecksOf, PanelsOf } from "./acts/petitioner-panel.tsx";
import { ratingChecks, ratingPanels } from "./acts/rating.tsx";
import { recusalChecks, recusalPanels } from "./acts/recusal-request.tsx";
import { supervisionChecks, supervisionPanels } from "./acts/supervision-request.tsx";
import { urgencyChecks, urgencyPanels } from "./acts/urgency-request.tsx";
import { withdrawalChecks, withdrawalPanels } from "./acts/withdrawal.tsx";
import { petitionerDoor } from "./petitioner-door.tsx";

/** The door to what a petitioner settles for themselves. */
export const ownDoor = petitionerDoor(
  "own",
  actsOfOnesOwn,
  saidOfOnesOwn,
  {
    panels: {
      ...ratingPanels,
      ...contactPanels,
      ...agentPanels,
      ...jointPanels,
      ...mergingPanels,
      ...supervisionPanels,
      ...urgencyPanels,
      ...recusalPanels,
      ...withdrawalPanels,
    } satisfies PanelsOf<typeof actsOfOnesOwn>,
    checks: {
      ...ratingChecks,
      ...contactChecks,
      ...agentChecks,
      ...jointChecks,
      ...mergingChecks,
      ...supervisionChecks,
      ...urgencyChecks,
      ...recusalChecks,
      ...withdrawalChecks,
    } satisfies ChecksOf<typeof actsOfOnesOwn>,
  },
  { problems: (given) => petitionerProblems(given, saidOfOnesOwn.fields) },
);
