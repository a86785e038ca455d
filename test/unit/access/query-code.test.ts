import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  newQueryCode,
  normaliseQueryCode,
  phoneHashes,
  phoneMatches,
  queryCodeHash,
  readTypedPhone,
} from "#access/query-code.ts";
import { expectLinear } from "../../support/linear.ts";

const bytes = fc.uint8Array({ minLength: 12, maxLength: 12 });
const code = bytes.map((drawn) => newQueryCode(() => drawn));

describe("a query code", () => {
  test("is three groups of four characters that are not misread", () => {
    fc.assert(
      fc.property(code, (made) => {
        expect(made).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}(-|$)){3}$/);
      }),
    );
  });

  test("uses five bits of each random byte: 60 in all", () => {
    const asked: number[] = [];
    const made = newQueryCode((n) => {
      asked.push(n);
      return Uint8Array.from({ length: n }, (_, i) => i * 5);
    });
    expect(asked).toEqual([12]);
    expect(made).toBe("05AF-MSY3-8DJQ");
    expect(newQueryCode(randomBytes)).not.toBe(newQueryCode(randomBytes));
  });

  test("is understood in lower case, without dashes, with other dashes, spaces and full-width letters", () => {
    fc.assert(
      fc.property(code, (made) => {
        const bare = made.replaceAll("-", "");
        const wide = bare.replaceAll(/./g, (c) => String.fromCodePoint(c.charCodeAt(0) + 0xfe_e0));
        for (const typed of [made, bare, made.toLowerCase(), ` ${made.replaceAll("-", " – ")} `, wide])
          expect(normaliseQueryCode(typed)).toBe(made);
      }),
    );
  });

  test("is understood wherever it is copied from: beside the number, in a sentence, in a mail", () => {
    fc.assert(
      fc.property(
        code,
        fc.constantFrom("安和信〔2026〕0015号", "ANHE-2026-0015", "AH-2026-1234567"),
        (made, number) => {
          for (const typed of [
            `${number} ${made}`,
            `${number}\n${made.toLowerCase()}`,
            `编号：${number}，查询码：${made}。`,
            `查询码${made}，请不要告诉别人`,
            `Number ${number}, query code ${made} - keep this code with your email`,
            `Registration of ${number}: ${made}`,
            `\u202a${made}\u202c 号码后四位 5678`,
            `<${made}>`,
          ])
            expect(normaliseQueryCode(typed), typed).toBe(made);
        },
      ),
    );
  });

  test.each([
    ["without dashes, in a sentence", "查询码是 7k3m9x2c4b8d 谢谢", "7K3M-9X2C-4B8D"],
    ["spaced, in a sentence", "query code: 7K3M 9X2C 4B8D, thanks", "7K3M-9X2C-4B8D"],
    ["twice", "7K3M-9X2C-4B8D 7k3m-9x2c-4b8d", "7K3M-9X2C-4B8D"],
    ["beside a phone number", "7K3M-9X2C-4B8D 138 1234 5678", "7K3M-9X2C-4B8D"],
  ])("is found %s", (_, typed, meant) => {
    expect(normaliseQueryCode(typed)).toBe(meant);
  });

  test.each([
    ["two of them", "7K3M-9X2C-4B8D 或 8K3M-9X2C-4B8D"],
    ["a number alone in a sentence", "编号：ANHE-2026-0015"],
    ["a printed number", "安和信〔2026〕0015号"],
    ["words of a language", "Please keep this code safe: registration number follows"],
  ])("is not guessed from %s", (_, typed) => {
    expect(normaliseQueryCode(typed)).toBeUndefined();
  });

  test("is understood with O for 0, and I or L for 1", () => {
    expect(normaliseQueryCode("oO0I-lL1i-ABCD")).toBe("0001-1111-ABCD");
  });

  test("is told from heaped marks in time in proportion to what was typed", () => {
    expectLinear(normaliseQueryCode, (n) => `a${"\u0315".repeat(n / 2)}${"\u0316".repeat(n / 2)}`);
    for (const part of [" -", "A ", "AAAA ", "1A-", "AAAA-AAAA-AAA1 "])
      expectLinear(normaliseQueryCode, (n) => part.repeat(n / part.length));
    expect(normaliseQueryCode(`0001-1111-ABCD${"\u0315".repeat(31)}`)).toBeUndefined();
  });

  test.each(["", "ABCD-EFGH", "ABCD-EFGH-JKMNP", "ABCD-EFGH-JKMU", "ABCD-EFGH-JKM!", "字字字字-字字字字-字字字字"])(
    "is not %j",
    (typed) => {
      expect(normaliseQueryCode(typed)).toBeUndefined();
    },
  );

  test("is stored as a hash", () => {
    expect(queryCodeHash("0001-1111-ABCD")).toMatch(/^[\w-]{43}$/);
    expect(queryCodeHash("0001-1111-ABCD")).not.toBe(queryCodeHash("0001-1111-ABCE"));
  });
});

