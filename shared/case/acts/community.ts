import * as z from "zod";
import { line } from "#case/forms/form-text.ts";
import { happened, refuse } from "#case/state/decision.ts";
import type { Directory, Unit } from "#directory/directory.ts";
import { findUnits } from "#directory/finding.ts";
import type { UnitId } from "#ground/ids.ts";
import { act } from "./act.ts";
import { byOwner } from "./by-owner.ts";

/** Characters of a name with the township before it. */
const nameLength = 200;

/** Whether a text is the name of a community, or its township and its name. */
const isNamed = ({ name, parent }: Unit, townships: readonly Unit[], typed: string): boolean => {
  const above = townships.find(({ id }) => id === parent);
  return [name.zh, name.en].some((own) => {
    const before = typed.endsWith(own) ? typed.slice(0, -own.length).trim() : undefined;
    return (
      before === "" || (before !== undefined && [above?.name.zh, above?.name.en].some((of) => of?.includes(before)))
    );
  });
};

/**
 * The community that a text means: by its id, as a list gives it, by its whole name, with its township where others have
 * that name, or as the only one that fits what was typed. `undefined` where it may be several, or none.
 */
const communityMeant = (directory: Directory, typed: string): UnitId | undefined => {
  const communities = directory.units.filter(({ level }) => level === "community");
  const townships = directory.units.filter(({ level }) => level === "township");
  const listed = communities.find(({ id }) => id === typed);
  if (listed !== undefined) return listed.id;
  const [named, ...others] = communities.filter((unit) => isNamed(unit, townships, typed));
  if (named !== undefined) return others.length === 0 ? named.id : undefined;
  const { best, all } = findUnits(directory, { sought: typed, levels: ["community"], most: 1 });
  return all === 1 ? best[0]?.unit.id : undefined;
};

/** 确定社区. */
export const communityActs = {
  /** The bureau says where it happened. The time for its decision has run since registration, and runs on (Art. 22). */
  assignCommunity: act({
    form: z.strictObject({ community: line(nameLength) }),
    role: "owner",
    at: ["screening"],
    turn: "stays",
    whyNot: (c) => (c.community === undefined ? undefined : "communityKnown"),
    decide: (c, { community: typed }, { directory }) => {
      const community = communityMeant(directory, typed);
      return community === undefined
        ? refuse("communityUnclear")
        : happened(byOwner(c), { type: "communityAssigned", stepNo: c.stepNo, community });
    },
  }),
};
