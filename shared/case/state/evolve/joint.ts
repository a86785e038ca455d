import { agentsNamed } from "#case/state/agent.ts";
import { type Case, goingStates } from "#case/state/case.ts";
import { isOpenToOthers, isSignatory, joinableStates, jointOf, successorsIn } from "#case/state/joint.ts";
import { broken, type Evolutions, from } from "./evolution.ts";

type FactOfJoining =
  | "joiningOpened"
  | "joiningClosed"
  | "joined"
  | "left"
  | "contactPersonReady"
  | "contactPersonNamed"
  | "contactPersonEnded"
  | "takeOverReady"
  | "handedOver";
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
const without = (
  { ready = [], contactPersons = [], successors = [], ...joint }: JointState,
  signatory: number,
): JointState => {
  const others = successors.filter((n) => n !== signatory);
  return withContactPersons(
    { ...joint, ...(others.length > 0 && { successors: others }) },
    ready.filter((n) => n !== signatory),
    contactPersons.filter((n) => n !== signatory),
  );
};

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
  takeOverReady: from(goingStates, (c, { signatory }, event) => {
    const joint = jointOf(c);
    const { contactPersons = [], successors = [] } = joint;
    if (!contactPersons.includes(signatory) || successors.includes(signatory)) {
      throw broken(event, "they are no contact person, or ready already");
    }
    return { ...c, joint: { ...joint, successors: [...successors, signatory] } };
  }),
  handedOver: from(joinableStates, (c, { to, former, address }, event) => {
    const before = jointOf(c);
    if (!successorsIn(c).includes(to) || former !== before.joined + 1) {
      throw broken(event, `no. ${to} does not take it over, or ${before.joined} have joined`);
    }
    const { left, ...joint } = without(before, to);
    const { unnamed: _, postal: __, ...others } = c;
    return {
      ...others,
      codes: (c.codes ?? 1) + 1,
      addresses: address,
      ...(agentsNamed(c) > 0 && { agents: { named: agentsNamed(c), now: [] } }),
      joint: { ...joint, joined: former, left: [...left, to], agentsBefore: agentsNamed(c) },
    };
  }),
};
