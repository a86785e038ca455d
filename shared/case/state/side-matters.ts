import { type Case, hasEnded, type In, isAnswered, type SideMatterName } from "./case.ts";
import type { Fact } from "./event.ts";
import type { Assist } from "./facts/assistance.ts";
import type { Meeting } from "./facts/meeting.ts";
import { followUpParts } from "./follow-up.ts";
import { leadParts } from "./lead.ts";
import { promiseParts } from "./promise.ts";
import { isUnderReview } from "./review.ts";
import { supervisionOpen, supervisionParts } from "./supervising.ts";
import type { HeldPart, Role } from "./turn.ts";

/** What can be open beside the owner's own work on a step. */
type SideMatter<Name extends SideMatterName> = {
  /** Whose turns it opens beside the owner's; nobody's of the office when it waits for the petitioner. */
  parts: (c: In<"handling">, open: NonNullable<In<"handling">[Name]>) => HeldPart[];
  /** The fact that says that it is over without anybody's word; none where nothing of it is open any more. */
  lapse: (c: In<"handling">, endedBy: Fact["type"], open: NonNullable<In<"handling">[Name]>) => Fact | undefined;
  /** What ends it so, besides the end of its step. */
  lapsesWith: readonly Fact["type"][];
  /** What ends it by somebody's word, though its step ends with that too. */
  decidedBy: readonly Fact["type"][];
};

/** Those of what was asked of other units that wait for an answer. */
export const openAssists = (assists: readonly Assist[] = []): Assist[] =>
  assists.filter(({ over }) => over === undefined);

/** Those to which something is owed still: whoever only has minutes to read owes nothing. */
export const owedAssists = (assists: readonly Assist[] = []): Assist[] =>
  openAssists(assists).filter(({ met }) => met === undefined);

/** 会商: the meeting that is called and has not met. */
export const meetingCalled = (meetings: readonly Meeting[] = []): Meeting | undefined =>
  meetings.find(({ minutes, calledOff }) => minutes === undefined && calledOff === undefined);

