import type { ClockName } from "#clock/clock.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { clockNames } from "./words.ts";

/** In a list of all clocks no step is "this" one, and the watches, which nobody works to, need names too. */
const namesInLists: Record<ClockName["kind"], Bilingual> = {
  ...clockNames,
  step: { zh: "办理环节期限", en: "Step deadline" },
  decision: { zh: "延期审批跟踪", en: "Watch over the decision on more time" },
  assistance: { zh: "协办、会商跟踪", en: "Watch over what other units owe" },
  transit: { zh: "转办监测", en: "Watch between two steps" },
};

/** One clock of a case, as lists and sentences call it: its name, and of those that begin anew with each step, the number of that step. */
export const clockTitle = ({ kind, n }: ClockName, lang: Lang): string => {
  const name = namesInLists[kind][lang];
  // The watch over what others owe counts its questions, which tells nobody anything.
  const isOnly = kind !== "step" && kind !== "acknowledgement" && kind !== "transit" && kind !== "material";
  return isOnly ? name : { zh: `${name}（第 ${n} 个）`, en: `${name} (no. ${n})` }[lang];
};
