import { agentActs } from "./agent.ts";
import { contactCorrections } from "./contact.ts";
import { jointActs } from "./joint.ts";
import { mergingActs } from "./merging.ts";
import { ratings } from "./rating.ts";
import { recusalRequests } from "./recusal-request.ts";
import { supervisionRequests } from "./supervision-request.ts";
import { urgencyRequests } from "./urgency-request.ts";
import { withdrawals } from "./withdrawal.ts";

/** What a petitioner settles for themselves, whatever the office does: how they are reached, what is urged, who acts for them, who should not handle it, whether it goes on, and what they say of it. */
export const actsOfOnesOwn = {
  ...ratings,
  ...contactCorrections,
  ...agentActs,
  ...jointActs,
  ...mergingActs,
  ...supervisionRequests,
  ...urgencyRequests,
  ...recusalRequests,
  ...withdrawals,
};
