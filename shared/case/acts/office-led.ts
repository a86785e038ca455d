import type { Directory, Staff, Unit } from "#directory/directory.ts";
import type { StaffId } from "#ground/ids.ts";

/** The office that somebody heads as a leader of the district; `undefined` for anybody else. */
export const officeLedBy = (directory: Directory, id: StaffId): Unit | undefined =>
  directory.units.find(({ level, head }) => level === "leader" && head === id);

/** How petitioners are told of whoever heads an office of a leader: by name, and by the post, where the directory has that. */
export const leaderNamed = ({ name }: Staff, { post, name: office }: Unit) => ({ name, post: post ?? office });
