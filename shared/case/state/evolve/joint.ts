import { type Case, goingStates } from "#case/state/case.ts";
import { isOpenToOthers, isSignatory, joinableStates, jointOf } from "#case/state/joint.ts";
import { broken, type Evolutions, from } from "./evolution.ts";

type FactOfJoining =
  | "joiningOpened"
  | "joiningClosed"
  | "joined"
  | "left"
  | "contactPersonReady"
  | "contactPersonNamed"
  | "contactPersonEnded";
type JointState = NonNullable<Case["joint"]>;

/** A joint petition with those who are ready to be contact persons, and those who are; an empty list is none. */
const withContactPersons = (
  { ready: _, contactPersons: __, ...joint }: JointState,
  ready: number[],
  contactPersons: number[],
): JointState => ({
  ...joint,
  ...(ready.length > 0 && { ready }),
  ...(contactPersons.length > 0 && { contactPersons }),
});

/** The same without one of them. */
const without = ({ ready = [], contactPersons = [], ...joint }: JointState, signatory: number): JointState =>
  withContactPersons(
    joint,
    ready.filter((n) => n !== signatory),
    contactPersons.filter((n) => n !== signatory),
  );

export const jointEvolutions: Evolutions<FactOfJoining> = {
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
    const joint = without(jointOf(c), signatory);
    return { ...c, joint: { ...joint, left: [...joint.left, signatory] } };
  }),
  contactPersonReady: from(goingStates, (c, { signatory }, event) => {
    const joint = jointOf(c);
    const { ready = [], contactPersons = [] } = joint;
    if (!isSignatory(c, signatory) || [...ready, ...contactPersons].includes(signatory)) {
      throw broken(event, "they are not in it, or ready already");
    }
    return { ...c, joint: withContactPersons(joint, [...ready, signatory], contactPersons) };
  }),
  contactPersonNamed: from(goingStates, (c, { signatory }, event) => {
    const joint = jointOf(c);
    const { ready = [], contactPersons = [] } = joint;
    if (!ready.includes(signatory)) throw broken(event, "they have not said that they are ready");
    return {
      ...c,
      joint: withContactPersons(
        joint,
        ready.filter((n) => n !== signatory),
        [...contactPersons, signatory],
      ),
    };
  }),
  contactPersonEnded: from(goingStates, (c, { signatory }) => ({ ...c, joint: without(jointOf(c), signatory) })),
};
