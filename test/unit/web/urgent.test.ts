import { describe, expect, test } from "vitest";
import type { Lang } from "#ground/bilingual.ts";
import { checkPetitionPage } from "#web/pages/check-petition.page.tsx";
import { filePetitionPage } from "#web/pages/file-petition.page.tsx";
import { receiptPage } from "#web/pages/receipt.page.tsx";
import { statusPage } from "#web/pages/status.page.tsx";
import type { View } from "#web/parts/view.ts";
import { directory, matter, samples } from "./samples.ts";

const langs = ["zh", "en"] as const;
const view = (lang: Lang): View => ({ lang, assets: "v1", nonce: "n0nce", path: "/", district: directory.district });

/** Every number that has to be a tap away, as phones dial it. */
const calls = ["tel:119", "tel:110", "tel:120", "tel:+8660086010777"];
const box = (html: string) => /<aside class="emergency"[\s\S]*?<\/aside>/.exec(html)?.[0] ?? "";
const expectBox = (html: string) => {
  for (const call of calls) expect(box(html)).toContain(`href="${call}"`);
};

describe.each(langs)("an urgent matter, in %s", (lang) => {
  const filing = filePetitionPage({
    view: view(lang),
    typed: {},
    errors: {},
    submission: "00000000-0000-4000-8000-000000000000",
    ...samples.filed,
    directory,
  });
  const check = (category: string) =>
    checkPetitionPage({
      view: view(lang),
      directory,
      now: samples.filed.now,
      sends: "/petition/x",
      action: "/petition",
      petition: {
        category,
        community: "nanyuan",
        about: { units: [], staff: [] },
        submission: "00000000-0000-4000-8000-000000000000",
        matter,
        petitioner: { name: "陈某" },
        keyNumber: "",
      },
    });
  const status = (sample: typeof samples.filed) =>
    statusPage({
      view: view(lang),
      ...sample,
      directory,
      looks: [],
      requests: [],
      code: "7KQM2D9XVT4H",
      phoneTail: "1201",
    });

  test("opens whom to call right beneath the choice, before anything is written, and beneath no other choice", () => {
    expectBox(filing);
    expect(filing.match(/class="opens"><aside class="emergency"/g)).toHaveLength(1);
    expect(filing).toMatch(/value="imminent-danger"[\s\S]*?<\/label><div class="opens"><aside class="emergency"/);
    expect(filing.indexOf('class="opens"')).toBeLessThan(filing.indexOf("<textarea"));
  });

  test("has the country's numbers a tap away before any question is read", () => {
    const [before = ""] = filing.split("<form id=");
    for (const call of calls.slice(0, 3)) expect(before).toContain(`href="${call}"`);
  });

  test("repeats whom to call before it is filed, on the receipt, and while it goes on", () => {
    expectBox(check("imminent-danger"));
    expect(check("safety")).not.toContain("emergency");
    expectBox(
      receiptPage({
        view: view(lang),
        ...samples.urgent,
        directory,
        code: "-",
        goesBy: "phone",
        isMailed: false,
        limits: [],
      }),
    );
    for (const sample of [samples.urgent, samples.urgent.opens()]) expectBox(status(sample));
    expect(status(samples.inCommunity)).not.toContain("emergency");
  });

  test("never says that there is nothing to do, not even when it is late", () => {
    const says = { zh: /不用做什么/, en: /need not do anything/ }[lang];
    expect(status(samples.inCommunity)).toMatch(says);
    for (const sample of [
      samples.urgent,
      samples.urgent.opens(),
      samples.urgent.opens().at("2027-06-01T00:00:00.000Z"),
    ])
      expect(status(sample)).not.toMatch(says);
  });
});
