import { givenToPetitioner } from "./given-to-petitioner.ts";
import { petitionerActs } from "./petitioner-acts.ts";

/** All that petitioners may do, for those who are no function: what a door gives is a part of it. */
export const everyPetitionerAct = givenToPetitioner(petitionerActs);
export const {
  forms: petitionerForms,
  offeredToPetitioner,
  decidePetitioner,
  whyNotDecided,
  isDecided,
  agentScopeOf,
} = everyPetitionerAct;
