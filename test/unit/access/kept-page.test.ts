import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deviceKeyCookie, deviceKeyIn, newDeviceKey } from "#access/device-key.ts";
import { keptName, keptPage, openKept, sealKept } from "#access/kept-page.ts";

const key = newDeviceKey((bytes) => new Uint8Array(bytes).fill(7));
const page = keptPage(key, "receipt", "AH-2026-0001");
const content = { code: "7K2M-9QXT-4B0C", phone: "13812345678" };
const sealed = sealKept(page, content);
if (sealed === undefined) throw new Error("there is room for it");

describe("a kept page", () => {
  test("opens for its device, under its kind and its mark, and else not", () => {
    expect(openKept(page, sealed)).toEqual(content);
    const others = [
      { ...page, key: `${key.slice(0, -1)}A` },
      { ...page, kind: "draft" as const },
      { ...page, mark: `${page.mark}A` },
    ];
    for (const other of others) {
      expect(() => openKept(other, sealed)).toThrow();
      expect(keptName(other)).not.toBe(keptName(page));
    }
  });

  test("does not open once anything of it was changed", () => {
    fc.assert(
      fc.property(fc.constantFrom("iv", "tag", "data"), fc.nat(), fc.integer({ min: 1, max: 255 }), (part, at, by) => {
        const bytes = Buffer.from(sealed[part], "base64");
        const place = at % bytes.length;
        bytes[place] = (bytes[place] ?? 0) ^ by;
        expect(() => openKept(page, { ...sealed, [part]: bytes.toString("base64") })).toThrow();
      }),
    );
  });

  test("shows any text again as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (story) => {
        const text = { story: story.toWellFormed() };
        const kept = sealKept(page, text);
        expect(kept && openKept(page, kept)).toEqual(text);
      }),
    );
  });

  test("is not made of more than a row may hold", () => {
    const random = Buffer.from(Array.from({ length: 300_000 }, () => Math.floor(Math.random() * 256))).toString(
      "base64",
    );
    expect(sealKept(page, { story: random })).toBeUndefined();
  });
});

describe("a device's key", () => {
  const https = "https://petition.example.gov.cn";
  const cookie = deviceKeyCookie(key, https);

  test("is out of reach of scripts, is sent to this host alone, and stays when a mail's link is followed", () => {
    expect(cookie).toMatch(/^__Host-kept=[\w-]{43}; Path=\/; Max-Age=86400; HttpOnly; SameSite=Lax; Secure$/);
    expect(cookie).not.toContain("Domain");
  });

  test("is read from its cookie, and nothing else is taken for one", () => {
    const [, value = ""] = /=([^;]*)/.exec(cookie) ?? [];
    expect(deviceKeyIn({ "__Host-kept": value }, https)).toBe(key);
    for (const other of ["", "short", `${key}A`, "!".repeat(43)]) {
      expect(deviceKeyIn({ "__Host-kept": other }, https)).toBeUndefined();
    }
    expect(deviceKeyIn({ kept: value }, https)).toBeUndefined();
    expect(deviceKeyIn({}, https)).toBeUndefined();
  });
});
