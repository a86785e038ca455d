import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSessions, sessionCookie, sessionName } from "#access/device-session.ts";

const secret = "a district's secret";
const today = "2026-03-06";
const baseUrl = "https://petition.example.gov.cn";
const cookie = sessionCookie(secret, "li-na", today, baseUrl);
const value = cookie.slice(sessionName(baseUrl).length + 1, cookie.indexOf(";"));

describe("a device session", () => {
  test("knows whose device it is, on the day it was made for", () => {
    expect(readSessions([secret], value, today)).toEqual(["li-na"]);
  });

  test("of one person does not displace a colleague's on a computer that they share, and comes to an end with the day", () => {
    const held = (whole: string) => whole.slice(sessionName(baseUrl).length + 1, whole.indexOf(";"));
    const both = held(sessionCookie(secret, "wang-wei", today, baseUrl, value));
    expect(readSessions([secret], both, today)).toEqual(["wang-wei", "li-na"]);
    expect(readSessions([secret], held(sessionCookie(secret, "li-na", today, baseUrl, both)), today)).toEqual([
      "li-na",
      "wang-wei",
    ]);
    const tomorrow = held(sessionCookie(secret, "wang-wei", "2026-03-07", baseUrl, both));
    expect(readSessions([secret], tomorrow, "2026-03-07")).toEqual(["wang-wei"]);
  });

  test("is remembered for no more people than a cookie has room for, the latest first", () => {
    let held: string | undefined;
    for (let n = 1; n <= 30; n += 1) {
      const whole = sessionCookie(secret, `person-${n}`, today, baseUrl, held);
      held = whole.slice(sessionName(baseUrl).length + 1, whole.indexOf(";"));
    }
    expect(readSessions([secret], held, today)).toHaveLength(8);
    expect(readSessions([secret], held, today)[0]).toBe("person-30");
    expect(held?.length).toBeLessThan(2000);
  });

  test("ends with the district's day", () => {
    expect(readSessions([secret], value, "2026-03-07")).toEqual([]);
    expect(readSessions([secret], value, "2026-03-05")).toEqual([]);
  });

  test("cannot be made for another person, another day or under another secret", () => {
    expect(readSessions([secret], value.replace("li-na", "wang-wei"), today)).toEqual([]);
    expect(readSessions([secret], value.replace(today, "2026-03-07"), "2026-03-07")).toEqual([]);
    expect(readSessions(["another secret"], value, today)).toEqual([]);
  });

  test("is nobody's when the cookie is missing or was tampered with anywhere", () => {
    expect(readSessions([secret], undefined, today)).toEqual([]);
    fc.assert(
      fc.property(fc.nat(value.length - 1), fc.constantFrom("A", "b", "7", ".", "|"), (at, character) => {
        fc.pre(value.charAt(at) !== character);
        const tampered = value.slice(0, at) + character + value.slice(at + 1);
        expect(readSessions([secret], tampered, today)).toEqual([]);
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
