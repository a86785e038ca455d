import { describe, expect, test } from "vitest";
import * as z from "zod";
import { act } from "#case/acts/act.ts";
import { decide } from "#case/acts/decide.ts";
import { agentScopeOf, offeredToPetitioner, petitionerForms } from "#case/acts/every-petitioner-act.ts";
import type { PetitionerActName, PetitionerCommand } from "#case/acts/petitioner-acts.ts";
import { nothingToDo } from "#case/state/decision.ts";
import type { CaseEvent } from "#case/state/event.ts";
import { AgentScope } from "#case/state/facts/agent.ts";
import { eventSentence } from "#words/event-sentence.ts";
import { toOffice } from "#words/to-office.ts";
import { toPetitioners } from "#words/to-petitioners.ts";
import { petitionerProblemsInWords } from "../../fixtures/every-petitioner-door.ts";
import { directory } from "./district.ts";
import {
  confirmsAgent,
  filed,
  filedByAgent,
  hears,
  letter,
  namesAgent,
  promised,
  promisingLetter,
  type Story,
} from "./story.ts";

const open = () => filed("estate").opens().owner({ command: "reportUpward", reason: "T" }).opens();
const everything = AgentScope.options;
const byAgent = (act: PetitionerCommand, agent = 1) => ({ type: "petitioner", act, agent }) as const;
const revokes = (agent: number, saw?: number) =>
  ({ type: "petitioner", act: { command: "revokeAgent", agent: String(agent) }, ...(saw && { saw }) }) as const;

const reason = "窗户还没有修";
const promises = () => open().owner(promised("2026-03-09", "修好窗户"));
const agreed = () => promises().does({ type: "petitioner", act: { command: "agreeSettlement" } });
const asked = () => agreed().owner({ command: "reportPerformance", performed: "修好了" });
const doneAlready = () =>
  open().owner({ command: "proposeSettlement", terms: "修好窗户", done: "already", promisedFor: undefined });

const notAccepted = { command: "notAccept", ground: "court", where: undefined, explanation: reason } as const;

const ready = () =>
  open()
    .does({ type: "petitioner", act: { command: "openJoining" } })
    .does({ type: "join", opening: 1 })
    .does({ type: "stand", signatory: 1, ready: true });

/** A letter has promised two things, and one of them is reported as done. */
const keptSoFar = (): Story =>
  filed("wages")
    .opens()
    .owner({ command: "reply", ...promisingLetter })
    .does({ type: "petitioner", act: { command: "openAnswer" } })
    .part("promiser", { command: "reportPromise", performed: "已拆除" });

