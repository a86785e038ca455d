import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digitsIn, Phone, readOwnNumber, readPhone, withoutExtension } from "#ground/phone.ts";
import { phoneWords } from "#words/phone-words.ts";
import { expectLinear } from "../../support/linear.ts";

const digit = (from = 0, to = 9) => fc.integer({ min: from, max: to }).map(String);
const digits = (count: number) => fc.array(digit(), { minLength: count, maxLength: count }).map((all) => all.join(""));
const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((all) => all.join(""));

const mobile = joined(fc.constant("1"), digit(3), digits(9));
const landline = fc.oneof(
  joined(fc.constantFrom("10", "20", "21", "28"), digits(8)),
  joined(digit(3), digits(2), fc.constantFrom(7, 8).chain(digits)),
);
const abroad = fc.oneof(
  joined(fc.constant("852"), digit(2), digits(7)),
  joined(fc.constantFrom("8532", "8536", "8538"), digits(7)),
  joined(fc.constant("8869"), digits(8)),
  joined(fc.constantFrom("1415", "4420", "8190", "65", "7"), digits(8)),
);
/** A number as it is kept, and the digits that are dialled for it at home, or `+` and those that are dialled elsewhere. */
const number = fc.oneof(
  mobile.map((dialled) => ({ kept: `+86${dialled}`, home: dialled })),
  landline.map((dialled) => ({ kept: `+86${dialled}`, home: `0${dialled}` })),
  abroad.map((dialled) => ({ kept: `+${dialled}`, home: `+${dialled}` })),
);

/** How people write it: what stands between the digits, which digits, what is around them. */
const separator = fc.constantFrom(
  "",
  "",
  "",
  " ",
  "-",
  "–",
  "‑",
  "−",
  "－",
  ".",
  "\u00a0",
  "\u3000",
  "\u200b",
  "\u2060",
);
const wide = (text: string) => text.replaceAll(/\d/g, (d) => String.fromCodePoint(d.charCodeAt(0) + 0xfe_e0));
const around = fc.constantFrom(
  ["", ""],
  [" ", "\n"],
  ["\u202a", "\u202c"],
  ["\u2066", "\u2069"],
  ["tel:", ""],
  ["手机：", "（王某）"],
  ["请打", "，谢谢。"],
);

