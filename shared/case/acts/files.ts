import { coversScope, scopeOf } from "#case/state/agent.ts";
import type { AtStep } from "#case/state/attaching.ts";
import { type Case, isIn, takingStates } from "#case/state/case.ts";
import { type Decision, happened, nothingToDo, refuse } from "#case/state/decision.ts";
import type { NewEvent } from "#case/state/event.ts";
import {
  type CaseFile,
  type FileName,
  mostFiles,
  mostRefusedFiles,
  noFiles,
  type WhyNotFile,
} from "#case/state/facts/files.ts";
import type { Message } from "#case/state/message.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { World } from "#case/state/world.ts";
import { districtDate } from "#clock/period.ts";
import type { StaffId, UnitId } from "#ground/ids.ts";
import { attachmentCame } from "./attachments.ts";
import { broughtTo } from "./brought.ts";
import type { CameFile } from "./came-file.ts";
import { tellsHolder } from "./tells-holder.ts";
import { toLead } from "./to-merged.ts";

/** Who has entered something that came with a petition, and of which unit: whoever has registered it for its petitioner. */
export type EnteredBy = { by: StaffId; unit: UnitId };

/** What has become of what was sent under a name, as far as the case knows. */
export const fileNamed = (
  { files = noFiles }: Pick<Case, "files">,
  name: FileName,
): { kept: CaseFile } | { why: WhyNotFile } | undefined => {
  const kept = files.kept.find((file) => file.name === name);
  return kept === undefined ? files.refused.find((file) => file.name === name) : { kept };
};

/** Why nothing that somebody sends is taken, whatever it is. An agent takes the scope `file` for it. */
const whyNotFrom = (c: Case, agent: number | undefined): Refusal | undefined => {
  if (agent !== undefined) {
    const scope = scopeOf(c, agent);
    if (scope === undefined) return "agencyOver";
    if (!coversScope(scope, "file")) return "outsideScope";
  }
  if (!isIn(c, takingStates)) return "materialTooLate";
  return (c.files ?? noFiles).refused.length >= mostRefusedFiles ? "filesRefusedEnough" : undefined;
};

/** Why somebody may not send a file now: asked before they are given a form for it. @param agent which one asks, if one does */
export const whyNotFile = (c: Case, agent: number | undefined): Refusal | undefined =>
  whyNotFrom(c, agent) ?? ((c.files ?? noFiles).kept.length >= mostFiles ? "filesEnough" : undefined);

/**
 * 照片和 PDF 材料: what somebody was given a form for has arrived and was looked at. What arrives twice is there once; of
 * several that arrive at a moment the first ones are taken. One mail a day tells whoever has the case that there are some.
 * What came with a petition that was registered for somebody was received with it, on the day of that; whoever enters it
 * sees at once what is not taken, and nobody else is told.
 */
export const fileCame = (
  c: Case,
  {
    file,
    agent,
    entered,
    turn,
  }: { file: CameFile; agent: number | undefined; entered?: EnteredBy | undefined; turn?: AtStep },
  world: World,
): Decision => {
  if (turn !== undefined) return attachmentCame(c, file, turn, world);
  const { name } = file;
  if (fileNamed(c, name) !== undefined) return nothingToDo;
  const refusal = whyNotFrom(c, agent);
  if (refusal !== undefined) return refuse(refusal);
  const by: NewEvent["by"] =
    entered === undefined
      ? { kind: "petitioner", ...(agent !== undefined && { agent }) }
      : { kind: "staff", id: entered.by };
  const today = districtDate(world.now);
  const on = entered === undefined ? today : (c.receivedOn ?? today);
  const byAgent: Message[] = agent === undefined ? [] : [{ kind: "newsMail", news: "agentActed" }];
  const { kept } = c.files ?? noFiles;
  if ("why" in file || kept.length >= mostFiles) {
    const why = "why" in file ? file.why : "tooMany";
    const told: Message[] = entered === undefined ? [{ kind: "newsMail", news: "fileRefused" }] : [];
    return happened(by, { type: "fileRefused", name, why, on: today }, [], told);
  }
  const { kind, bytes, sha256 } = file;
  const { answers, clocks, lastDay } = broughtTo(c, world);
  const isNews = answers || kept.at(-1)?.on !== on;
  return happened(
    by,
    {
      ...{ type: "fileAdded", n: kept.length + 1, name, kind, bytes, sha256, on },
      ...(answers && { answers }),
      ...(entered !== undefined && { enteredBy: entered.unit }),
    },
    clocks,
    [...(isNews ? [...tellsHolder(c, "fileAdded", lastDay), ...toLead(c)] : []), ...byAgent],
  );
};
