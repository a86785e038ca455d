import { periodRunning } from "#case/state/running.ts";
import { alone, common, type Evolutions, from } from "./evolution.ts";

type AnswerFactType = "replied" | "closed";

export const answerEvolutions: Evolutions<AnswerFactType> = {
  replied: from(["handling"], (c, { stepNo, unit, staff, letter, entrusted }, { at }) => {
    const author = { unit, staff };
    return {
      ...alone(c),
      answeredIn: periodRunning(c, "handling"),
      status: "delivering",
      stepNo: stepNo + 1,
      responsible: author,
      answeredAt: at,
      answeredBy: author,
      ownersUnit: c.ownersUnit,
      level: c.level,
      letter,
      ...(entrusted && { promised: entrusted }),
    };
  }),
  closed: from(["window"], (c, { how, outcome }, { at }) => ({
    ...common(c),
    status: "closed",
    closedAt: at,
    how,
    endedBy: c.answeredBy.unit,
    ...(outcome !== undefined && { outcome }),
    letter: c.letter,
    answered: {
      answeredAt: c.answeredAt,
      answeredBy: c.answeredBy,
      level: c.level,
      ownersUnit: c.ownersUnit,
      delivery: c.delivery,
    },
  })),
};
