import { isSimpleAnswer } from "#case/state/outcomes.ts";
import { common, type Evolutions, from } from "./evolution.ts";

export const correctionEvolutions: Evolutions<"letterCorrected"> = {
  letterCorrected: from(["delivering", "window"], ({ promised: _, ...before }, { letter, entrusted }, { at }) => {
    const answered = { ...before, ...(entrusted && { promised: entrusted }) };
    // A letter that refuses something is none of the simple way.
    const isSimple = answered.track === "simple" && isSimpleAnswer(letter);
    const c = answered.track !== "simple" || isSimple ? answered : { ...answered, track: "petition" as const };
    if (c.status === "delivering") return { ...c, answeredAt: at, letter };
    if (letter.corrects.kind === "slip") return { ...c, answeredAt: at, letter };
    // Another finding is another answer, which is delivered as the first one was.
    const { answeredBy, ownersUnit, deliverer, level, renewals } = c;
    return {
      ...common(c),
      ...{ answeredAt: at, answeredBy, ownersUnit, level, letter },
      ...(deliverer !== undefined && { deliverer }),
      ...(renewals !== undefined && { renewals }),
      status: "delivering",
    };
  }),
};
