import fc from "fast-check";
import { expect, test } from "vitest";
import { formHash, formMark, openReceipt, sealReceipt } from "#access/receipt.ts";

const id = "6f9b1b1e-2f5e-4c6e-9a57-0b0f3b1f5f10";
const typed = { matter: { story: "楼道漏水三个月。" }, petitioner: { name: "陈某", phone: "13812345678" } };
const form = formHash(id, typed);
const receipt = sealReceipt(form, "AH-2026-0001", "7K2M-9QXT-4B0C");

test("the same form opens its receipt, in whatever order its fields came", () => {
  const again = formHash(id, { petitioner: { phone: "13812345678", name: "陈某" }, matter: typed.matter });
  expect(openReceipt(again, "AH-2026-0001", receipt)).toBe("7K2M-9QXT-4B0C");
  expect(formMark(again)).toBe(formMark(form));
});

test("another id, another word or another case opens none, and neither does what is stored", () => {
  const others = [formHash(`${id}0`, typed), formHash(id, { ...typed, petitioner: { name: "陈某" } }), formMark(form)];
  for (const other of others) {
    expect(() => openReceipt(other, "AH-2026-0001", receipt)).toThrow();
    expect(formMark(other)).not.toBe(formMark(form));
  }
  expect(() => openReceipt(form, "AH-2026-0002", receipt)).toThrow();
});

test("a receipt that was changed anywhere does not open", () => {
  fc.assert(
    fc.property(fc.constantFrom("iv", "tag", "data"), fc.nat(), fc.integer({ min: 1, max: 255 }), (part, at, by) => {
      const bytes = Buffer.from(receipt[part], "base64");
      const place = at % bytes.length;
      bytes[place] = (bytes[place] ?? 0) ^ by;
      expect(() => openReceipt(form, "AH-2026-0001", { ...receipt, [part]: bytes.toString("base64") })).toThrow();
    }),
  );
});
