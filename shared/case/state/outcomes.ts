import type { AnsweredTrack, Track } from "#clock/track.ts";
import type { Letter, Outcome } from "./facts/answer.ts";

/** 支持、解释说明、不予支持 (《信访工作条例》 Art. 32), and what of them is still to be done or is not ours to grant. */
const opinions = ["resolved", "promised", "partly", "explained", "notSupported", "notCompetent"] as const;

/** 采纳情况 (Art. 29): a suggestion is taken up, in part, or not. */
const adoptions = ["adopted", "adoptedInPart", "notAdopted"] as const;

const byTrack: Record<AnsweredTrack, readonly Outcome[]> = {
  petition: opinions,
  simple: opinions,
  // An office that does its duty does it in the time for the answer: it promises nothing.
  duty: opinions.filter((outcome) => outcome !== "promised"),
  suggestion: adoptions,
};

/** The conclusions that an answer may come to on a track; none where the matter is answered elsewhere. */
export const outcomesOn = (track: Track): readonly Outcome[] => {
  const found: Partial<Record<Track, readonly Outcome[]>> = byTrack;
  return found[track] ?? [];
};

/** What a simple way cannot give: a refusal, in whole or in part. */
const refusals: readonly Outcome[] = ["notSupported", "partly", "notCompetent"];

/** Whether an answer is one that the simple way can give: nothing that was asked for is refused, in whole or in part. */
export const isSimpleAnswer = ({ findings }: Pick<Letter, "findings">): boolean =>
  findings.every(({ outcome }) => !refusals.includes(outcome));
