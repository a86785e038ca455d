import { common, type Evolutions, from } from "./evolution.ts";

type AnswerFactType = "replied" | "delivered" | "deliveryOverdue" | "closed";

export const answerEvolutions: Evolutions<AnswerFactType> = {
  replied: from(["handling"], (c, { stepNo, unit, staff, letter }, { at }) => {
    const author = { unit, staff };
    return {
      ...common(c),
      status: "delivering",
      stepNo: stepNo + 1,
      responsible: author,
      answeredAt: at,
      answeredBy: author,
      ownersUnit: c.ownersUnit,
      level: c.level,
      letter,
    };
  }),
  delivered: from(["delivering"], (c, { how, on }, { at }) => {
    const { answeredAt, answeredBy, level, letter } = c;
    return { ...common(c), answeredAt, answeredBy, level, letter, status: "window", delivery: { at, how, on } };
  }),
  deliveryOverdue: from(["delivering"], (c) => c),
  closed: from(["window"], (c, { how, outcome }, { at }) => ({
    ...common(c),
    status: "closed",
    closedAt: at,
    how,
    outcome,
    letter: c.letter,
  })),
};
