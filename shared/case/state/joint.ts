import type { Case } from "./case.ts";

/** The states in which others may join: as long as nothing is agreed and no answer is written. */
export const joinableStates = ["registered", "screening", "accepted", "handling"] as const satisfies Case["status"][];

/** What a petition has of being joint; none of it where it was never opened. */
export const jointOf = ({ joint }: Pick<Case, "joint">): NonNullable<Case["joint"]> =>
  joint ?? { openings: 0, joined: 0, left: [] };

/** How many others petition with whoever filed it. Who they are is nobody's to list. */
export const othersIn = (c: Pick<Case, "joint">): number => {
  const { joined, left } = jointOf(c);
  return joined - left.length;
};

/** 联系人: how many a petition has at most, whoever filed it being the first (《信访工作条例》 Art. 20: 代表 of no more than five). */
export const mostContactPersons = 5;

/** How many may say at a time that they are ready to be one: whoever filed it reads who they are. */
export const mostReady = 10;

/** Who of those who have joined is a contact person now, by number. */
export const contactPersonsIn = (c: Pick<Case, "joint">): readonly number[] => jointOf(c).contactPersons ?? [];

/** 愿意接手: which of the contact persons would take it over from whoever filed it. */
export const successorsIn = (c: Pick<Case, "joint">): readonly number[] => jointOf(c).successors ?? [];

/** Who is ready to be one, and is none yet. */
export const readyIn = (c: Pick<Case, "joint">): readonly number[] => jointOf(c).ready ?? [];

/** Whether it has as many as it may. */
export const hasAllContactPersons = (c: Pick<Case, "joint">): boolean =>
  contactPersonsIn(c).length + 1 >= mostContactPersons;

/** Whether others can join with the code of an opening. Whether it is too late for that, the state says. */
export const isOpenToOthers = (c: Pick<Case, "joint">): boolean => jointOf(c).isOpen === true;

/** Whether somebody who has joined petitions with the others now. */
export const isSignatory = (c: Pick<Case, "joint">, signatory: number): boolean => {
  const { joined, left } = jointOf(c);
  return signatory <= joined && !left.includes(signatory);
};