describe("a phone number", () => {
  test.each([
    ["a mobile", "13812345678", "+8613812345678"],
    ["with the country's code", "+86 138 1234 5678", "+8613812345678"],
    ["dialled from abroad", "0086-13812345678", "+8613812345678"],
    ["with the code in brackets", "(+86) 138-1234-5678", "+8613812345678"],
    ["with the code and no plus", "86 13812345678", "+8613812345678"],
    ["with a full-width plus", "＋８６１３８１２３４５６７８", "+8613812345678"],
    ["dialled from another city in the old way", "013812345678", "+8613812345678"],
    ["from an address book", "\u202a+86\u00a0138\u20111234\u20115678\u202c", "+8613812345678"],
    ["as a link", "tel:+86-138-1234-5678", "+8613812345678"],
    ["in a sentence", "张三，3号楼，13812345678（9点后打）", "+8613812345678"],
    ["twice the same", "13812345678，微信同号 138 1234 5678", "+8613812345678"],
    ["a landline", "0571-88001234", "+8657188001234"],
    ["a landline with its area code in brackets", "（0571）8800 1234", "+8657188001234"],
    ["a landline of seven digits", "0913-2023456", "+869132023456"],
    ["a landline of Beijing", "010-8800-1234", "+861088001234"],
    ["a landline with the country's code", "+86 571 88001234", "+8657188001234"],
    ["a landline with the zero in brackets", "+86 (0)571 88001234", "+8657188001234"],
    ["a landline with the zero that is too many", "+86 0571 88001234", "+8657188001234"],
    ["an extension", "0571-88001234转801", "+8657188001234;ext=801"],
    ["an extension behind a dash", "0571-88001234-801", "+8657188001234;ext=801"],
    ["an extension in English", "0571 8800 1234 ext. 801", "+8657188001234;ext=801"],
    ["an extension of a landline of seven digits", "0913-2023456-8", "+869132023456;ext=8"],
    ["an extension as it is kept", "+8657188001234;ext=801", "+8657188001234;ext=801"],
    ["a service number", "400-800-1234", "+864008001234"],
    ["Hong Kong", "+852 9123 4567", "+85291234567"],
    ["Hong Kong, dialled", "00852-91234567", "+85291234567"],
    ["Macao", "+853 6612 3456", "+85366123456"],
    ["Taiwan", "+886 912 345 678", "+886912345678"],
    ["Taiwan with the zero that is too many", "+886 0912-345-678", "+886912345678"],
    ["a landline of Taiwan", "+886 2 2345 6789", "+886223456789"],
    ["Britain", "+44 (0)20 7946 0958", "+442079460958"],
    ["America", "+1 (415) 555-2671", "+14155552671"],
  ])("is read: %s", (_, typed, kept) => {
    expect(readPhone(typed)).toBe(kept);
    expect(Phone.safeParse(kept).success).toBe(true);
  });

  test.each([
    ["nothing", ""],
    ["words", "没有"],
    ["a digit too few", "1381234567"],
    ["a digit too many", "138123456789"],
    ["a landline without its area code", "88001234"],
    ["Hong Kong without its code", "9123 4567"],
    ["Hong Kong with a digit too many", "+852 9123 45678"],
    ["two numbers", "13812345678/13912345678"],
    ["two numbers side by side", "13812345678 13912345678"],
    ["an emergency number", "110"],
    ["a number abroad that is too short", "0012345"],
  ])("is not read, or not guessed: %s", (_, typed) => {
    expect(readPhone(typed)).toBeUndefined();
  });

  test("is the same number however it is written and whatever is around it", () => {
    fc.assert(
      fc.property(
        number,
        fc.array(separator, { minLength: 20, maxLength: 20 }),
        fc.boolean(),
        around,
        fc.constantFrom("home", "+", "00"),
        ({ kept, home }, between, isWide, [before, after], dialled) => {
          const said = dialled === "home" ? home : kept.replace("+", dialled);
          const spaced = [...said].map((d, i) => (i === 0 ? d : `${between[i]}${d}`)).join("");
          // A dash before the last few digits would make them an extension.
          fc.pre(!/[-–‑−－]\D*(?:\d\D*){1,6}$/u.test(spaced) || !kept.startsWith("+86"));
          expect(readPhone(`${before}${isWide ? wide(spaced) : spaced}${after}`)).toBe(kept);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("is read as it is kept, and as any page shows it", () => {
    const extension = fc.option(joined(digit(1), fc.constantFrom(0, 2, 4).chain(digits)), { nil: undefined });
    fc.assert(
      fc.property(number, extension, fc.constantFrom("zh", "en"), ({ kept }, ext, lang) => {
        const phone = ext === undefined ? kept : `${kept};ext=${ext}`;
        expect(Phone.safeParse(phone).success).toBe(true);
        expect(readPhone(phone)).toBe(phone);
        expect(readPhone(phoneWords(phone, lang))).toBe(phone);
        expect(withoutExtension(phone)).toBe(kept);
        expect(readOwnNumber(phone)).toBe(kept);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["+8613812345678", "138 1234 5678"],
    ["+8657188001234;ext=801", "0571-88001234 转 801"],
    ["+861088001234", "010-88001234"],
    ["+864008001234", "400-800-1234"],
    ["+85291234567", "+852 9123 4567"],
    ["+442079460958", "+442079460958"],
  ])("%s is shown as %s", (phone, shown) => {
    expect(phoneWords(phone, "zh")).toBe(shown.replaceAll(" ", "\u00a0"));
  });

  test.each(["1", "(", "1-", "+ ", "1x", "(1)", "1 转1 ", " - ", "\u202a1", "0571-88001234 "])(
    "is looked for in time in proportion to what was typed: %j",
    (part) => {
      for (const read of [readPhone, readOwnNumber, (typed: string) => digitsIn(typed, 4)])
        expectLinear(read, (n) => part.repeat(n / part.length));
    },
  );
});

describe("a number that somebody chose", () => {
  test.each([
    ["73920156", "73920156"],
    [" 7392-0156 ", "73920156"],
    ["７３９２０１５６", "73920156"],
    ["我的号码是 73920156。", "73920156"],
    ["135792468013", "135792468013"],
    ["13812345678", "+8613812345678"],
  ])("is read, as a phone number where it is one: %j", (typed, number) => {
    expect(readOwnNumber(typed)).toBe(number);
  });

  test.each(["", "1234567", "1357924680135", "73920156 或 73920157"])("is not %j", (typed) => {
    expect(readOwnNumber(typed)).toBeUndefined();
  });
});
