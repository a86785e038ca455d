import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LinkFor } from "#access/link.ts";
import { codeMatches, linkCode, linkHash, linkToken, linkTokenIn, typedDigits } from "#access/task-link.ts";
import { expectLinear } from "../../support/linear.ts";

const secret = "a district's secret";
const link: LinkFor = { caseId: "AH-2026-0123-k7m2p9x4c3vb", stepNo: 2, staff: "li-na", assignment: 1 };
const others: LinkFor[] = [
  { ...link, caseId: "AH-2026-0124-k7m2p9x4c3vb" },
  { ...link, stepNo: 3 },
  { ...link, staff: "li-nan" },
  { ...link, assignment: 2 },
  { ...link, issue: 2 },
];

describe("a task link", () => {
  test("has a token of 256 bits that can be derived again", () => {
    expect(linkToken(secret, link)).toMatch(/^[\w-]{43}$/);
    expect(linkToken(secret, { ...link })).toBe(linkToken(secret, link));
  });

  test("has another token for another case, step, person or assignment, and under another secret", () => {
    const tokens = [link, ...others].map((each) => linkToken(secret, each));
    expect(new Set([...tokens, linkToken("another secret", link)]).size).toBe(7);
  });

  test("is stored as a hash that does not give the token away", () => {
    const token = linkToken(secret, link);
    expect(linkHash(token)).toBe(createHash("sha256").update(token).digest("base64url"));
    expect(linkHash(token)).not.toBe(token);
  });

  test("has six digits that are no part of the token and differ from link to link", () => {
    const codes = [link, ...others].map((each) => linkCode(secret, each));
    for (const code of codes) expect(code).toMatch(/^\d{6}$/);
    expect(new Set(codes).size).toBe(6);
    expect(linkCode(secret, link)).not.toBe(linkCode("another secret", link));
  });

  test("takes its own six digits, however they are typed", () => {
    const code = linkCode(secret, link);
    const wide = code.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff_10 + Number(digit)));
    const [first, last] = [code.slice(0, 3), code.slice(3)];
    const sentences = [
      `验证码：${code}`,
      `Six-digit code ${code}.`,
      `2026年3月6日前，验证码 ${first}-${last}（勿转发）`,
      `\u202a${code}\u202c`,
    ];
    for (const typed of [code, ` ${code} `, `${first} ${last}`, wide, ...sentences])
      expect(typedDigits(typed)).toBe(code);
    expect(codeMatches(secret, link, code)).toBe(true);
  });

  test("takes nothing else", () => {
    const code = linkCode(secret, link);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{6}$/)), (typed) => {
        const digits = typedDigits(typed);
        fc.pre(digits !== code);
        expect(digits === undefined ? /^\d{6}$/.test(typed) : codeMatches(secret, link, digits)).toBe(false);
      }),
    );
    expect(typedDigits(`e${"\u0315".repeat(5000)}`)).toBeUndefined();
    for (const other of others) expect(codeMatches(secret, other, code)).toBe(false);
  });

  test("is looked up only by what can be a token", () => {
    for (const other of ["", "A", "A".repeat(44), "é".repeat(43), `${"A".repeat(43)} ${"B".repeat(43)}`]) {
      expect(linkTokenIn(other)).toBeUndefined();
    }
  });

  test("is found in its link, and in what mail programs and people make of it", () => {
    const token = linkToken(secret, link);
    const url = `https://petition.example.gov.cn/task#${token}`;
    const pasted = [
      token,
      ` ${token}\n`,
      url,
      `<${url}>`,
      `${url}。`,
      `${token}%E3%80%82`,
      `请打开 ${url}，谢谢`,
      `${token}\u200b`,
    ];
    for (const text of pasted) expect(linkTokenIn(text), text).toBe(token);
    expectLinear(linkTokenIn, (n) => `${"A".repeat(42)}#`.repeat(n / 43));
  });

  test("spreads its digits evenly over the first digit", () => {
    const counts = Array.from({ length: 10 }, () => 0);
    for (let stepNo = 1; stepNo <= 5000; stepNo++) {
      const first = Number(linkCode(secret, { ...link, stepNo }).charAt(0));
      counts[first] = (counts[first] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 500)).toBeLessThan(120);
  });
});
