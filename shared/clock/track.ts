import * as z from "zod";

/**
 * 办理途径: the way of the law that a case takes (《信访工作条例》 Art. 29 to 31). `petition` 信访程序 · `simple` 简易办理 · `duty`
 * 履行法定职责 · `procedure` another procedure of the law · `judicial` courts, procuratorate, police procedure · `accusation`
 * 检举控告 · `suggestion` 建议意见.
 */
export const Track = z.enum(["petition", "simple", "duty", "procedure", "judicial", "accusation", "suggestion"]);
export type Track = z.infer<typeof Track>;

/** Which of the policy's clocks give the days for an answer. */
type AnswerClock = "handling" | "simpleHandling" | "dutyHandling" | "suggestionHandling";

/** What hangs on a track. */
type TrackRow = {
  /** Which of the policy's clocks gives the bureau's days to decide where a matter goes. */
  decides: "accept" | "simpleAccept";
  /** Which one gives the days for the answer; none where the matter is answered elsewhere. */
  answers: AnswerClock | undefined;
  /** 听取陈述: whether the petitioner is heard before the answer (Art. 31(6)). */
  hears: boolean;
  /** 延期: whether the time for the answer can be extended (Art. 34). */
  extends: boolean;
  /**
   * What there is against the answer: the bodies above (Art. 35, 36), the procedures that the law has against an office that
   * does not do its duty, or nothing.
   */
  remedy: "review" | "elsewhere" | "none";
};

/** The seven, each with what hangs on it: a clock, a letter or a remedy asks here and nowhere else. */
export const tracks = {
  petition: { decides: "accept", answers: "handling", hears: true, extends: true, remedy: "review" },
  simple: { decides: "simpleAccept", answers: "simpleHandling", hears: true, extends: false, remedy: "review" },
  duty: { decides: "accept", answers: "dutyHandling", hears: false, extends: false, remedy: "elsewhere" },
  procedure: { decides: "accept", answers: undefined, hears: false, extends: false, remedy: "none" },
  judicial: { decides: "accept", answers: undefined, hears: false, extends: false, remedy: "none" },
  accusation: { decides: "accept", answers: undefined, hears: false, extends: false, remedy: "none" },
  suggestion: { decides: "accept", answers: "suggestionHandling", hears: false, extends: false, remedy: "none" },
} as const satisfies Record<Track, TrackRow>;

/** The tracks on which a case is accepted and answered here. */
export const AnsweredTrack = Track.extract(["petition", "simple", "duty", "suggestion"]);
export type AnsweredTrack = z.infer<typeof AnsweredTrack>;

/** The tracks on which a matter is decided by another body, and is guided there. */
export const GuidedTrack = Track.extract(["procedure", "judicial"]);
export type GuidedTrack = z.infer<typeof GuidedTrack>;

/** Whether a matter of a track is answered here, and not by another body. */
export const isAnsweredHere = (track: Track): track is AnsweredTrack => tracks[track].answers !== undefined;
