import { type AtStep, attachableIn, attachedTo, attachmentNamed, whyNotAttach } from "#case/state/attaching.ts";
import { type Case, isIn } from "#case/state/case.ts";
import { type Decision, happened, nothingToDo, refuse } from "#case/state/decision.ts";
import { stepDue } from "#case/state/due.ts";
import type { Message } from "#case/state/message.ts";
import type { World } from "#case/state/world.ts";
import { districtDate } from "#clock/period.ts";
import type { CameFile } from "./came-file.ts";

/**
 * 协办附件: what an assisting unit was given a form for has arrived and was looked at. What arrives twice is there once. It
 * waits for no answer and no answer waits for it; who has asked reads it with the answer, and is mailed only where that was
 * given before, once a day. What arrives when the turn is another's, or the step is over, is nobody's any more.
 */
export const attachmentCame = (c: Case, file: CameFile, turn: AtStep, world: World): Decision => {
  const { name } = file;
  if (attachmentNamed(c, name) !== undefined) return nothingToDo;
  const assist = attachableIn(c, turn);
  if (assist === undefined || !isIn(c, ["handling"])) return refuse("movedOn");
  const { stepNo, owner } = c;
  const { n, unit, holder, over } = assist;
  const whyNot = whyNotAttach(c, { stepNo, n });
  if (whyNot === "refusedEnough") return refuse("filesRefusedEnough");
  const by = { kind: "staff", id: holder.staff } as const;
  const sent = { stepNo, asked: n, unit, name, on: districtDate(world.now) };
  if ("why" in file || whyNot !== undefined) {
    const why = "why" in file ? file.why : "tooMany";
    return happened(by, { type: "notAttached", ...sent, why });
  }
  const before = attachedTo(c, { stepNo, n });
  const isLate = over === "given";
  const isNews = isLate && owner !== holder.staff && !before.some(({ after, on: day }) => after && day === sent.on);
  const { lastDay } = stepDue(c);
  const told: Message[] = isNews
    ? [{ kind: "taskMail", to: owner, ask: "assisted", stepNo, assignment: c.assignment, lastDay }]
    : [];
  const { kind, bytes, sha256 } = file;
  return happened(
    by,
    {
      ...{ type: "attached", ...sent, n: before.length + 1, kind, bytes, sha256 },
      ...(isLate && { after: true }),
    },
    [],
    told,
  );
};
