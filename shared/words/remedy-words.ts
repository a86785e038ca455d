import type { Policy } from "#clock/policy.ts";
import { type Track, tracks } from "#clock/track.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { lengthWords } from "./dates.ts";

/** What the petitioner can do against an answer on a track once it is delivered, to those who write or deliver it. */
export const remedyAfter = (track: Track, { clocks }: Policy): Bilingual =>
  ({
    review: {
      zh: `送达后信访人有 ${lengthWords(clocks.review, "zh")}可以申请复查。`,
      en: `The petitioner then has ${lengthWords(clocks.review, "en")} to ask for a review.`,
    },
    elsewhere: {
      zh: "送达后办结；信访人不同意的，可以申请行政复议或者提起诉讼，答复里写明。",
      en: "The case ends with that; a petitioner who disagrees can go to reconsideration or court, as the letter says.",
    },
    none: { zh: "送达后办结。", en: "The case ends with that." },
  })[tracks[track].remedy];
