import type { FactOf } from "#case/state/event.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { dateWords, latestWords } from "#words/dates.ts";
import { capitalised } from "#words/phrasing.ts";
import { staffName, unitName } from "#words/words.ts";
import type { Told } from "./matter-words.ts";
import { standInReasons } from "./step.ts";

/** A fact of what waits for a decision, with the names of the place. */
type WaitTold<Fact> = Pick<Told<"objected">, "directory" | "today"> & { fact: Fact };
type WaitPassedOn = Pick<FactOf<"objectionPassedOn">, "from" | "to" | "how">;
type WaitClimbed = Pick<FactOf<"objectionClimbed">, "from" | "to" | "lastDay" | "decideBy">;
type WaitGoesOn = Pick<FactOf<"objectionAwaited">, "staff" | "decideBy">;

/** Nobody has decided in time, to petitioners. @param what what waits, as a sentence begins */
export const climbedToPetitioners = (
  { fact, directory, today }: WaitTold<WaitClimbed>,
  what: Bilingual,
): Bilingual => ({
  zh: `${what.zh}到${dateWords(fact.lastDay, "zh", today)}没有决定，改由${unitName(directory, fact.to.unit, "zh")}负责人决定，${latestWords(fact.decideBy, today)}。`,
  en: `${what.en} was undecided on ${dateWords(fact.lastDay, "en", today)}, so the head of ${unitName(directory, fact.to.unit, "en")} decides, by ${dateWords(fact.decideBy, "en", today)}.`,
});

/** Somebody else decides, to the office. @param what what waits, in Chinese as a thing and in English after “decides” */
export const passedOnToOffice = ({ fact, directory }: WaitTold<WaitPassedOn>, what: Bilingual): Bilingual => ({
  zh: `${standInReasons[fact.how].zh(staffName(directory, fact.from, "zh"))}，${what.zh}改由${unitName(directory, fact.to.unit, "zh")}${staffName(directory, fact.to.staff, "zh")}决定。`,
  en: capitalised(
    `${standInReasons[fact.how].en(staffName(directory, fact.from, "en"))}: ${staffName(directory, fact.to.staff, "en")}, ${unitName(directory, fact.to.unit, "en")}, decides ${what.en} instead.`,
  ),
});

/** Nobody has decided in time, to the office. @param what as above */
export const climbedToOffice = ({ fact, directory, today }: WaitTold<WaitClimbed>, what: Bilingual): Bilingual => ({
  zh: `${staffName(directory, fact.from, "zh")}到${dateWords(fact.lastDay, "zh", today)}没有对${what.zh}作出决定，改由${unitName(directory, fact.to.unit, "zh")}${staffName(directory, fact.to.staff, "zh")}决定，${latestWords(fact.decideBy, today)}。`,
  en: capitalised(
    `${staffName(directory, fact.from, "en")} had not decided ${what.en} by ${dateWords(fact.lastDay, "en", today)}: ${staffName(directory, fact.to.staff, "en")}, ${unitName(directory, fact.to.unit, "en")}, decides by ${dateWords(fact.decideBy, "en", today)}.`,
  ),
});

/** It is undecided still, to the office. @param what as above */
export const awaitedToOffice = ({ fact, directory, today }: WaitTold<WaitGoesOn>, what: Bilingual): Bilingual => ({
  zh: `${what.zh}还在等${staffName(directory, fact.staff, "zh")}决定，期限为${dateWords(fact.decideBy, "zh", today)}。`,
  en: capitalised(
    `${staffName(directory, fact.staff, "en")} has still to decide ${what.en}, due ${dateWords(fact.decideBy, "en", today)}.`,
  ),
});

/** What a clock's list says of a decision that nobody has made in time. */
export const climbedOnClocks = {
  came: { zh: () => "届满没有决定，转信访局负责人决定", en: () => "ended undecided: the bureau’s head decides" },
  because: () => ({ zh: "到期没有决定", en: "it ended undecided" }),
};
