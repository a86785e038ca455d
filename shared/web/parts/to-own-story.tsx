import type { CaseEvent } from "#case/state/event.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { toldTo } from "#words/told-to.ts";
import { DoneSoFar } from "./done-so-far.tsx";
import { type Keyed, KeyedButton } from "./keyed-button.tsx";
import { ownFileAddress } from "./to-own-file.tsx";

/** Where petitioners read all that has happened, in full: with their file, since both need the sentences of every matter. */
export const ownStoryAddress = `${ownFileAddress}/story`;

/** How many of the latest entries the progress shows itself. */
const latest = 5;

const say = {
  whole: {
    zh: (n: number) => `查看全部 ${n} 条和理由`,
    en: (n: number) => (n === 1 ? "See it in full" : `See all ${n}, with who and why`),
  },
} satisfies Record<string, Record<Lang, (n: number) => string>>;

type StoryOffered = { events: readonly CaseEvent[]; now: Instant; keyed: Keyed; lang: Lang };

/** What happened last, in a word or two each, and the way to all of it with the key that opens it. */
export const ToOwnStory = ({ events, now, keyed, lang }: StoryOffered) => (
  <DoneSoFar events={events} now={now} lang={lang} latest={latest}>
    <KeyedButton to={ownStoryAddress} keyed={keyed} label={say.whole[lang](toldTo("petitioner", events).length)} />
  </DoneSoFar>
);
