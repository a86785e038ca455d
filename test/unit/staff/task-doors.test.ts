import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { linkSecrets } from "#access/link-secrets.ts";
import { everyAct } from "#case/acts/every-act.ts";
import { staffActs } from "#case/acts/staff-acts.ts";
import { linkOf } from "#case/state/link-of.ts";
import { actor, partsIn } from "#case/state/standing.ts";
import { doorOf, doorOfTurn, furtherDoorsOf, type TaskDoorName } from "#case/state/task-door.ts";
import type { Reply } from "#lambda/reply.ts";
import { taskDoors } from "../../../functions/outbox/task-door.ts";
import { staffDoors } from "../../fixtures/every-door.ts";
import { history } from "../case/any-history.ts";
import { filed, hears, letter, type Story } from "../case/story.ts";
import { office } from "./office.ts";

const answered = (): Story => {
  const step = filed("wages").opens();
  return step.owner(hears(step.now)).owner({ command: "reply", ...letter });
};

const wantsRecusal = { command: "askRecusal", recusalOf: "handler", recusalGround: "relative", reason: "-" } as const;

const htmlOf = (reply: Reply): string => ("html" in reply ? reply.html : "");

describe("the door of a turn", () => {
  it("gives all that the turn allows, in whatever state a case comes to", () => {
    const offered = new Set<string>();
    fc.assert(
      fc.property(history, (states) => {
        for (const { state, world } of states) {
          for (const { role } of partsIn(state)) {
            const all = everyAct.offeredTo(role, state, world);
            const here = [doorOf(state, role), ...furtherDoorsOf(state, role)].flatMap((door) =>
              staffDoors[door].given.offeredTo(role, state, world),
            );
            expect(here.toSorted()).toEqual(all.toSorted());
            for (const name of all) offered.add(name);
          }
        }
      }),
      { numRuns: 250 },
    );
    expect(offered.size).toBeGreaterThan(Object.keys(staffActs).length / 2);
  });

  it.each(Object.values(staffDoors))(
    "has words and a control for each field of what it gives: $name",
    ({ given, told, controls }) => {
      expect(given.forms.names.length).toBeGreaterThan(0);
      for (const name of given.forms.names) {
        expect(told.wordsOf(name).button.zh).not.toBe("");
        for (const field of given.forms.fieldsOf(name)) {
          expect(controls[name], `${name} ${field}`).toHaveProperty(field);
          expect(told.problemsInWords({ [field]: "missing" }, "zh")[field], `${name} ${field}`).toBeTruthy();
        }
      }
    },
  );
});

