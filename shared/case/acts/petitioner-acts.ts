import type { Typed } from "./act.ts";
import type { CommandsOf } from "./act-forms.ts";
import { agentActs } from "./agent.ts";
import { materialBringing } from "./bringing.ts";
import { contactCorrections } from "./contact.ts";
import { answerOpenings } from "./delivery-opening.ts";
import { jointActs } from "./joint.ts";
import { mergingActs } from "./merging.ts";
import { pressureWords } from "./pressure.ts";
import { promiseAnswers } from "./promise-answers.ts";
import { ratings } from "./rating.ts";
import { reconsiderationRequests } from "./reconsideration.ts";
import { recusalRequests } from "./recusal-request.ts";
import { reviewRequests } from "./review-request.ts";
import { settlementAnswers } from "./settlement-answers.ts";
import { supervisionRequests } from "./supervision-request.ts";
import { urgencyRequests } from "./urgency-request.ts";
import { withdrawals, withdrawalUndoings } from "./withdrawal.ts";

/** What petitioners may do to their case: the one list. A door gives a part of it. */
export const petitionerActs = {
  ...settlementAnswers,
  ...promiseAnswers,
  ...answerOpenings,
  ...materialBringing,
  ...contactCorrections,
  ...agentActs,
  ...jointActs,
  ...mergingActs,
  ...ratings,
  ...supervisionRequests,
  ...urgencyRequests,
  ...recusalRequests,
  ...withdrawals,
  ...withdrawalUndoings,
  ...pressureWords,
  ...reconsiderationRequests,
  ...reviewRequests,
};
export type PetitionerActs = typeof petitionerActs;
export type PetitionerActName = keyof PetitionerActs;

export type PetitionerTyped = Typed<PetitionerActs>;
export type PetitionerCommands = CommandsOf<PetitionerActs>;
/** An act with what was typed for it. */
export type PetitionerCommand = PetitionerCommands[PetitionerActName];
export type PetitionerField = { [N in PetitionerActName]: keyof PetitionerTyped[N] }[PetitionerActName] & string;

/** Who decides, the petitioner or an agent, and on what: the number of the newest event that their page told of. */
export type DecidesOn = { saw: number; agent?: number | undefined };
