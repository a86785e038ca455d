import type { Case } from "#case/state/case.ts";
import {
  type Decision,
  handlingClock,
  happened,
  nothingToDo,
  refuse,
  startPeriod,
  stop,
} from "#case/state/decision.ts";
import { stepDue } from "#case/state/due.ts";
import type { World } from "#case/state/world.ts";
import { districtDate } from "#clock/period.ts";
import { clockRule } from "#directory/rules.ts";

const by = { kind: "petitioner" } as const;

/** The petitioner confirms: only now the matter counts as settled, and the case ends. */
export const confirmSettlement = (c: Case): Decision =>
  c.status === "handling" && c.settlement !== undefined
    ? happened(
        by,
        { type: "settlementConfirmed", stepNo: c.stepNo },
        [stop(c.clock), stop(handlingClock)],
        [
          { kind: "signal", stepNo: c.stepNo, outcome: "settled" },
          { kind: "newsMail", news: "closed" },
        ],
      )
    : refuse("noSettlementPending");

/** The petitioner says that it is not settled: the step goes on, and its owner is told. */
export const declineSettlement = (c: Case, reason: string): Decision =>
  c.status === "handling" && c.settlement !== undefined
    ? happened(
        by,
        { type: "settlementDeclined", stepNo: c.stepNo, reason },
        [],
        [
          {
            kind: "taskMail",
            to: c.owner,
            ask: "settlementDeclined",
            stepNo: c.stepNo,
            assignment: c.assignment,
            lastDay: stepDue(c).lastDay,
          },
        ],
      )
    : refuse("noSettlementPending");

/** Opening the answer with the query code is its delivery; the 30 days for review begin (Art. 35). */
export const openAnswer = (c: Case, world: World): Decision => {
  if (c.status !== "answered" || c.delivery !== undefined) return nothingToDo;
  const review = startPeriod(c, "review", clockRule(world.directory, c, "review"), world.now, world);
  return happened(by, { type: "delivered", how: "opened", on: districtDate(world.now) }, [stop(c.clock), review]);
};