/** Each act of petitioners at a moment at which they themselves may do it. */
const moments: Record<PetitionerActName, { at: () => Story; act: PetitionerCommand }> = {
  agreeSettlement: { at: promises, act: { command: "agreeSettlement" } },
  declineSettlement: { at: promises, act: { command: "declineSettlement", reason } },
  confirmSettlement: { at: doneAlready, act: { command: "confirmSettlement" } },
  denyPerformance: { at: asked, act: { command: "denyPerformance", reason } },
  takeBackAgreement: { at: agreed, act: { command: "takeBackAgreement" } },
  reopenSettlement: {
    at: () => doneAlready().does({ type: "petitioner", act: { command: "confirmSettlement" } }),
    act: { command: "reopenSettlement" },
  },
  confirmPromise: { at: keptSoFar, act: { command: "confirmPromise", which: "1" } },
  denyPromise: { at: keptSoFar, act: { command: "denyPromise", which: "1", reason } },
  openAnswer: { at: () => open().owner({ command: "reply", ...letter }), act: { command: "openAnswer" } },
  addMaterial: { at: open, act: { command: "addMaterial", material: "照片上的日期是3月1日" } },
  correctContact: { at: open, act: { command: "correctContact", phone: "+8613900005678", dropEmail: "no" } },
  confirmAgent: { at: () => filedByAgent("estate").opens(), act: confirmsAgent(1).act },
  revokeAgent: { at: open, act: { command: "revokeAgent", agent: "1" } },
  nameAgent: { at: open, act: namesAgent(["follow"]).act },
  askReview: {
    at: () =>
      filed("wages")
        .opens()
        .owner({ command: "reply", ...letter })
        .does({ type: "petitioner", act: { command: "openAnswer" } }),
    act: { command: "askReview", reviewReasons: reason },
  },
  rate: {
    at: () =>
      open()
        .owner({ command: "reply", ...letter })
        .does({ type: "petitioner", act: { command: "openAnswer" } }),
    act: { command: "rate", bureauRating: "mostly", unitRating: "notSatisfied" },
  },
  openJoining: { at: open, act: { command: "openJoining" } },
  nameContactPerson: { at: () => ready(), act: { command: "nameContactPerson", signatory: "1" } },
  handOver: {
    at: () =>
      ready()
        .does({ type: "petitioner", act: { command: "nameContactPerson", signatory: "1" } })
        .does({ type: "stand", signatory: 1, ready: true, takesOver: true }),
    act: { command: "handOver", signatory: "1" },
  },
  endContactPerson: {
    at: () => ready().does({ type: "petitioner", act: { command: "nameContactPerson", signatory: "1" } }),
    act: { command: "endContactPerson", signatory: "1" },
  },
  closeJoining: {
    at: () => open().does({ type: "petitioner", act: { command: "openJoining" } }),
    act: { command: "closeJoining" },
  },
  handleAlone: {
    at: () => {
      const heard = open().owner(hears("2026-03-02T02:00:00.000Z"));
      const lead = { ...heard.state, id: "AH-2026-0002-k7m2p9x4c3vb" };
      return heard.does({ type: "mergeInto", by: "bureau-colleague", lead, asks: [1] });
    },
    act: { command: "handleAlone" },
  },
  askSupervision: {
    at: () => open().passes("2026-05-07T00:00:00.000Z", { opening: true }),
    act: { command: "askSupervision" },
  },
  urge: { at: open, act: { command: "urge" } },
  askUrgency: { at: open, act: { command: "askUrgency", urgentGround: "worsening", reason } },
  askRecusal: {
    at: open,
    act: { command: "askRecusal", recusalOf: "handler", recusalGround: "relative", reason },
  },
  withdraw: { at: open, act: { command: "withdraw", understood: "yes" } },
  askReconsideration: {
    at: () => filed("land").opens().owner(notAccepted),
    act: { command: "askReconsideration", reason },
  },
  tellPressure: {
    at: () => open().does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } }),
    act: { command: "tellPressure", pressure: "有人劝我撤回" },
  },
  undoWithdrawal: {
    at: () => open().does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } }),
    act: { command: "undoWithdrawal" },
  },
};

/** The same with an agent of some scope, named before the case may have ended. */
const withAgent = (name: PetitionerActName, scope: readonly AgentScope[]): Story => {
  const { at } = moments[name];
  const named = (story: Story) => story.does(namesAgent(scope));
  if (name === "askReconsideration") return named(filed("land").opens()).owner(notAccepted);
  return name === "reopenSettlement"
    ? named(doneAlready()).does({ type: "petitioner", act: { command: "confirmSettlement" } })
    : named(at());
};

const sentence = (
  event: CaseEvent,
  lang: "zh" | "en",
  audience: typeof toOffice,
  agents?: { n: number; name: string }[],
) => eventSentence(event, { directory, petition: undefined, agents }, lang, audience, "2026-03-02");

/** The last thing that a petitioner's act, or their agent's, brought about. */
const broughtBy = (story: Story): CaseEvent => {
  const event = story.events.findLast(({ by }) => by.kind === "petitioner");
  if (event === undefined) throw new Error("The petitioner did nothing");
  return event;
};

