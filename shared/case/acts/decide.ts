import type { CommandType } from "./command.ts";
import { everyAct } from "./every-act.ts";
import { everyPetitionerAct } from "./every-petitioner-act.ts";
import {
  clockJudges,
  decideBy,
  fileJudges,
  followingJudges,
  type Judges,
  mergedJudges,
  mergingJudges,
  newLeadJudges,
  petitionerJudges,
  signatoryJudges,
  staffJudges,
  stationJudges,
  upkeepJudges,
} from "./judges.ts";

/** All that can be asked of a case, for those who are no function: the operator's commands, which a bundle need not carry. */
export const allJudges: Judges<CommandType> = {
  ...staffJudges(everyAct),
  ...petitionerJudges(everyPetitionerAct),
  ...fileJudges,
  ...clockJudges,
  ...signatoryJudges,
  ...stationJudges,
  ...followingJudges,
  ...mergedJudges,
  ...mergingJudges,
  ...newLeadJudges,
  ...upkeepJudges,
};

/** Judges any command to a case. */
export const decide = decideBy(allJudges);