describe("a link of another door's turn", () => {
  const screening = filed("land").opens();
  const step = filed("estate").opens();
  const delivering = answered();
  const asking = filed("wages").opens().owner({ command: "askExtension", days: 12, reason: "等鉴定" });

  /** The link of whoever has a part in a case, as a page's request at another door's address. */
  const knock = (story: Story, at: TaskDoorName, role: "owner" | "head" = "owner") => {
    const here = office(story);
    const part = partsIn(story.state).find((one) => one.role === role);
    if (part === undefined) throw new Error(`There is no ${role}`);
    const link = linkOf(story.state, part);
    const { address } = staffDoors[at];
    const pages = here.pagesAt(at);
    return (path: "open" | "act" | "preview" | "done", form: Record<string, string> = {}, query = {}) =>
      pages[path]({ ...here.request(here.held(link), `${address}/${path}`, form), query });
  };

  it.each([
    ["a step's page", screening, "step", "owner", "/screening/task"],
    ["the page of an answer", step, "delivery", "owner", "/task"],
    ["a step's page", delivering, "step", "owner", "/delivery/task"],
    ["its owner's page", asking, "step", "head", "/beside/task"],
    ["the page of what is asked beside a step", screening, "beside", "owner", "/screening/task"],
  ] as const)("is sent on from %s, with all that it brings", async (_, story, at, role, address) => {
    const send = knock(story, at, role);
    for (const path of ["open", "act", "preview", "done"] as const) {
      const reply = await send(path, { command: "reportUpward", reason: "写了一个上午" });
      const does = path === "act" ? "act" : "open";
      expect(reply).toMatchObject({ status: 307, headers: { location: `${address}/${does}` } });
    }
    expect(await send("act", {}, { lang: "en" })).toMatchObject({ headers: { location: `${address}/act?lang=en` } });
  });

  it("of a step's owner opens what they ask of others too; whatever else they send there goes to their own page", async () => {
    const send = knock(step, "beside");
    const page = htmlOf(await send("open"));
    expect(page).toContain('value="askAssistance"');
    expect(page).toContain('href="/task#');
    expect(page).not.toContain('value="reportUpward"');
    const own = htmlOf(await knock(step, "step")("open"));
    expect(own).toContain('href="/beside/task#');
    // No community calls a meeting.
    expect(own).not.toContain('href="/together/task#');
    expect(await knock(step, "together")("open")).toMatchObject({ status: 307 });
    const department = filed("wages").opens();
    expect(htmlOf(await knock(department, "step")("open"))).toContain('href="/together/task#');
    const meetings = htmlOf(await knock(department, "together")("open"));
    expect(meetings).toContain('value="convene"');
    expect(meetings).toContain('href="/task#');
    expect(meetings).not.toContain('value="askAssistance"');
    expect(await send("act", { command: "reportUpward", reason: "写了一个上午" })).toMatchObject({
      status: 307,
      headers: { location: "/task/act" },
    });
  });

  it("shows what waits for a decision where that was asked for or is decided, and what holds for its owner at the step", async () => {
    const waiting = [
      [asking, "extension", ["beside"]],
      [filed("wages").opens().does({ type: "petitioner", act: wantsRecusal }), "recusal", ["step", "together"]],
    ] as const;
    for (const [story, panel, doors] of waiting) {
      for (const at of ["step", "beside", "together"] as const) {
        const page = htmlOf(await knock(story, at)("open"));
        expect(page.includes(`id="${panel}-title"`), `${panel} at ${at}`).toBe(doors.some((door) => door === at));
      }
    }
    expect(htmlOf(await knock(asking, "beside", "head")("open"))).toContain('id="extension-title"');
  });

  it("tries no digits, which are tried where it leads", async () => {
    const here = office(screening, { tries: { take: () => Promise.reject(new Error("Digits were tried")) } });
    const link = linkOf(screening.state, partsIn(screening.state)[0] ?? { staff: "", stepNo: 0, assignment: 0 });
    const { token } = here.held(link);
    const request = here.request({ token, session: undefined }, "/task/open", { code: "123456" });
    expect((await here.pagesAt("step").open(request)).status).toBe(307);
  });

  it("shows what was written for an act that is none of its turn, and says why it was not done", async () => {
    const html = htmlOf(
      await knock(delivering, "delivery")("act", { command: "reportUpward", reason: "写了一个上午" }),
    );
    expect(html).toContain("写了一个上午");
    expect(html).toContain("本环节不能这样办理");
    expect(html).not.toContain('value="reportUpward"');
  });

  it("tells at any door what became of a turn that is over", async () => {
    const reply = await knock(screening, "delivery")("open");
    expect(reply.status).toBe(307);
    const over = office(delivering);
    const link = { caseId: delivering.state.id, stepNo: 1, staff: "peach-colleague", assignment: 7 };
    for (const at of ["step", "screening", "delivery", "beside", "together", "after", "watch", "review"] as const) {
      const asked = over.request(over.held(link), `${staffDoors[at].address}/open`, {});
      expect((await over.pagesAt(at).open(asked)).status).toBe(404);
    }
  });
});

test("a mailed link names the door of its turn", async () => {
  const secrets = linkSecrets(() => Promise.resolve(["secret"]));
  const links = { link: () => Promise.resolve(undefined), makeIfMissing: () => Promise.resolve() };
  const open = taskDoors({ links, secrets, baseUrl: "https://petition.example.gov.cn" });
  for (const [story, address] of [
    [filed("land").opens(), "/screening/task#"],
    [filed("estate").opens(), "/task#"],
    [answered(), "/delivery/task#"],
  ] as const) {
    const turn = actor(story.state);
    if (turn === undefined) throw new Error("Nobody's turn");
    const link = linkOf(story.state, turn);
    const doorOfLink = await open([{ link, door: doorOfTurn(story.state, turn) }], story.now);
    expect(doorOfLink(link).url).toContain(`https://petition.example.gov.cn${address}`);
  }
});
