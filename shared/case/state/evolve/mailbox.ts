import { goingStates } from "#case/state/case.ts";
import { type Evolutions, from } from "./evolution.ts";

export const mailboxEvolutions: Evolutions<"mailboxAskedAgain"> = {
  mailboxAskedAgain: from(goingStates, (c) => c),
};
