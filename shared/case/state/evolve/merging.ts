import type * as z from "zod";
import type { Case, In } from "#case/state/case.ts";
import type { mergingFacts } from "#case/state/facts/merging.ts";
import { periodRunning } from "#case/state/running.ts";
import type { CaseId } from "#ground/ids.ts";
import { alone, common, type Evolutions, from, owed } from "./evolution.ts";
import { backOf } from "./withdrawal.ts";

type MergingFactType = z.infer<(typeof mergingFacts)[number]>["type"];

/** The case with other petitions that are handled with it; a case that has none says nothing of them. */
const leading = (c: In<"accepted" | "handling">, members: CaseId[]): Case => {
  const { members: _, ...rest } = c;
  return members.length === 0 ? rest : { ...rest, members };
};

export const mergingEvolutions: Evolutions<MergingFactType> = {
  merged: from(["accepted", "handling"], (c, { lead, asks }, { at }) => ({
    ...common(c),
    ...owed(c),
    status: "merged",
    mergedAt: at,
    lead,
    asks,
    back: backOf(c),
  })),
  unmerged: from(["merged"], (c, { to, epoch }) => {
    const { isNew, isAnew } = c.back;
    return {
      ...common(c),
      ...owed(c),
      epoch,
      status: "accepted",
      goingTo: to,
      sentBy: "person",
      isNew,
      ...(isAnew && { isAnew }),
    };
  }),
  repliedWithLead: from(
    ["merged"],
    (c, { unit, staff, ownersUnit, level, letter, entrusted, hands, epoch }, { at }) => {
      const author = { unit, staff };
      const { owners, ...merged } = alone(c);
      return {
        ...merged,
        // Who worked on the one that leads is known, or nobody is.
        ...(hands !== undefined && owners !== undefined && { owners }),
        answeredIn: periodRunning(c, "handling"),
        epoch,
        stepNo: c.stepNo + 1,
        status: "delivering",
        responsible: author,
        answeredAt: at,
        answeredBy: author,
        ownersUnit,
        level,
        letter,
        ...(entrusted && { promised: entrusted }),
      };
    },
  ),
  extendedWithLead: from(["merged"], (c) => ({ ...c, extensionDecided: "approved" })),
  leadChanged: from(["merged"], (c, { lead, asks }) => ({ ...c, lead, asks })),
  memberMerged: from(["accepted", "handling"], (c, { member }) => leading(c, [...(c.members ?? []), member])),
  memberLeft: from(["accepted", "handling"], (c, { member }) =>
    leading(
      c,
      (c.members ?? []).filter((one) => one !== member),
    ),
  ),
  memberBrought: from(["accepted", "handling"], (c) => c),
  leadPassed: from(["withdrawing"], (c, { to }) => ({ ...c, leadPassedTo: to })),
};
