import fc from "fast-check";
import { expect, it, test } from "vitest";
import type { LinkFor } from "#access/link.ts";
import { decide } from "#case/acts/decide.ts";
import type { StaffCommand } from "#case/acts/staff-acts.ts";
import { inTransit, isRecusing, roleIn } from "#case/state/standing.ts";
import { districtDate } from "#clock/period.ts";
import { besideActs, history, last, staffActs } from "../case/any-history.ts";
import { filed, letter, letterOn, type Story } from "../case/story.ts";
import { linksGiven, office, sealed, vault } from "./office.ts";

/** Whether anything of what somebody may try by a link would be done now. */
const canDo = ({ state, world }: Story, { staff: by, stepNo, assignment }: LinkFor, acts: StaffCommand[]) =>
  acts.some((act) => "events" in decide(state, { type: "staff", by, stepNo, assignment, act }, world));

/** The same case answered and, in the end, delivered: chance alone seldom leads there. */
const answeredToo = (story: Story): Story[] => {
  const { state } = story;
  if (inTransit(state)) return answeredToo(story.opens());
  if (state.status === "transferring" || state.track === "accusation") return [];
  if (state.status === "screening" && state.community === undefined) {
    return answeredToo(story.owner({ command: "assignCommunity", community: "peach" }));
  }
  if (state.status === "screening") return answeredToo(story.owner({ command: "accept" }));
  // Whoever may have to step aside does nothing before that is decided.
  if (state.status !== "handling" || isRecusing(state)) return [];
  if (state.level === "community") return answeredToo(story.owner({ command: "reportUpward", reason: "-" }));
  const answered = story.owner({
    ...{ command: "reply", ...letterOn(state.track) },
    // Another answer than the one that a review has revoked.
    ...(state.redo !== undefined && { decision: "重新测量后，同意拆除脚手架", differs: "重新测量过" }),
  });
  return [answered, answered.does({ type: "petitioner", act: { command: "openAnswer" } })];
};

it("for any history, a link opens the petitioner's identity exactly while its holder has a step to work on, and each look is recorded", async () => {
  await fc.assert(
    fc.asyncProperty(history, async (states) => {
      for (const story of [...states, ...answeredToo(last(states))]) {
        const deliver = {
          command: "recordDelivery",
          how: "byPost",
          on: districtDate(story.world.now),
          tracking: undefined,
        } as const;
        for (const link of linksGiven(story.events)) {
          const { open, held, looks } = office(story);
          const opened = await open(held(link));
          const isTheirs = canDo(story, link, [...staffActs, deliver]);
          const role = roleIn(story.state, link);
          // Whoever answers a petitioner who was pressed has to speak with them.
          const speaks = role === "confidant";
          const watches = role === "supervisor" || role === "supervised";
          const keeps = role === "promiser" || role === "overseer" || role === "reviewer" || watches;
          // A letter of whose promises something has come is theirs to read, and to correct no more.
          const delivered = role === "owner" && story.state.status === "window" && story.state.promised !== undefined;
          // A leader in charge, and whoever has been instructed or sees to it for the bureau, need not know whose case it is.
          const isLed = role === "inCharge" || role === "namer" || role === "instructed";
          const reads = role === "invited" || role === "convener" || keeps || delivered || speaks || isLed;
          const decides = reads || canDo(story, link, besideActs);
          expect(opened.kind, `the link of ${role} while ${story.state.status}`).toBe(
            isTheirs || decides ? "open" : "past",
          );
          // Whoever has delivered a letter may correct it, and has no need to know who it was for.
          const knows = speaks || (isTheirs && story.state.status !== "window");
          expect(opened.kind === "open" && opened.petitioner !== undefined).toBe(knows);
          const [saw] = [...(knows ? ["all"] : []), ...(decides || isTheirs ? ["matter"] : [])];
          expect(looks.map(({ by, only = "all" }) => [by, only])).toEqual(saw === undefined ? [] : [[link.staff, saw]]);
        }
      }
    }),
    { numRuns: 40 },
  );
});

const answered = filed("wages")
  .opens()
  .owner({ command: "reply", ...letter });
const [author] = linksGiven(answered.events).filter(({ stepNo }) => stepNo === answered.state.stepNo);

test.each([
  [
    "the petitioner has opened it",
    (story: Story) => story.does({ type: "petitioner", act: { command: "openAnswer" } }),
  ],
  [
    "it was handed over",
    (story: Story) => story.owner({ command: "recordDelivery", how: "byHand", on: "2026-03-02", tracking: undefined }),
  ],
])("the author's link shows what became of the answer once %s, and no more who it was for", async (_, deliver) => {
  if (author === undefined) throw new Error("the author has no link");
  expect(await office(answered).open(office(answered).held(author))).toMatchObject({ petitioner: { name: "王小芳" } });
  const { page, open, held, looks } = office(deliver(answered).later("2026-03-20T02:00:00.000Z"));
  expect(await open(held(author))).toMatchObject({ kind: "open", petitioner: undefined });
  const reply = await page(author);
  const html = "html" in reply ? reply.html : "";
  expect(html).toContain("书面答复已经送达");
  expect(html).toContain('name="command" value="correctLetter"');
  expect(html).not.toContain("王小芳");
  expect(looks.map(({ only }) => only)).toEqual(["matter", "matter"]);
});

const down = () => Promise.reject(new Error("down"));
const opened = filed("wages").opens();

test.each([
  ["the key service", { vault: { ...vault, open: down } }],
  ["the record", { cases: { load: () => Promise.resolve(opened.state), commit: down, history: down } }],
])("no look is on the record when %s does not answer, since nothing could be shown", async (_, broken) => {
  const { open, shown, looks } = office(opened, broken);
  await expect(open(shown("housing-handler"))).rejects.toThrow("down");
  expect(looks).toEqual([]);
});

it("shows nothing when the look cannot be recorded", async () => {
  const stored = {
    petitioner: () => Promise.resolve({ name: sealed }),
    matter: () => Promise.resolve({ story: sealed }),
  };
  const { open, shown } = office(opened, {
    identities: { ...stored, texts: () => Promise.resolve({}), agents: down, signatory: down, recordLook: down },
  });
  await expect(open(shown("housing-handler"))).rejects.toThrow("down");
});
