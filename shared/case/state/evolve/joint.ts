import { goingStates } from "#case/state/case.ts";
import { isOpenToOthers, isSignatory, joinableStates, jointOf } from "#case/state/joint.ts";
import { broken, type Evolutions, from } from "./evolution.ts";

export const jointEvolutions: Evolutions<"joiningOpened" | "joiningClosed" | "joined" | "left"> = {
  joiningOpened: from(joinableStates, (c, { opening }, event) => {
    const joint = jointOf(c);
    if (opening !== joint.openings + 1) throw broken(event, `it was opened ${joint.openings} times`);
    return { ...c, joint: { ...joint, openings: opening, isOpen: true } };
  }),
  joiningClosed: from(goingStates, (c, _, event) => {
    if (!isOpenToOthers(c)) throw broken(event, "it is not open to others");
    const { isOpen: _open, ...joint } = jointOf(c);
    return { ...c, joint };
  }),
  joined: from(joinableStates, (c, { signatory }, event) => {
    const joint = jointOf(c);
    if (!isOpenToOthers(c) || signatory !== joint.joined + 1) throw broken(event, `${joint.joined} have joined`);
    return { ...c, joint: { ...joint, joined: signatory } };
  }),
  left: from(goingStates, (c, { signatory }, event) => {
    if (!isSignatory(c, signatory)) throw broken(event, "they are not in it");
    const joint = jointOf(c);
    return { ...c, joint: { ...joint, left: [...joint.left, signatory] } };
  }),
};
