import { describe, expect, it } from "vitest";
import { caseNumber } from "#directory/case-number.ts";
import { directory } from "../case/district.ts";
import { filed, type Story } from "../case/story.ts";
import { linksGiven, office } from "./office.ts";

const ended: Record<string, () => Story> = {
  "not accepted": () =>
    filed("land").opens().owner({ command: "notAccept", ground: "court", where: undefined, explanation: "已经起诉" }),
  withdrawn: () =>
    filed("wages")
      .opens()
      .owner({ command: "reassign", to: "housing-colleague", reason: "出差" })
      .does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } })
      .passes("2026-03-05T16:00:00.000Z"),
};

const daysLater = (moment: string, days: number): string =>
  new Date(Date.parse(moment) + days * 24 * 3600 * 1000).toISOString();

describe.each(Object.entries(ended))("a link of a case that is %s", (_, story) => {
  const told = story();
  const links = linksGiven(told.events);

  it("tells for a month what became of it", async () => {
    const month = office(told.later(new Date(Date.parse(daysLater(told.now, 30)) - 1).toISOString()));
    for (const link of links) {
      const reply = await month.page(link);
      expect(reply.status).toBe(200);
      expect("html" in reply && reply.html).toContain(caseNumber(told.state.id, directory));
    }
  });

  it.each(["zh", "en"] as const)(
    "is answered without the case, its number or a name in it, whatever is asked by it (%s)",
    async (lang) => {
      const { pages, held, looks, committed, ...here } = office(told.later(daysLater(told.now, 30)));
      const request = (...asked: Parameters<typeof here.request>) => ({ ...here.request(...asked), query: { lang } });
      const said = { zh: "这个链接已经失效", en: "This link has ended" }[lang];
      const names = [
        caseNumber(told.state.id, directory),
        ...directory.staff.map(({ name }) => name),
        ...directory.units.map(({ name }) => name.zh),
      ];
      for (const link of links) {
        const replies = await Promise.all([
          pages.open(request(held(link), "/task/open", { code: "123456" })),
          pages.act(request(held(link), "/task/act", { command: "acknowledge" })),
          pages.renew(request(held(link), "/task/link", {})),
        ]);
        for (const reply of replies) {
          expect(reply.status).toBe(410);
          const html = "html" in reply ? reply.html : "";
          expect(html).toContain(said);
          expect(names.filter((name) => html.includes(name))).toEqual([]);
        }
      }
      expect([looks, committed]).toEqual([[], []]);
    },
  );
});
