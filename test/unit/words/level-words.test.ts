import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { noTexts } from "#access/texts.ts";
import { whatComesNext } from "#case/account/what-comes-next.ts";
import { offeredTo } from "#case/acts/every-act.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { Directory } from "#directory/directory.ts";
import { newsMail } from "#mail/news-mail.ts";
import { taskMail } from "#mail/task-mail.ts";
import { eventSentence } from "#words/event-sentence.ts";
import { explain } from "#words/explain.ts";
import { levelWords } from "#words/level-words.ts";
import { said } from "#words/said.ts";
import { toOffice } from "#words/to-office.ts";
import { toPetitioners } from "#words/to-petitioners.ts";
import { levelPhrases } from "#words/words.ts";
import { demoDistrict } from "../../fixtures/demo-district.ts";
import { actWords } from "../../fixtures/every-door.ts";
import { history } from "../case/any-history.ts";
import { clockRowsAfter } from "../case/clock-rows.ts";
import { directory } from "../case/district.ts";
import type { Story } from "../case/story.ts";
import { everyPage } from "../web/every-page.ts";

const demo = demoDistrict();
const langs = ["zh", "en"] as const;
/** The district of the stories, with offices that are called as such offices are. */
const kindOf: Readonly<Record<string, string>> = { river: "river街道办事处", peach: "peach社区" };
const named: Directory = {
  ...directory,
  units: directory.units.map((unit) => ({ ...unit, name: { ...unit.name, zh: kindOf[unit.id] ?? unit.name.zh } })),
};
/** What all townships and all communities are called together. */
const generic = /乡镇|社区（村）|the township|the community office/;

const mailsOf = ({ state: petition, world }: Story, { fact, messages }: CaseEvent): string[] =>
  messages.flatMap((message) =>
    langs.flatMap((lang) => {
      const { directory } = world;
      const told = { petition, directory, fact, lang, now: world.now };
      if (message.kind === "newsMail") return [newsMail({ ...told, news: message.news, statusUrl: "-" }).text];
      const staff = directory.staff.find(({ id }) => message.kind === "taskMail" && id === message.to);
      if (message.kind !== "taskMail" || staff === undefined) return [];
      const { ask, lastDay } = message;
      const after = whatComesNext(petition, world);
      return [
        taskMail({ ...told, ask, lastDay, isLateByLaw: false, staff, link: "-", code: "123456", chain: "-", after })
          .text,
      ];
    }),
  );

/** All that is said of a case as it stands, and of what happened last. */
const saidOf = (story: Story): string[] => {
  const { state: petition, events, world } = story;
  const event = events.at(-1);
  if (event === undefined) return [];
  const offered = (["owner", "head"] as const).flatMap((role) => offeredTo(role, petition, world));
  const acts = offered.flatMap((name) => langs.map((lang) => actWords[name].effect[lang]({ petition, ...world })));
  const sentences = [toOffice, toPetitioners].flatMap((audience) =>
    langs.map((lang) =>
      eventSentence(said(event, noTexts, lang), { directory, petition }, lang, audience, "2026-03-02"),
    ),
  );
  const explained = langs.flatMap((lang) =>
    explain({ ...world, petition, events, finding: undefined, clocks: clockRowsAfter(events), lang }),
  );
  return [...acts, ...sentences, ...explained, ...mailsOf(story, event)];
};

describe("what is said of a case of which it is known where it happened", () => {
  it("names its own community and township, and never what all of them are called: sentences, forecasts, clocks, mails", () => {
    fc.assert(
      fc.property(history, (states) => {
        for (const story of states) {
          if (story.state.community === undefined) continue;
          for (const text of saidOf(story.governed(named))) expect(text).not.toMatch(generic);
        }
      }),
      { numRuns: 30 },
    );
  });

  test.each(langs)("nor does any page about one, in %s", (lang) => {
    const about = everyPage(lang).filter(({ page }) => /^(?:status|task|letter)/.test(page));
    expect(about.length).toBeGreaterThan(10);
    for (const { page, state, html } of about) {
      // The bureau is asked for the community by a field that has no other name.
      if (html.includes('name="community"')) continue;
      expect(html, `${page} (${state})`).not.toMatch(/乡镇（街道）|社区（村）|\bthe township\b|the community office/);
    }
  });
});

test("a level is called by the unit that it is for the case, and generally while that is not known", () => {
  const inTown = demo.units.find(({ parent }) => parent === "qinghe-zhen");
  const [petition, nowhere] = [{ community: inTown?.id }, { community: undefined }];
  expect(levelWords({ directory: demo, petition }, "township")).toEqual({
    zh: "清河镇人民政府",
    en: "Qinghe Town Government",
  });
  expect(levelWords({ directory: demo, petition }, "community")).toEqual(inTown?.name);
  expect(levelWords({ directory: demo, petition: nowhere }, "township")).toEqual(levelPhrases.township);
  expect(levelWords({ directory: demo, petition }, "leader")).toEqual(levelPhrases.leader);
});

test("a community that has merged keeps the name of its day, and its township is that of whoever has its matters now", () => {
  const gone = { id: "plum", name: { zh: "梅花社区", en: "Plum" }, successor: "peach" };
  const merged = { ...directory, former: { ...directory.former, units: [gone] } };
  const where = { directory: merged, petition: { community: "plum" } };
  expect([levelWords(where, "community").zh, levelWords(where, "township").zh]).toEqual(["梅花社区", "river"]);
});