describe("a phone number", () => {
  const made = "0001-1111-ABCD";
  const stored = phoneHashes(made, "13812345678");
  const matches = (typed: string, code = made) => {
    const phone = readTypedPhone(typed);
    return phone !== undefined && phoneMatches(code, phone, stored);
  };

  test("is recognised by its last four digits or by all, spaced and in full-width digits too", () => {
    expect(
      ["5678", " ５６７８ ", "13812345678", "138 1234-5678", "１３８１２３４５６７８"].filter((t) => !matches(t)),
    ).toEqual([]);
    expect(
      ["+86 138 1234 5678", "0086 13812345678", "后四位：5678", "手机 13812345678"].filter((t) => !matches(t)),
    ).toEqual([]);
    expect(readTypedPhone("5678")?.part).toBe("ending");
    expect(readTypedPhone("138 1234 5678")?.part).toBe("number");
  });

  test.each([
    ["a landline", "0571-88001234", "1234", ["0571 88001234", "+86-571-88001234", "（0571）88001234"]],
    ["a landline with an extension", "+8657188001234;ext=801", "1234", ["0571-88001234", "0571-88001234转801"]],
    ["Hong Kong", "+85291234567", "4567", ["+852 9123 4567", "0085291234567"]],
    ["Taiwan", "+886912345678", "5678", ["+886 0912 345 678", "00886912345678"]],
    ["a number of one's own", "73920156", "0156", ["7392 0156", "７３９２０１５６"]],
    ["a number of one's own that is a mobile's", "13812345678", "5678", ["+86 13812345678"]],
  ])("of any kind is recognised by its last four digits or by all: %s", (_, kept, ending, whole) => {
    const hashes = phoneHashes(made, kept);
    for (const typed of [ending, ...whole]) {
      const phone = readTypedPhone(typed);
      expect(phone).toMatchObject({ part: typed === ending ? "ending" : "number" });
      expect(phone !== undefined && phoneMatches(made, phone, hashes), typed).toBe(true);
    }
  });

  test("is not recognised when wrong, of another length, or with another code", () => {
    const wrong = ["5679", "", "678", "45678", "13812345679", "138123456789"];
    expect(wrong.filter((typed) => matches(typed))).toEqual([]);
    for (const typed of ["5678", "13812345678"]) expect(matches(typed, "0001-1111-ABCE")).toBe(false);
  });

  test("is told from heaped marks in time in proportion to what was typed", () => {
    const heap = (n: number) => `5678${"\u0315".repeat(n / 2)}${"\u0316".repeat(n / 2)}`;
    expectLinear(matches, heap);
    expect(matches(heap(100))).toBe(false);
  });

  test("matches nothing where there is nothing to compare it with", () => {
    expect(phoneMatches(made, { part: "ending", digits: "5678" }, undefined)).toBe(false);
  });

  test("is stored as hashes that are worth nothing without the code", () => {
    expect(JSON.stringify(stored)).not.toContain("5678");
    const other = phoneHashes("0001-1111-ABCE", "13812345678");
    expect(new Set([stored.ending, stored.number, other.ending, other.number]).size).toBe(4);
  });
});

describe("the number of a case, which goes with the code of whoever left none", () => {
  test.each([
    ["as commands write it", "ANHE-2026-0017", "20260017"],
    ["as it is printed", "安和信〔2026〕0017号", "20260017"],
    ["with the brackets of a keyboard", "安和信[2026]0017", "20260017"],
    ["in full-width digits", "安和信（２０２６）００１７号", "20260017"],
    ["in small letters, in a sentence", "my number is anhe-2026-0017.", "20260017"],
    ["of a district whose name ends in digits", "AREA-51-2026-123456", "2026123456"],
    ["of a nation's ten millions", "ANHE-2026-0010000000", "20260010000000"],
    ["as digits alone", "2026 0017", "20260017"],
  ])("is read %s", (_, typed, digits) => {
    expect(readTypedPhone(typed)).toEqual({ part: "number", digits });
  });

  test("is no phone number's part, and no phone number is one", () => {
    expect(readTypedPhone("0571-2026-1234")).toEqual(readTypedPhone("057120261234"));
    expect(readTypedPhone("0017")).toEqual({ part: "ending", digits: "0017" });
    expect(readTypedPhone("〔2026〕")).toEqual({ part: "ending", digits: "2026" });
  });

  test("opens with its last four digits or with all of it, and no other's does", () => {
    const code = newQueryCode(randomBytes);
    const stored = phoneHashes(code, "ANHE-2026-0017");
    const opens = (typed: string) => {
      const read = readTypedPhone(typed);
      return read !== undefined && phoneMatches(code, read, stored);
    };
    expect(["0017", "安和信〔2026〕0017号", "20260017"].map(opens)).toEqual([true, true, true]);
    expect(["0018", "安和信〔2027〕0017号", "2026"].map(opens)).toEqual([false, false, false]);
  });

  test("is looked for in time that goes with the length of what is typed", () => {
    expectLinear(readTypedPhone, (length) => "A-1".repeat(length / 3));
    expectLinear(readTypedPhone, (length) => `A${"-1".repeat(length / 2)}`);
  });
});
