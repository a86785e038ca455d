import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { bundleEntries } from "../../infra/bundling/bundle.ts";
import { everyPage } from "../unit/web/every-page.ts";

const Drawn = z.array(z.strictObject({ page: z.string(), state: z.string(), html: z.string() }));

test("every page is drawn by what is bundled as it is from source, in both languages", async () => {
  const folder = mkdtempSync(join(tmpdir(), "huiyin-pages-"));
  await bundleEntries([{ in: join(import.meta.dirname, "../unit/web/every-page.ts"), out: "pages" }], folder);
  const [bundle, drawn] = [join(folder, "pages.js"), join(folder, "drawn.json")].map((path) => JSON.stringify(path));
  for (const lang of ["zh", "en"] as const) {
    const program = `require("node:fs").writeFileSync(${drawn}, JSON.stringify(require(${bundle}).everyPage("${lang}")))`;
    execFileSync(process.execPath, ["--eval", program]);
    const bundled = Drawn.parse(JSON.parse(readFileSync(join(folder, "drawn.json"), "utf8")));
    const bySource = everyPage(lang);
    expect(bySource.length).toBeGreaterThan(200);
    expect(bundled.map(({ page, state }) => `${page}: ${state}`)).toEqual(
      bySource.map(({ page, state }) => `${page}: ${state}`),
    );
    const others = bundled.filter(({ html }, position) => html !== bySource[position]?.html);
    expect(others.map(({ page, state }) => `${page}: ${state}`)).toEqual([]);
  }
  rmSync(folder, { recursive: true });
});