describe("what an agent may do for a petitioner", () => {
  const cells = petitionerForms.names.flatMap((name) =>
    everything.map((scope) => [name, scope, agentScopeOf(name) === scope ? "may" : "may not"] as const),
  );

  test.each(cells)("%s with the scope %s: %s", (name, scope, allowed) => {
    const story = withAgent(name, [scope]);
    const offered = offeredToPetitioner(story.state, story.world, 1).includes(name);
    const { act } = moments[name];
    if (allowed === "may") {
      expect(offered).toBe(true);
      expect(broughtBy(story.does(byAgent(act))).by).toMatchObject({ kind: "petitioner", agent: 1 });
    } else {
      expect(offered).toBe(false);
      const hasEndedBefore = name === "reopenSettlement" || name === "askReconsideration";
      const refusal = hasEndedBefore ? "agencyOver" : "outsideScope";
      expect(story.refuses(byAgent(act))).toBe(refusal);
    }
  });

  test("never is to rate, to correct contact data, to name another or to revoke, whatever their scope", () => {
    const whole = open().does(namesAgent(everything));
    for (const name of ["rate", "correctContact", "nameAgent", "revokeAgent", "openJoining"] as const) {
      expect(agentScopeOf(name)).toBe("never");
      expect(whole.refuses(byAgent(moments[name].act))).toBe("outsideScope");
    }
  });

  test("is told to the petitioner each time, by mail and by name, and to the office as an agent's", () => {
    for (const name of petitionerForms.names) {
      const scope = agentScopeOf(name);
      if (scope === "never") continue;
      const event = broughtBy(withAgent(name, [scope]).does(byAgent(moments[name].act)));
      expect(event.messages).toContainEqual({ kind: "newsMail", news: "agentActed" });
      const agents = [{ n: 1, name: "陆新华" }];
      expect(sentence(event, "zh", toPetitioners, agents)).toContain("您的代理人陆新华代您");
      expect(sentence(event, "en", toPetitioners, agents)).toContain("Your agent 陆新华 ");
      expect(sentence(event, "zh", toOffice)).toContain("信访人的代理人");
      expect(sentence(event, "en", toOffice)).toMatch(/[Tt]he petitioner's agent/);
    }
  });

  test("by themselves petitioners are told as before, and nothing is mailed of an agent", () => {
    const event = broughtBy(promises().does({ type: "petitioner", act: moments.declineSettlement.act }));
    expect(event.messages).not.toContainEqual({ kind: "newsMail", news: "agentActed" });
    expect(sentence(event, "zh", toPetitioners)).toBe(`您表示不同意解决方案：${reason}。办理继续进行。`);
  });

  test("counts for what their page told, as the petitioner's word does", () => {
    const story = promises().does(namesAgent(["settle"]));
    const stale = { ...byAgent(moments.declineSettlement.act), saw: story.state.told - 1 };
    expect(story.refuses(stale)).toBe("pageOutdated");
    const twice = { ...byAgent(moments.declineSettlement.act), saw: story.state.told };
    const once = story.does(twice);
    expect(once.does(twice).events).toHaveLength(once.events.length);
  });
});

test("an act of petitioners of which nobody has said whether an agent may do it does not compile", () => {
  const row = { form: z.strictObject({}), at: ["handling"], turn: "stays", decide: () => nothingToDo } as const;
  // @ts-expect-error nobody has said with which scope, or that never
  const undecided = act({ ...row, role: "petitioner" });
  expect(undecided.agent).toBe("never");
  expect(act({ ...row, role: "petitioner", agent: "settle" }).agent).toBe("settle");
  expect(act({ ...row, role: "owner" }).agent).toBe("never");
});

describe("an agent", () => {
  test("is on record with a number and a scope, and neither with name nor phone; no clock moves", () => {
    const before = open();
    const { events, state } = before.does(namesAgent(["receive", "follow"]));
    const event = events.at(-1);
    expect(event?.fact).toEqual({ type: "agentNamed", agent: 1, scope: ["follow", "receive"] });
    expect(event?.messages).toEqual([{ kind: "newsMail", news: "agentNamed" }]);
    expect(state.running).toEqual(before.state.running);
    expect(JSON.stringify(events)).not.toMatch(/陆新华|13900005678/);
  });

  test("can be one of two, and a third is refused until one is revoked; a number never comes again", () => {
    const two = open()
      .does(namesAgent(["follow"]))
      .does(namesAgent(["settle"]));
    expect(two.refuses(namesAgent(["follow"]))).toBe("tooManyAgents");
    const again = two.does(revokes(1)).does(namesAgent(["withdraw"]));
    expect(again.state.agents).toEqual({
      named: 3,
      now: [
        { n: 2, scope: ["settle"] },
        { n: 3, scope: ["withdraw"] },
      ],
    });
  });

  test("can do nothing more from the moment at which they are revoked, and the other one as before", () => {
    const two = promises()
      .does(namesAgent(["settle"]))
      .does(namesAgent(["settle"]));
    const revoked = two.does(revokes(1));
    expect(revoked.refuses(byAgent(moments.declineSettlement.act, 1))).toBe("agencyOver");
    expect(broughtBy(revoked.does(byAgent(moments.declineSettlement.act, 2))).by).toMatchObject({ agent: 2 });
  });

  test("is revoked on a page that was overtaken, too; to revoke once more does nothing", () => {
    const two = promises()
      .does(namesAgent(["settle"]))
      .does(namesAgent(["settle"]));
    const { told } = two.state;
    const overtaken = two.does(byAgent(moments.declineSettlement.act));
    const revoked = overtaken.does(revokes(1, told));
    expect(revoked.state.agents?.now.map(({ n }) => n)).toEqual([2]);
    expect(revoked.does(revokes(1, told)).events).toHaveLength(revoked.events.length);
    // From the same page the other one is revoked as well: it is no repetition.
    const none = revoked.does(revokes(2, told));
    expect(none.state.agents?.now).toEqual([]);
    expect(none.refuses(revokes(2))).toBe("noAgent");
  });

  test("stays when the case moves up, and is one no more when it has ended", () => {
    const named = filed("estate").opens().does(namesAgent(everything));
    const above = named.owner({ command: "reportUpward", reason: "T" }).opens();
    expect(above.state.agents).toEqual(named.state.agents);
    const rests = above.does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } });
    expect(rests.state.agents).toEqual(named.state.agents);
    const over = rests.passes("2026-03-05T16:00:00.000Z");
    expect(over.state.agents).toEqual({ named: 1, now: [] });
    expect(decide(over.state, { ...byAgent(moments.withdraw.act), saw: over.state.told }, over.world)).toEqual({
      refused: "agencyOver",
    });
    expect(over.refuses(namesAgent(["follow"]))).toBe("ended");
  });

  test("does not come back with a case that its petitioner reopens", () => {
    const reopened = withAgent("reopenSettlement", ["settle"]).does({
      type: "petitioner",
      act: { command: "reopenSettlement" },
    });
    expect(reopened.state.agents).toEqual({ named: 1, now: [] });
    expect(reopened.refuses(byAgent({ command: "withdraw", understood: "yes" }))).toBe("agencyOver");
  });
});

