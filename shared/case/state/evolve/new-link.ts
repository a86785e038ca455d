import { answeredStates, type Case, openStates } from "#case/state/case.ts";
import { leadParts } from "#case/state/lead.ts";
import { mailedLately } from "#case/state/link-of.ts";
import type { Renewal } from "#case/state/renewal.ts";
import { wordTold } from "#case/state/standing.ts";
import { isSupervisionTurn } from "#case/state/supervising.ts";
import { sameTurn } from "#case/state/turn.ts";
import type { Instant } from "#ground/instant.ts";
import { type EventOf, type Evolutions, from } from "./evolution.ts";

const renewalBy = (
  c: Case,
  { staff, stepNo, assignment, issue }: EventOf<"linkRenewed">["fact"],
  at: Instant,
): Renewal => {
  const turn = { staff, stepNo, assignment };
  return { ...turn, issue, mailedAt: [...mailedLately(c, turn, at), at] };
};

/** Of a turn at the present step. */
const atStep = from<
  "screening" | "handling" | "performing" | "transferring" | "delivering" | "window" | "closed",
  "linkRenewed"
>([...openStates, ...answeredStates, "closed"], (c, fact, { at }) => {
  const others = c.renewals?.filter((one) => !sameTurn(one, fact)) ?? [];
  return { ...c, renewals: [...others, renewalBy(c, fact, at)] };
});

export const newLinkEvolutions: Evolutions<"linkRenewed"> = {
  linkRenewed: (c, event) => {
    const { fact, at } = event;
    const open = c && wordTold(c);
    // A leader in charge, and those whom they have instructed, keep their turns in whatever state the case is next.
    if (c !== undefined && leadParts(c).some((part) => sameTurn(part, fact))) {
      const others = c.leadRenewals?.filter((one) => !sameTurn(one, fact)) ?? [];
      return { ...c, leadRenewals: [...others, renewalBy(c, fact, at)] };
    }
    const isConfidants = open !== undefined && sameTurn({ ...open, staff: open.confidant.staff }, fact);
    if (c?.supervision?.open !== undefined && isSupervisionTurn(c, fact)) {
      const { renewals = [], ...rest } = c.supervision.open;
      const others = renewals.filter((one) => !sameTurn(one, fact));
      return {
        ...c,
        supervision: { ...c.supervision, open: { ...rest, renewals: [...others, renewalBy(c, fact, at)] } },
      };
    }
    if (c?.pressed === undefined || !isConfidants) return atStep(c, event);
    // Whoever was told that a petitioner was pressed has their turn in whatever state the case is, and keeps it in the next.
    return { ...c, pressed: { ...c.pressed, open: { ...open, renewal: renewalBy(c, fact, at) } } };
  },
};
