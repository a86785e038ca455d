import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { whatComesNext } from "#case/account/what-comes-next.ts";
import { offeredTo } from "#case/acts/every-act.ts";
import { linkOf } from "#case/state/link-of.ts";
import { Ask } from "#case/state/message.ts";
import { actor, inTransit } from "#case/state/standing.ts";
import type { Lang } from "#ground/bilingual.ts";
import { taskMail } from "#mail/task-mail.ts";
import { statusPage } from "#web/pages/status.page.tsx";
import { taskPage } from "#web/pages/task.page.tsx";
import { explain } from "#words/explain.ts";
import { everyDoor } from "../../fixtures/every-door.ts";
import { clockRowsAfter } from "../case/clock-rows.ts";
import { filed, filedFromNowhere, type Story } from "../case/story.ts";
import { matter, petitioner } from "./samples.ts";

const hour = 3_600_000;
const langs = ["zh", "en"] as const;

/** What is untrue of a case that goes by hours, day and night, and is mailed at the minute. */
const byWorkingDays = /每个工作日催办|every working day|每个工作日(?!早上)/u;

/** An urgent case some hours after the petition: acknowledged here and there, at whatever level, in time or late. */
const urgentLife = fc
  .tuple(
    fc.boolean(),
    fc.array(fc.record({ hours: fc.integer({ min: 1, max: 60 }), acknowledges: fc.boolean() }), { maxLength: 8 }),
  )
  .map(([knowsWhere, turns]): Story => {
    let story = (knowsWhere ? filed("hazard") : filedFromNowhere("hazard")).opens();
    for (const { hours, acknowledges } of turns) {
      story = story.passes(new Date(Date.parse(story.now) + hours * hour).toISOString(), { opening: true });
      if (inTransit(story.state)) story = story.opens();
      const turn = actor(story.state);
      const offered: readonly string[] = turn ? offeredTo("owner", story.state, story.world) : [];
      if (acknowledges && offered.includes("acknowledge")) story = story.owner({ command: "acknowledge" });
    }
    return story;
  });

/** All that anybody reads of a case: the petitioner, its owner on the page and by mail, and the office that asks why. */
const allThatIsRead = ({ state: petition, events, world, now }: Story, lang: Lang): string[] => {
  const { directory } = world;
  const clocks = clockRowsAfter(events);
  const view = { lang, assets: "v1", nonce: "n0nce", district: directory.district, path: "/" } as const;
  const shown = { view, petition, events, clocks, ...world };
  const turn = actor(petition);
  const person = directory.staff.find(({ id }) => id === turn?.staff);
  const fact = events.at(-1)?.fact;
  const own =
    turn === undefined || person === undefined || fact === undefined
      ? []
      : [
          taskPage({
            ...shown,
            door: everyDoor,
            token: "t0ken",
            person,
            role: "owner",
            petitioner,
            matter,
            commands: offeredTo("owner", petition, world),
          }),
          ...Ask.options.map(
            (ask) =>
              taskMail({
                ...{ ask, fact, petition, directory, staff: person, lang, now, chain: "", lastDay: now },
                ...{ link: linkOf(petition, turn).caseId, code: "482913", isLateByLaw: false },
                after: whatComesNext(petition, world),
              }).text,
          ),
        ];
  return [
    explain({ ...world, petition, events, finding: undefined, clocks, lang }).join("\n"),
    statusPage({ ...shown, looks: [], requests: matter.requests, code: "7KQM2D9XVT4H", phoneTail: "1201" }),
    ...own,
  ];
};

describe("an urgent case", () => {
  test("is nowhere said to be chased by working days: its clocks run day and night, and its owner is mailed at the minute", () => {
    fc.assert(
      fc.property(urgentLife, fc.constantFrom(...langs), (story, lang) => {
        for (const text of allThatIsRead(story, lang)) expect(byWorkingDays.exec(text)?.[0]).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  test("at the top is said to be chased at that minute, before it comes and after", () => {
    const upward = { command: "reportUpward", reason: "-" } as const;
    const top = filed("hazard").opens().owner(upward).opens().owner(upward).opens().owner(upward).opens();
    const [before, after] = [top, top.passes("2026-03-03T08:00:00.000Z")];
    expect(after.state).toHaveProperty("supervisedSince");
    for (const story of [before, after]) {
      expect(allThatIsRead(story, "zh").join("\n")).toMatch(/发邮件催办/u);
      expect(allThatIsRead(story, "en").join("\n")).toMatch(/emailed at that minute, day or night/u);
    }
    const estate = filed("estate").opens().owner(upward).opens().owner(upward).opens().owner(upward).opens();
    expect(allThatIsRead(estate, "zh").join("\n")).toMatch(/每个工作日催办/u);
  });
});