describe("an agent who has filed the petition for its petitioner", () => {
  const deny = { type: "petitioner", act: { command: "revokeAgent", agent: "1", notAsked: "yes" } } as const;
  const filing = () => filedByAgent("estate").opens();

  test("is on record from the first day, with what they are to the petitioner, and may do nothing that decides", () => {
    const { events, state } = filing();
    expect(events[0]).toMatchObject({ by: { kind: "petitioner", agent: 1 }, fact: { type: "registered" } });
    expect(events[1]?.fact).toEqual({
      ...{ type: "agentFiled", agent: 1, relation: "neighbour" },
      scope: ["file", "follow"],
    });
    expect(state.agents).toEqual({
      named: 1,
      now: [{ n: 1, scope: ["file", "follow"], filed: { as: "neighbour", confirmed: false } }],
    });
    const story = filing().owner({ command: "reportUpward", reason: "T" }).opens();
    const proposed = story.owner(promised("2026-03-09", "修好窗户"));
    for (const name of ["agreeSettlement", "declineSettlement", "withdraw"] as const) {
      expect(proposed.refuses(byAgent(moments[name].act))).toBe("outsideScope");
    }
    expect(broughtBy(proposed.does(byAgent(moments.addMaterial.act))).by).toMatchObject({ agent: 1 });
  });

  test("is told of with the registration, in no mail of its own", () => {
    const mails = filing().events.flatMap(({ messages }) => messages.filter(({ kind }) => kind === "newsMail"));
    expect(mails).toEqual([{ kind: "newsMail", news: "registered" }]);
  });

  test("is confirmed once by the petitioner alone, who ticks what else they may do, and is told of it by mail", () => {
    expect(filing().refuses(byAgent(confirmsAgent(1).act))).toBe("outsideScope");
    const confirmed = filing().does(confirmsAgent(1, "settle"));
    const event = broughtBy(confirmed);
    expect(event.fact).toEqual({ type: "agentConfirmed", agent: 1, scope: ["file", "follow", "settle"] });
    expect(event.messages).toEqual([{ kind: "newsMail", news: "agentConfirmed" }]);
    expect(confirmed.refuses(confirmsAgent(1))).toBe("nobodyToConfirm");
    const proposed = confirmed
      .owner({ command: "reportUpward", reason: "T" })
      .opens()
      .owner(promised("2026-03-09", "修好窗户"));
    expect(broughtBy(proposed.does(byAgent(moments.agreeSettlement.act))).by).toMatchObject({ agent: 1 });
  });

  test("is confirmed by their own number, and nobody who was named needs to be", () => {
    expect(filing().refuses(confirmsAgent(2))).toBe("nobodyToConfirm");
    const named = open().does(namesAgent(["follow"]));
    expect(offeredToPetitioner(named.state, named.world)).not.toContain("confirmAgent");
    expect(named.refuses(confirmsAgent(1))).toBe("nobodyToConfirm");
    const ended = filing().does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } });
    expect(ended.passes("2026-03-05T16:00:00.000Z").refuses(confirmsAgent(1))).toBe("nobodyToConfirm");
  });

  test("whom the petitioner had not asked acts no more at once, on any page; the petition stays theirs and goes on", () => {
    const before = filing();
    const { told } = before.state;
    const overtaken = before.does(byAgent(moments.addMaterial.act));
    const denied = overtaken.does({ ...deny, saw: told });
    expect(broughtBy(denied).fact).toEqual({ type: "agentRevoked", agent: 1, notAsked: true });
    // Whoever has the case is told, whose knowledge of it comes from an agent who was not asked.
    expect(broughtBy(denied).messages).toMatchObject([{ kind: "taskMail", ask: "agentDenied", to: "peach-handler" }]);
    expect(denied.state.agents).toEqual({ named: 1, now: [] });
    expect(denied.refuses(byAgent(moments.addMaterial.act))).toBe("agencyOver");
    expect(denied.state.running).toEqual(overtaken.state.running);
    expect(denied.state.status).toBe("handling");
    const withdrawn = denied.does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } });
    expect(withdrawn.state.status).toBe("withdrawing");
  });

  test("was asked, on record, once they are confirmed: to say otherwise later only ends it", () => {
    const later = filing().does(confirmsAgent(1)).does(deny);
    expect(broughtBy(later).fact).toEqual({ type: "agentRevoked", agent: 1 });
    expect(broughtBy(later).messages).toEqual([]);
    const named = open()
      .does(namesAgent(["follow"]))
      .does(deny);
    expect(broughtBy(named).fact).toEqual({ type: "agentRevoked", agent: 1 });
  });
});

