import type { CaseEvent, Fact } from "#case/state/event.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { toldTo } from "#words/told-to.ts";
import { DoneSoFar, toldOfProgress } from "./done-so-far.tsx";
import { type Keyed, KeyedButton } from "./keyed-button.tsx";
import { ownFileAddress } from "./to-own-file.tsx";

/** Where petitioners read all that has happened, in full: with their file, since both need the sentences of every matter. */
export const ownStoryAddress = `${ownFileAddress}/story`;

/** How many of the latest entries the progress shows itself. */
const latest = 5;

/**
 * What was written to be read by the petitioner: of the progress, by what another body can be asked, and what the petition
 * office answers to their word.
 */
const writtenToPetitioner = (fact: Fact): string | undefined => {
  if (fact.type === "transferReceived") return fact.reference;
  return fact.type === "pressureAnswered" ? fact.explanation : toldOfProgress(fact);
};

const say = {
  whole: {
    zh: (n: number) => `查看全部 ${n} 条和理由`,
    en: (n: number) => (n === 1 ? "See it in full" : `See all ${n}, with who and why`),
  },
} satisfies Record<string, Record<Lang, (n: number) => string>>;

type StoryOffered = { events: readonly CaseEvent[]; now: Instant; keyed: Keyed; lang: Lang };

/** What happened last, in a word or two each, and the way to all of it with the key that opens it. */
export const ToOwnStory = ({ events, now, keyed, lang }: StoryOffered) => (
  <DoneSoFar events={events} now={now} lang={lang} latest={latest} quoted={writtenToPetitioner}>
    <KeyedButton to={ownStoryAddress} keyed={keyed} label={say.whole[lang](toldTo("petitioner", events).length)} />
  </DoneSoFar>
);