/** A row for everything that a step can have beside it, in the order in which lapsing is recorded. */
const sideMatters: { readonly [Name in SideMatterName]: SideMatter<Name> } = {
  /** 延期: the head's turn; too late once the step is over, or the time set by law. */
  extension: {
    parts: ({ stepNo }, { head, assignment }) => [{ ...head, stepNo, assignment, role: "head" }],
    lapse: ({ stepNo }, endedBy) => {
      const how = endedBy === "settlementAgreed" ? "notNeeded" : "tooLate";
      return { type: "extensionRefused", stepNo, how };
    },
    lapsesWith: ["statutoryOverdue", "settlementAgreed"],
    decidedBy: [],
  },
  /** 异议: the bureau's turn; without object once the step is over, or its matter is settled. */
  objection: {
    parts: ({ stepNo }, { decider, assignment }) => [{ ...decider, stepNo, assignment, role: "sender" }],
    lapse: ({ stepNo }) => ({ type: "objectionLapsed", stepNo }),
    lapsesWith: ["settlementAgreed"],
    decidedBy: ["objectionUpheld"],
  },
  /** 提请转送、导入: the bureau's turn; without object once the step is over, or its matter is settled. */
  otherWay: {
    parts: ({ stepNo }, { decider, assignment }) => [{ ...decider, stepNo, assignment, role: "consenter" }],
    lapse: ({ stepNo }) => ({ type: "otherWayLapsed", stepNo }),
    lapsesWith: ["settlementAgreed"],
    decidedBy: ["transferAgreed", "guidanceAgreed"],
  },
  /** 申请回避: the judge's turn; without object once the step is over, its matter is settled, or whom it means has stepped aside. */
  recusal: {
    parts: ({ stepNo }, { decider, assignment }) => [{ ...decider, stepNo, assignment, role: "judge" }],
    lapse: ({ stepNo }, endedBy, { whom }) => {
      if (endedBy === "recused") {
        return whom.is === "handler" ? { type: "recusalLapsed", stepNo, how: "steppedAside" } : undefined;
      }
      return { type: "recusalLapsed", stepNo, how: endedBy === "settlementAgreed" ? "settled" : "stepOver" };
    },
    lapsesWith: ["settlementAgreed", "recused"],
    decidedBy: ["unitRecused"],
  },
  /** 申请紧急: the bureau's turn; without object once the step is over, its matter is settled, or the case is urgent. */
  hurry: {
    parts: ({ stepNo }, { decider, assignment }) => [{ ...decider, stepNo, assignment, role: "triage" }],
    lapse: ({ stepNo }, endedBy) => {
      const ended = { settlementAgreed: "settled", markedUrgent: "marked" } as const;
      const how = endedBy === "settlementAgreed" || endedBy === "markedUrgent" ? ended[endedBy] : "stepOver";
      return { type: "urgencyLapsed", stepNo, how };
    },
    lapsesWith: ["settlementAgreed", "markedUrgent"],
    decidedBy: [],
  },
  /** 协办: a turn for each unit that has not answered; without object once the step is over, or its matter is settled. */
  assists: {
    parts: ({ stepNo }, assists) =>
      openAssists(assists).map(({ as, holder, assignment }) => {
        const role: Role = as ?? "assistant";
        return { ...holder, stepNo, assignment, role };
      }),
    lapse: ({ stepNo }, _, assists) => {
      const units = openAssists(assists).flatMap(({ as, unit }) => (as === undefined ? [unit] : []));
      return units.length === 0 ? undefined : { type: "assistanceLapsed", stepNo, units };
    },
    lapsesWith: ["settlementAgreed"],
    decidedBy: [],
  },
  /** 会商: its turns are among those of the units that are asked; over with the step, whether it has met or not. */
  meetings: {
    parts: () => [],
    lapse: ({ stepNo, assists }, _, meetings) => {
      const on = meetingCalled(meetings)?.on;
      const undone = openAssists(assists).flatMap(({ as, unit }) => (as === "charged" ? [unit] : []));
      return on === undefined && undone.length === 0
        ? undefined
        : { type: "meetingLapsed", stepNo, ...(on !== undefined && { on }), undone };
    },
    lapsesWith: ["settlementAgreed"],
    decidedBy: [],
  },
  /** 信访局会商: the turn of whoever calls meetings for the bureau. What they had called lapses as a meeting. */
  convening: {
    parts: ({ stepNo }, { convener, assignment }) => [{ ...convener, stepNo, assignment, role: "convener" }],
    lapse: () => undefined,
    lapsesWith: [],
    decidedBy: [],
  },
  /** 补正: nobody of the office has a turn by it; without object once the step is over, or its matter is settled. */
  material: {
    parts: () => [],
    lapse: ({ stepNo }, _, { over }) => (over === undefined ? { type: "materialLapsed", stepNo } : undefined),
    // An urgent case waits for nothing.
    lapsesWith: ["settlementAgreed", "markedUrgent"],
    decidedBy: [],
  },
  /** 化解: lapses with its step, unless the petitioner's own word has ended both. */
  settlement: {
    parts: () => [],
    lapse: ({ stepNo }) => ({ type: "settlementLapsed", stepNo }),
    lapsesWith: [],
    decidedBy: ["settlementConfirmed"],
  },
};

/** What is open beside the owner's work, ready to be asked. */
type OpenMatter = Pick<SideMatter<SideMatterName>, "lapsesWith" | "decidedBy"> & {
  /** It goes with the case, and not with its step. */
  outlivesStep?: true;
  parts: HeldPart[];
  lapse: (endedBy: Fact["type"]) => Fact | undefined;
};

const opened = <Name extends SideMatterName>(c: In<"handling">, name: Name): OpenMatter[] => {
  const open = c[name];
  if (open === undefined) return [];
  const { parts, lapse, lapsesWith, decidedBy } = sideMatters[name];
  return [{ parts: parts(c, open), lapse: (endedBy) => lapse(c, endedBy, open), lapsesWith, decidedBy }];
};

/**
 * 撤回是否自愿: the turn of whoever of the bureau was told. It goes with the case from step to step, and is without object only
 * where that ends in another way than by the withdrawal, which waits for its answer.
 */
