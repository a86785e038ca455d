import * as z from "zod";
import { prose } from "#case/forms/form-text.ts";
import { barring, barringUnit } from "#case/state/barred.ts";
import type { In } from "#case/state/case.ts";
import { type Decision, happened, refuse, startTransit, stepClocks, stopped } from "#case/state/decision.ts";
import { stepDue } from "#case/state/due.ts";
import type { RecusalLetter } from "#case/state/facts/recusal.ts";
import { isHandsOff } from "#case/state/hands-off.ts";
import { routeFor } from "#case/state/route-for.ts";
import { isRecusing, type Recusing } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import { isAnybodyLeft } from "#directory/routing.ts";
import type { UnitId } from "#ground/ids.ts";
import { type Level, levelAbove } from "#ground/levels.ts";
import { act } from "./act.ts";
import { issue } from "./issue.ts";
import { looksAtLead } from "./lead-clock.ts";
import { aboutWithout } from "./recusal-watch.ts";
import { standIn } from "./stand-in.ts";
import { tellsHolder } from "./tells-holder.ts";
import { unitNamed } from "./unit-named.ts";

/** What it rests on. */
const article = { zh: "《信访工作条例》第二十八条第三款", en: "Regulations on Petition Work, Art. 28(3)" };

const byJudge = ({ recusal }: Recusing) => ({ kind: "staff", id: recusal.decider.staff }) as const;

/** 回避决定. @param responsible the unit that has the matter from then on */
const letterOf = (
  c: Recusing,
  decision: RecusalLetter["decision"],
  responsible: UnitId,
  world: World,
): RecusalLetter => {
  const { directory } = world;
  const { whom, why, askedOn, decider } = c.recusal;
  return issue(
    "recusal",
    c,
    decider.unit,
    {
      ...{ askedOn, whom: whom.is, why, decision, article },
      unit: unitNamed(c.unit, directory).name,
      decidedBy: unitNamed(decider.unit, directory).name,
      responsible: unitNamed(responsible, directory),
    },
    world,
  );
};

const news = { kind: "newsMail", news: "recusalDecided" } as const;

/** Whoever has the step is out at once, as if they had stepped aside: it passes to whom it falls to without them. */
const grantedOfHandler = (c: Recusing, world: World): Decision => {
  const { whom } = c.recusal;
  if (whom.is !== "handler") return refuse("movedOn");
  const letter = letterOf(c, { is: "granted" }, c.unit, world);
  const { recusal: _, ...decided } = c;
  const occasion = { by: { kind: "policy", version: world.directory.policy.version } } as const;
  const hasStep = c.owner === whom.staff;
  const passed = hasStep ? standIn(barring(decided, whom.staff), occasion, world).events : [];
  const fact = { type: "recusalDecided", stepNo: c.stepNo, whom, letter } as const;
  return {
    events: [
      ...passed.map((event) => ({ ...event, clocks: [] })),
      // What somebody did is the last event of it: the one that uses their link up.
      { by: byJudge(c), fact, clocks: stopped(c, ["recusalDecision"]), messages: [news] },
    ],
  };
};

/** Where the case goes without the unit that has it: to the same level where another unit is there for it, or to one above. */
const whereWithout = (c: In<"handling">, unit: UnitId, world: World): { level: Level; unit: UnitId } | undefined => {
  const without = barringUnit(c, unit);
  for (let level: Level | undefined = c.level; level !== undefined; level = levelAbove(level)) {
    const route = routeFor(without, level, world);
    if (route.kind === "routed") return { level, unit: route.unit };
  }
  return undefined;
};

/** The step of the unit ends, and a new one with its whole time begins at another unit. */
const grantedOfUnit = (c: Recusing, world: World): Decision => {
  const { whom } = c.recusal;
  if (whom.is !== "unit") return refuse("movedOn");
  const next = whereWithout(c, whom.unit, world);
  if (next === undefined) return refuse("nobodyElse");
  const { stepNo, level } = c;
  const letter = letterOf(c, { is: "granted" }, next.unit, world);
  return happened(
    byJudge(c),
    { type: "unitRecused", stepNo, level, unit: whom.unit, goingTo: next.level, letter },
    [...stopped(c, [...stepClocks, "recusalDecision"]), startTransit(c, world)],
    [{ kind: "signal", stepNo, outcome: "sentOn", startAt: next.level }, news],
  );
};

/** 回避决定: whoever decides on what the petitioner asks, beside the step. */
export const recusalDecisionActs = {
  grantRecusal: act({
    form: z.strictObject({}),
    role: "judge",
    at: ["handling"],
    turn: "ends",
    whyNot: (c, { directory }) =>
      isRecusing(c) && !isAnybodyLeft(directory, aboutWithout(c, c.recusal.whom)) ? "nobodyElse" : undefined,
    decide: (c, _, world) => {
      if (!isRecusing(c)) return refuse("movedOn");
      const granted = c.recusal.whom.is === "handler" ? grantedOfHandler(c, world) : grantedOfUnit(c, world);
      return looksAtLead(c, aboutWithout(c, c.recusal.whom), granted, world);
    },
  }),

  /** For a reason, which the letter gives; everybody goes on. */
  refuseRecusal: act({
    form: z.strictObject({ reason: prose("reason") }),
    role: "judge",
    at: ["handling"],
    turn: "ends",
    decide: (c, { reason }, world) => {
      if (!isRecusing(c)) return refuse("movedOn");
      const { stepNo, owner: staff, ownersUnit: unit } = c;
      const letter = letterOf(c, { is: "refused", reason }, c.unit, world);
      const rested = isHandsOff(c, { staff, unit, role: "owner" });
      return happened(
        byJudge(c),
        { type: "recusalDecided", stepNo, whom: c.recusal.whom, letter },
        stopped(c, ["recusalDecision"]),
        [...(rested ? tellsHolder(c, "recusalRefused", stepDue(c).lastDay) : []), news],
      );
    },
  }),
};
