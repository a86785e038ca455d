import { expect, test } from "vitest";
import { status } from "./drawing.ts";
import { samples } from "./samples.ts";

const checked = { checkedBy: "zhou-min", check: "residentId" } as const;
const onPaper = samples.inCommunity.does({
  ...{ type: "withdrawOnPaper", by: "zhou-min" },
  paper: { signedOn: "2026-11-20", scan: "SC-2026-0012", ...checked },
});
const withCode = samples.inCommunity.does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } });

test("whoever reads that a withdrawal came on paper is told so, and how to undo it", () => {
  const html = status(onPaper);
  expect(html).toContain("按一份书面材料登记");
  expect(html).toContain('"undoWithdrawal"');
  expect(html).not.toMatch(/周敏|zhou-min|SC-2026-0012/);
  expect(status(withCode)).toContain('"undoWithdrawal"');
  expect(status(withCode)).not.toContain("按一份书面材料登记");
});
