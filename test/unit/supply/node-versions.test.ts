import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import description from "../../../package.json" with { type: "json" };

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const found = (text: string, pattern: RegExp): string | undefined => pattern.exec(text)?.[1];

/** The one major version that everything runs on, from the package that brings it along. */
const [major = ""] = description.devDependencies.node.split(".");

test("the functions run in the cloud, are bundled for, and run here under one version of Node", () => {
  expect(found(read("infra/constructs/typed-function.ts"), /Runtime\.NODEJS_(\d+)_X/)).toBe(major);
  expect(found(read("infra/bundling/bundle.ts"), /target: "node(\d+)"/)).toBe(major);
  expect(description.devDependencies["@types/node"].split(".")[0]).toBe(major);
  expect(process.versions.node).toBe(description.devDependencies.node);
});

test.each([
  ["README.md", /Node\.js ([\d.]+) or newer/, /Node\.js (\d+) that every npm script runs on/],
  ["README.zh-CN.md", /Node\.js ([\d.]+) 以上/, /各条 npm 命令实际使用的 Node\.js (\d+)/],
])("%s says which version has to be there, and which one comes along", (file, needed, brought) => {
  const text = read(file);
  expect(description.engines.node).toBe(`>=${found(text, needed)}`);
  expect(found(text, brought)).toBe(major);
});
