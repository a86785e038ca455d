import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSession, sessionCookie, sessionName } from "#access/device-session.ts";

const secret = "a district's secret";
const today = "2026-03-06";
const baseUrl = "https://petition.example.gov.cn";
const cookie = sessionCookie(secret, "li-na", today, baseUrl);
const value = cookie.slice(sessionName(baseUrl).length + 1, cookie.indexOf(";"));

describe("a device session", () => {
  test("knows whose device it is, on the day it was made for", () => {
    expect(readSession([secret], value, today)).toBe("li-na");
  });

  test("ends with the district's day", () => {
    expect(readSession([secret], value, "2026-03-07")).toBeUndefined();
    expect(readSession([secret], value, "2026-03-05")).toBeUndefined();
  });

  test("cannot be made for another person, another day or under another secret", () => {
    expect(readSession([secret], value.replace("li-na", "wang-wei"), today)).toBeUndefined();
    expect(readSession([secret], value.replace(today, "2026-03-07"), "2026-03-07")).toBeUndefined();
    expect(readSession(["another secret"], value, today)).toBeUndefined();
  });

  test("is nobody's when the cookie is missing or was tampered with anywhere", () => {
    expect(readSession([secret], undefined, today)).toBeUndefined();
    fc.assert(
      fc.property(fc.nat(value.length - 1), fc.constantFrom("A", "b", "7", ".", "|"), (at, character) => {
        fc.pre(value.charAt(at) !== character);
        const tampered = value.slice(0, at) + character + value.slice(at + 1);
        expect(readSession([secret], tampered, today)).toBeUndefined();
      }),
    );
  });

  test("is out of reach of scripts and other sites, over https, and can be planted by no other host", () => {
    expect(cookie).toMatch(/^__Host-device=/);
    expect(cookie).toMatch(/; Path=\/; Max-Age=86400; HttpOnly; SameSite=Strict; Secure$/);
    expect(cookie).not.toContain("Domain");
  });

  test("has a plain name over http, where browsers take no prefix", () => {
    const local = sessionCookie(secret, "li-na", today, "http://localhost:8080");
    expect(local).toMatch(/^device=/);
    expect(local).not.toContain("Secure");
  });
});
