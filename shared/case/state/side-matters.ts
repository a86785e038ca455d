import type { Case, In, SideMatterName } from "./case.ts";
import type { Fact } from "./event.ts";
import type { HeldPart } from "./turn.ts";

/** What can be open beside the owner's own work on a step. */
type SideMatter<Name extends SideMatterName> = {
  /** Whose turn it opens beside the owner's; nobody's of the office when it waits for the petitioner. */
  part: (c: In<"handling">, open: NonNullable<In<"handling">[Name]>) => HeldPart | undefined;
  /** The fact that says that it is over without anybody's word. */
  lapse: (c: In<"handling">, endedBy: Fact["type"]) => Fact;
  /** What ends it so, besides the end of its step. */
  lapsesWith: readonly Fact["type"][];
  /** What ends it by somebody's word, though its step ends with that too. */
  decidedBy: readonly Fact["type"][];
};

/** A row for everything that a step can have beside it, in the order in which lapsing is recorded. */
const sideMatters: { readonly [Name in SideMatterName]: SideMatter<Name> } = {
  /** 延期: the head's turn; too late once the step is over, or the time set by law. */
  extension: {
    part: ({ stepNo }, { head, assignment }) => ({ ...head, stepNo, assignment, role: "head" }),
    lapse: ({ stepNo }, endedBy) => {
      const how = endedBy === "settlementAgreed" ? "notNeeded" : "tooLate";
      return { type: "extensionRefused", stepNo, how };
    },
    lapsesWith: ["statutoryOverdue", "settlementAgreed"],
    decidedBy: [],
  },
  /** 化解: lapses with its step, unless the petitioner's own word has ended both. */
  settlement: {
    part: () => undefined,
    lapse: ({ stepNo }) => ({ type: "settlementLapsed", stepNo }),
    lapsesWith: [],
    decidedBy: ["settlementConfirmed"],
  },
};

/** What is open beside the owner's work, ready to be asked. */
type OpenMatter = Pick<SideMatter<SideMatterName>, "lapsesWith" | "decidedBy"> & {
  part: HeldPart | undefined;
  lapse: (endedBy: Fact["type"]) => Fact;
};

const opened = <Name extends SideMatterName>(c: In<"handling">, name: Name): OpenMatter[] => {
  const open = c[name];
  if (open === undefined) return [];
  const { part, lapse, lapsesWith, decidedBy } = sideMatters[name];
  return [{ part: part(c, open), lapse: (endedBy) => lapse(c, endedBy), lapsesWith, decidedBy }];
};

/** All that is open beside the owner's work on a step. */
export const openMatters = (c: Case): OpenMatter[] =>
  c.status === "handling" ? [...opened(c, "extension"), ...opened(c, "settlement")] : [];