describe("the form in which an agent is named", () => {
  const read = (typed: Record<string, string>) => petitionerForms.read({ command: "nameAgent", ...typed });
  const whole = { agentName: " 陆新华 ", agentPhone: "139 0000 5678", mayFollow: "yes" };

  test("is read as people write, with nothing granted that is not ticked", () => {
    expect(read(whole)).toEqual({
      act: {
        ...{ command: "nameAgent", agentName: "陆新华", agentPhone: "+8613900005678" },
        ...{ mayFile: "no", mayFollow: "yes", mayReceive: "no", maySettle: "no", mayWithdraw: "no" },
      },
    });
  });

  test.each([
    ["no name", { ...whole, agentName: " " }, "agentName", "请填写代理人的姓名"],
    ["no number", { ...whole, agentPhone: "" }, "agentPhone", "请填写代理人自己的电话号码"],
    ["a number with a digit too few", { ...whole, agentPhone: "1390000567" }, "agentPhone", "手机号是 11 位"],
    ["nothing ticked", { agentName: "陆新华", agentPhone: "13900005678" }, "mayFile", "请至少勾选一项"],
  ] as const)("with %s is refused by its field, with what to do", (_, typed, field, words) => {
    const came = read(typed);
    const said = "problems" in came ? petitionerProblemsInWords(came.problems, "zh") : {};
    expect(Object.keys(said)).toEqual([field]);
    expect(said[field]).toContain(words);
  });
});
