import { answeredStates, openStates } from "#case/state/case.ts";
import { mailedLately } from "#case/state/link-of.ts";
import { sameTurn } from "#case/state/turn.ts";
import { type Evolutions, from } from "./evolution.ts";

export const newLinkEvolutions: Evolutions<"linkRenewed"> = {
  linkRenewed: from([...openStates, ...answeredStates], (c, { staff, stepNo, assignment, issue }, { at }) => {
    const turn = { staff, stepNo, assignment };
    const others = c.renewals?.filter((one) => !sameTurn(one, turn)) ?? [];
    return { ...c, renewals: [...others, { ...turn, issue, mailedAt: [...mailedLately(c, turn, at), at] }] };
  }),
};