const wordMatter = (c: Case): OpenMatter[] => {
  const open = hasEnded(c) ? undefined : c.pressed?.open;
  if (open === undefined) return [];
  const { stepNo, assignment, confidant } = open;
  return [
    {
      parts: [{ ...confidant, stepNo, assignment, role: "confidant" }],
      lapse: () => ({ type: "pressureLapsed", stepNo }),
      lapsesWith: ["notAccepted", "refusalUpheld", "guided", "transferReceived", "settlementConfirmed", "closed"],
      decidedBy: [],
      outlivesStep: true,
    },
  ];
};

/** 承诺: the turns of what a letter has promised. The case stays open until all of it is over, so that nothing of it lapses. */
const promiseMatter = (c: Case): OpenMatter[] =>
  isAnswered(c) && c.promised !== undefined
    ? [{ parts: promiseParts(c), lapse: () => undefined, lapsesWith: [], decidedBy: [], outlivesStep: true }]
    : [];

/** 回访: the turn of whoever calls, once the case has ended; without object where its petitioner reopens it. */
const followUpMatter = (c: Case): OpenMatter[] => {
  const parts = followUpParts(c);
  return parts.length === 0
    ? []
    : [
        {
          parts,
          lapse: () => ({ type: "followUpOver", stepNo: c.stepNo, how: "lapsed" }),
          lapsesWith: ["settlementReopened"],
          decidedBy: [],
          outlivesStep: true,
        },
      ];
};
/** 领导包案、批示: they go with the case from step to step, and end with it without a fact of their own. */
const leadMatter = (c: Case): OpenMatter[] => [
  { parts: leadParts(c), lapse: () => undefined, lapsesWith: [], decidedBy: [], outlivesStep: true },
];

/**
 * 督办: the turns of whoever decides for the bureau, or answers for the unit. It ends with the case, in whatever way that ends, and
 * where the unit has no part in the case any more, or it is handled in another one.
 */
const supervisionMatter = (c: Case): OpenMatter[] => {
  const open = supervisionOpen(c);
  if (open === undefined) return [];
  return [
    {
      parts: supervisionParts(open),
      lapse: (endedBy) => {
        const { stepNo } = c;
        if (endedBy === "merged") return { type: "supervisionOver", stepNo, how: "merged" };
        if (endedBy !== "unitRecused") return { type: "supervisionOver", stepNo, how: "caseEnded" };
        const whom = c.status === "handling" ? c.recusal?.whom : undefined;
        const isOut = (unit: string): boolean => whom?.is === "unit" && whom.unit === unit;
        return isOut(open.missed.unit) || open.turns.some(({ unit }) => isOut(unit))
          ? { type: "supervisionOver", stepNo, how: "recused" }
          : undefined;
      },
      lapsesWith: [
        "unitRecused",
        "merged",
        "notAccepted",
        "refusalUpheld",
        "guided",
        "guidanceAgreed",
        "transferReceived",
        "settlementConfirmed",
        "settlementUnconfirmed",
        "withdrawn",
        "closed",
      ],
      decidedBy: [],
      outlivesStep: true,
    },
  ];
};

/** 复查: the turn of whoever reviews the answer. Nothing but their word, or their body's, ends it. */
const reviewMatter = (c: Case): OpenMatter[] =>
  isUnderReview(c)
    ? [
        {
          parts: [{ ...c.review.reviewer, stepNo: c.stepNo, assignment: c.review.assignment, role: "reviewer" }],
          lapse: () => undefined,
          lapsesWith: [],
          decidedBy: [],
          outlivesStep: true,
        },
      ]
    : [];

/** All that is open beside the owner's work: on a step, and on the case as a whole. */
export const openMatters = (c: Case): OpenMatter[] => [
  ...(c.status === "handling"
    ? [
        ...opened(c, "extension"),
        ...opened(c, "objection"),
        ...opened(c, "otherWay"),
        ...opened(c, "recusal"),
        ...opened(c, "hurry"),
        ...opened(c, "assists"),
        ...opened(c, "meetings"),
        ...opened(c, "convening"),
        ...opened(c, "material"),
        ...opened(c, "settlement"),
      ]
    : []),
  ...promiseMatter(c),
  ...followUpMatter(c),
  ...supervisionMatter(c),
  ...reviewMatter(c),
  ...leadMatter(c),
  ...wordMatter(c),
];
