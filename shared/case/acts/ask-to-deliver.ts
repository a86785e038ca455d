import type { Actor } from "#case/state/actor.ts";
import type { Case, In } from "#case/state/case.ts";
import { type Decision, type EventOfRing, nothingToDo } from "#case/state/decision.ts";
import type { Message } from "#case/state/message.ts";
import { lastDayOf } from "#case/state/running.ts";
import { deliveryTurn } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import { standInForLetter } from "./stand-in.ts";

/**
 * The letter is somebody's to deliver from now on, while there is time: its author's, or who stands in. One mail tells them;
 * from then on it stands on their morning list.
 */
export const askToDeliver = (
  c: In<"delivering">,
  why: "notMailed" | "unopened",
  by: Actor,
  world: World,
): EventOfRing[] => {
  const turn = deliveryTurn(c);
  const passed = standInForLetter(c, turn, { by }, world);
  const { staff, stepNo, assignment } = turn;
  const lastDay = lastDayOf(c, "delivery");
  const now = passed.map(({ fact }) => (fact.type === "reassigned" ? fact.to : staff)).at(-1) ?? staff;
  const mail: Message = { kind: "taskMail", to: staff, ask: "deliver", stepNo, assignment, lastDay };
  // Whoever has just taken it over was mailed the task with that.
  const messages = passed.length > 0 ? [] : [mail];
  return [...passed, { by, fact: { type: "deliveryAsked", why, to: now, lastDay }, messages }];
};

/** No mail tells the petitioner that the answer is there. @param stepNo the number of the delivery that it was about */
export const answerNotMailed = (c: Case, stepNo: number, world: World): Decision => {
  if (c.status !== "delivering" || c.stepNo !== stepNo || c.deliveryAskedAt !== undefined) return nothingToDo;
  const by = { kind: "policy", version: world.directory.policy.version } as const;
  return { events: askToDeliver(c, "notMailed", by, world).map((event) => ({ ...event, clocks: [] })) };
};
