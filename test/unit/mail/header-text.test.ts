import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressIn, headerText, mailbox } from "#mail/header-text.ts";
import { decoded } from "./decoded.ts";

describe("a text in a header", () => {
  test("stays as it is when it is plain", () => {
    expect(headerText("Petition received, 5 days left")).toBe("Petition received, 5 days left");
  });

  test("is an encoded word when it is Chinese", () => {
    expect(headerText("回音")).toBe("=?UTF-8?B?5Zue6Z+z?=");
  });

  test("cannot begin a header of its own", () => {
    expect(headerText("To you\r\nBcc: all@example.org")).toBe("To you Bcc: all@example.org");
  });

  test("of any length and alphabet is ASCII in words of at most 75 characters, each whole, and reads the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const line = text.replaceAll(/[\r\n]+/g, " ");
        const header = headerText(text);
        expect(header).toMatch(/^[\x20-\x7e]*$/);
        expect(decoded(header)).toBe(line);
        if (header === line) return;
        for (const word of header.split(" ")) {
          expect(word.length).toBeLessThanOrEqual(75);
          // Strictly: a text may hold the character that a lenient reader puts in the place of half a one.
          const [, base64 = ""] = /^=\?UTF-8\?B\?(.+)\?=$/.exec(word) ?? [];
          expect(() => new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(base64, "base64"))).not.toThrow();
        }
      }),
      { examples: [["\ufffd"], ["汉\ufffd字"]] },
    );
  });
});

test.each([
  ["a bare address", "huiyin@example.gov.cn", "huiyin@example.gov.cn"],
  ["a plain name", "Huiyin <huiyin@example.gov.cn>", "Huiyin <huiyin@example.gov.cn>"],
  ["a Chinese name", "回音 <huiyin@example.gov.cn>", "=?UTF-8?B?5Zue6Z+z?= <huiyin@example.gov.cn>"],
  ["a Chinese name in quotes", '"回音" <huiyin@example.gov.cn>', "=?UTF-8?B?5Zue6Z+z?= <huiyin@example.gov.cn>"],
  ["a comma in the name", "Anhe, Huiyin <huiyin@example.gov.cn>", '"Anhe, Huiyin" <huiyin@example.gov.cn>'],
  ["a quote in the name", 'The "Echo" <huiyin@example.gov.cn>', '"The \\"Echo\\"" <huiyin@example.gov.cn>'],
])("a mailbox with %s", (_case, typed, header) => {
  expect(mailbox(typed)).toBe(header);
  expect(addressIn(typed)).toBe("huiyin@example.gov.cn");
});
