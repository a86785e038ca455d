import { describe, expect, test } from "vitest";
import { chineseCalendar } from "#clock/calendar.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import { decisionPage } from "#web/pages/decision.page.tsx";
import { statusPage } from "#web/pages/status.page.tsx";
import { decidingDoor } from "#web/parts/to-decide.ts";
import { directory, matter, type Sample, samples } from "./samples.ts";

const view = (lang: Lang) => ({ lang, assets: "v1", nonce: "n", path: "/", district: undefined });
const keyed = { code: "7KQM2D9XVT4H", phoneTail: "1201" };
const more = (now: Directory) => ({
  directory: now,
  calendar: chineseCalendar(),
  looks: [],
  requests: matter.requests,
});
const status = (sample: Sample, lang: Lang = "zh", now = directory): string =>
  statusPage({ view: view(lang), ...sample, ...more(now), ...keyed });
const check = (lang: Lang = "zh"): string =>
  decisionPage({
    door: decidingDoor,
    view: view(lang),
    lang,
    contact: {},
    agents: [],
    petition: samples.proposed.petition,
    directory,
    calendar: samples.proposed.calendar,
    now: samples.proposed.now,
    keyed,
    sent: undefined,
    command: "agreeSettlement",
    notice: undefined,
  });

/** The agreement on a page, as a paper. */
const paper = (html: string): string =>
  /<article class="letter" id="agreement"[\s\S]*?<\/article>/.exec(html)?.[0] ?? "";
const terms = "给一楼六户装防护网，12月1日复工，社区每周五在单元门口公布进度。";

describe("a settlement that is promised for a day", () => {
  test("is agreed to as a paper that names both sides, what will be done, by when, and what if not", () => {
    for (const words of ["南园社区", "信访人", terms, "2026年12月1日", "重新办理", "《信访工作条例》第三十三条"]) {
      expect(paper(check())).toContain(words);
    }
    expect(paper(check())).toContain("您同意后生效");
    expect(paper(check("en"))).toContain("in force once you agree");
  });

  test("is kept as it was agreed to, with the day, while it is kept and after the case has ended with it", () => {
    for (const sample of [samples.agreed, samples.asked, samples.settled]) {
      expect(paper(status(sample))).toContain(terms);
      expect(paper(status(sample))).toContain("信访人于2026年11月25日凭查询码和完整号码同意");
    }
    const renamed = {
      ...directory,
      units: directory.units.map((unit) =>
        unit.id === "nanyuan" ? { ...unit, name: { zh: "新名", en: "New" } } : unit,
      ),
    };
    expect(paper(status(samples.agreed, "zh", renamed))).toBe(paper(status(samples.agreed)));
  });

  test("is no paper before it is agreed to, nor once the agreement has come to nothing", () => {
    const takenBack = samples.agreed.does({ type: "petitioner", act: { command: "takeBackAgreement" } });
    const denied = samples.asked.does({ type: "petitioner", act: { command: "denyPerformance", reason: "没装" } });
    for (const sample of [samples.proposed, takenBack, denied]) expect(paper(status(sample))).toBe("");
  });

  test("is printed alone", () => {
    expect(status(samples.agreed)).toContain('data-print="agreement"');
  });
});
