import type { Fact } from "#case/state/event.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { OnClock } from "./acts/matter-words.ts";
import { deedNames } from "./deeds.ts";
import { onClocks } from "./on-clocks.ts";

/** What a line about a clock draws on. */
type RingTelling = Omit<OnClock<Fact["type"]>, "fact"> & { lang: Lang };

/** What came of a ring, or what was done to a clock, without a full stop: for a list under the clock's own name. */
export const ringWords = (fact: Fact, { lang, ...telling }: RingTelling): string =>
  [cameWords(fact.type, { ...telling, fact }, lang), alsoWords(fact, lang)]
    .filter((words) => words !== "")
    .join({ zh: "；", en: "; " }[lang]);

/** Picks the words of a fact's type; a union type would lose the tie between words and fact. */
const cameWords = <T extends Fact["type"]>(type: T, on: OnClock<T>, lang: Lang): string => {
  const clock = onClocks[type];
  return clock === "never" || clock.came === "deed" ? deedNames[type][lang] : clock.came[lang](on);
};

/** The reminders that a ring stands for, or that it came before. */
const alsoWords = (fact: Fact, lang: Lang): string => {
  const clock = onClocks[fact.type];
  if (clock === "never" || !("also" in clock) || !("passedOver" in fact)) return "";
  const shares = fact.passedOver?.filter((share) => typeof share === "number");
  return clock.also(shares ?? [], lang);
};
