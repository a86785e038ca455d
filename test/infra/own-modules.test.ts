import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { bundleEntries } from "../../infra/bundling/bundle.ts";

const folder = mkdtempSync(join(tmpdir(), "huiyin-unread-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const sources = {
  "shared/told.ts": `
    const parts = { first: "of a list", second: "that is read" };
    const schema = (read: string) => ({ parse: (value: object) => ({ ...value, read }), also: (more: string) => schema(more) });
    export const Read = schema(parts.second);
    export const Unread = Read.also("of a schema that nobody reads");
    export const lists = { ...parts, ...(["of a list that nobody reads"] as const) };
    export const told = \`\${parts.first} \${/* in the midst */ parts.second}\` as const;
    export const say = (): string => told;`,
  "program.ts": `
    import { Read, say } from "./shared/told.ts";
    console.log(JSON.stringify(Read.parse({})) + say());`,
};

test("a bundle carries what is read of a module, and of the rest nothing that is worked out when it loads", async () => {
  for (const [name, text] of Object.entries(sources)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  await bundleEntries([{ in: join(folder, "program.ts"), out: "program" }], folder);
  const bundle = join(folder, "program.js");
  expect(execFileSync(process.execPath, [bundle], { encoding: "utf8" })).toBe(
    '{"read":"that is read"}of a list that is read\n',
  );
  expect(readFileSync(bundle, "utf8")).not.toContain("nobody reads");
});
