import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as z from "zod";

const root = new URL("../../../", import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), "utf8"));

const Locked = z.object({
  version: z.string(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  /** It lies inside the archive of the package above it, whose hash covers it. */
  inBundle: z.boolean().default(false),
  dev: z.boolean().default(false),
  license: z.string().optional(),
});
const { packages } = z.object({ packages: z.record(z.string(), z.unknown()) }).parse(read("package-lock.json"));
const locked = Object.entries(packages)
  .filter(([path]) => path !== "")
  .map(([path, entry]) => ({ path, ...Locked.parse(entry) }));

/** Where a package comes from that names no other place. */
const registry = "https://registry.npmjs.org/";

const Versions = z.record(z.string(), z.string());
const { dependencies, devDependencies } = z
  .object({ dependencies: Versions, devDependencies: Versions })
  .parse(read("package.json"));

/** What runs for the public may be under these: each may be used, changed and passed on with the notice alone. */
const permissive = ["Apache-2.0", "MIT", "MIT-0", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "ISC"];

describe("the lock", () => {
  test("has a hash for every package, also for those of other platforms: npm verifies nothing else", () => {
    expect(locked.length).toBeGreaterThan(300);
    const own = locked.filter(({ inBundle }) => !inBundle);
    expect(own.filter(({ integrity = "" }) => !integrity.startsWith("sha512-")).map(({ path }) => path)).toEqual([]);
  });

  test("leads to the registry alone", () => {
    const elsewhere = locked.filter(({ resolved = registry }) => !resolved.startsWith(registry));
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
  });

  test("holds what the manifest names, at one version each", () => {
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(locked.find(({ path }) => path === `node_modules/${name}`)?.version, name).toBe(version);
    }
  });
});

test("a Python package for the local district has a version and hashes, and pip takes nothing without", () => {
  const text = readFileSync(new URL("local/requirements.txt", root), "utf8").replaceAll(" \\\n", " ");
  const pinned = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  expect(pinned.length).toBeGreaterThan(15);
  const hashed = /^[\w.-]+==[\w.]+(; python_version < "3\.11")?( +--hash=sha256:[0-9a-f]{64})+$/;
  expect(pinned.filter((line) => !hashed.test(line))).toEqual([]);
  expect(readFileSync(new URL("local/python.ts", root), "utf8")).toContain('"--require-hashes"');
});

test("everything that runs in a function is under a licence that lets the district use, change and pass it on", () => {
  const inFunctions = locked.filter(({ dev }) => !dev);
  expect(inFunctions.length).toBeGreaterThan(20);
  const others = inFunctions.filter(({ license = "none" }) => !permissive.includes(license));
  expect(others.map(({ path, license = "none" }) => `${path}: ${license}`)).toEqual([]);
});
