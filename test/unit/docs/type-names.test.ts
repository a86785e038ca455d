import { globSync } from "node:fs";
import { expect, test } from "vitest";
import { fileText } from "./markdown.ts";

test("a type name stands for one thing in the whole project", () => {
  const places = new Map<string, string[]>();
  for (const file of globSync("{functions,infra,local,shared,workflows}/**/*.{ts,tsx}")) {
    for (const [, name = ""] of fileText(file).matchAll(/^(?:export )?(?:type|interface|class) (\w+)/gm)) {
      places.set(name, [...(places.get(name) ?? []), file]);
    }
  }
  expect(places.size).toBeGreaterThan(300);
  expect([...places].filter(([, files]) => files.length > 1)).toEqual([]);
});
