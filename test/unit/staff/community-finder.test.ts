import { describe, expect, test } from "vitest";
import type { Directory } from "#directory/directory.ts";
import type { Reply } from "#lambda/reply.ts";
import { directory } from "../case/district.ts";
import { filedFromNowhere } from "../case/story.ts";
import { office } from "./office.ts";

const peach = directory.units.find(({ id }) => id === "peach");
if (peach === undefined) throw new Error("There is no peach");
/** More communities than are listed. */
const many: Directory = {
  ...directory,
  units: [
    ...directory.units,
    ...Array.from({ length: 40 }, (_, n) => ({
      ...peach,
      id: `orchard-${n}`,
      name: { zh: `果园第${n}社区`, en: `Orchard ${n}` },
      search: n === 7 ? ["柳荫小区"] : [],
    })),
  ],
};

const screening = filedFromNowhere("estate", { directory: many }).opens();
const [link] = [{ caseId: screening.state.id, stepNo: 1, staff: "bureau-handler", assignment: 1 }];
const htmlOf = (reply: Reply): string => ("html" in reply ? reply.html : "");
const act = { command: "assignCommunity" };

/** What the duty officer of the bureau sends, and what they read then. */
const desk = () => {
  const here = office(screening);
  const cookies = { kept: "d".repeat(43) };
  const asked = (path: string, form: Record<string, string>, query: Record<string, string> = {}) => {
    const request = here.request(here.held(link), path, form);
    return { ...request, query, cookies: { ...request.cookies, ...cookies } };
  };
  const sends = async (form: Record<string, string>, query = {}): Promise<{ sent: Reply; html: string }> => {
    const sent = await here.pages.act(asked("/task/act", { ...act, ...form }, query));
    return { sent, html: htmlOf(await here.pages.open(asked("/task/open", {}, query))) };
  };
  return { ...here, sends, asked };
};
const offered = (html: string): string[] =>
  [...html.matchAll(/type="radio" name="community" value="([^"]+)"/g)].map(([, id = ""]) => id);

describe("the bureau's form for a community, in a district of many", () => {
  test("lists none before something is typed, and finds on the server what fits, with nothing done and nothing called wrong", async () => {
    const { sends, committed, pages, asked } = desk();
    const empty = htmlOf(await pages.open(asked("/task/open", {})));
    expect(offered(empty)).toEqual([]);
    expect(empty).toContain('name="communitySought"');
    const { sent, html } = await sends({ find: "community", communitySought: "柳荫" });
    expect(sent).toMatchObject({ status: 303, headers: { location: "/screening/task" } });
    expect(offered(html)).toEqual(["orchard-7"]);
    expect(html).toContain('value="柳荫"');
    expect(html).not.toMatch(/aria-invalid|id="errors"|最后一项/);
    expect(html).toMatch(/<details class="command" name="commands" open/);
    expect(committed).toEqual([]);
  });

  test("keeps what was chosen, whatever is looked for, and when the language is switched", async () => {
    const { sends, committed } = desk();
    const chosen = { community: "orchard-3", communitySought: "柳荫" };
    for (const { html } of [await sends({ ...chosen, find: "community" }), await sends(chosen, { lang: "en" })]) {
      expect(offered(html)).toEqual(["orchard-3", "orchard-7"]);
      expect(html).toMatch(/value="orchard-3"[^>]* checked/);
      expect(html).not.toMatch(/aria-invalid|id="errors"/);
    }
    expect(committed).toEqual([]);
  });

  test("takes what was chosen, or what was typed where only one fits; else what fits is listed, with what to do", async () => {
    const chosen = desk();
    await chosen.sends({ community: "orchard-3", communitySought: "柳荫" });
    expect(chosen.committed.at(-1)?.after).toMatchObject({ community: "orchard-3" });
    const typed = desk();
    await typed.sends({ communitySought: "柳荫小区" });
    expect(typed.committed.at(-1)?.after).toMatchObject({ community: "orchard-7" });
    const unclear = desk();
    const { html } = await unclear.sends({ communitySought: "果园" });
    expect(html).toContain("按您写的找不到唯一的社区（村）");
    expect(offered(html)).toHaveLength(20);
    expect(unclear.committed).toEqual([]);
    const none = await desk().sends({ communitySought: "" });
    expect(none.html).toContain("请写明是哪个社区（村）");
  });
});
