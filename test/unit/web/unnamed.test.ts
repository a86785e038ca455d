import { describe, expect, test } from "vitest";
import { aboutNobody } from "#directory/directory.ts";
import { receiptPage } from "#web/pages/receipt.page.tsx";
import { checked, form, status, task, view } from "./drawing.ts";
import { directory, matter, petitioner, type Sample, samples } from "./samples.ts";

/** A petition as it is read, of somebody who left so much. */
const filedBy = (left: { name?: string }) => ({
  category: "housing-estates",
  community: "nanyuan",
  about: aboutNobody,
  submission: "6f9b1b1e-2f5e-4c6e-9a57-0b0f3b1f5f10",
  matter,
  petitioner: left,
  keyNumber: undefined,
});

const aloneWithTheCode = { goesBy: "caseNumber", isMailed: false, limits: [], code: "7KQM-2D9X-VT4H" } as const;
const receipt = (unnamed: boolean, lang: "zh" | "en" = "zh") => {
  const { petition, ...sample } = samples.filed;
  const left = { ...petition, ...(unnamed && { unnamed: true as const }) };
  return receiptPage({ view: view(lang), ...sample, petition: left, directory, ...aloneWithTheCode });
};

describe("somebody who leaves no number", () => {
  test("reads on the receipt that number and code are the only way in, and what that means if they are lost", () => {
    expect(receipt(false)).toContain("编号和查询码是唯一的凭据：拿到这两样的人，都能查看这件诉求，也能作决定");
    expect(receipt(false)).toContain("请带身份证件到信访局，核对姓名后补发");
    expect(receipt(false, "en")).toContain("the only way in: whoever has both can read this petition");
  });

  test("goes from the receipt to the case with its number, which was printed there", () => {
    expect(receipt(false)).toMatch(/<input type="hidden" name="phoneTail" value="安和信〔2026〕\d+号"\/?>/);
  });

  test("reads the same before anything is filed", () => {
    const petition = filedBy({ name: "陈某" });
    expect(checked("zh", { petition })).toContain("不留号码。凭编号和查询码查询、作决定");
  });

  test("is told on each page that asks for the key what to enter", () => {
    expect(form()).toContain("不留号码，只凭编号和查询码查询");
    expect(status(samples.answered)).toContain("没有留号码的，填完整的编号");
  });
});

describe("somebody who leaves no name", () => {
  test("reads that no code can be given anew, and that letters are opened and not sent", () => {
    for (const line of ["不能补发。请把这张纸收好", "告知书和答复不寄给您，写给“信访人”"])
      expect(receipt(true)).toContain(line);
    expect(receipt(true, "en")).toContain("no papers can show that the petition is yours");
    expect(receipt(false)).not.toContain("没有留姓名");
    expect(checked("zh", { petition: filedBy({}) })).toContain("不留姓名。告知书和答复不寄给您");
  });

  test("is no empty line to whoever works on it", () => {
    const { name: _, ...unnamed } = petitioner;
    expect(task(samples.inCommunity, "zh", { petitioner: unnamed })).toContain("<dd>没有留姓名</dd>");
  });
});

describe("an answer on paper", () => {
  const address = "南园新村 7 幢 2 单元 301 室";
  const delivering = (who: Partial<typeof petitioner>, sample: Sample = samples.answered) =>
    task(sample, "zh", { petitioner: { ...petitioner, ...who } });
  const { postal: _, ...unposted } = samples.answered.petition;

  test("has on it where it is posted to, where an address was left, and otherwise nothing", () => {
    expect(delivering({ address })).toMatch(/<address class="envelope">.*南园新村 7 幢 2 单元 301 室.*<\/address>/s);
    expect(delivering({})).not.toContain("envelope");
  });

  test("is said to be posted only where an address was left", () => {
    expect(delivering({ address })).toContain('value="byPost"');
    const html = delivering({}, { ...samples.answered, petition: unposted });
    expect(html).not.toContain('value="byPost"');
    expect(html).toContain("信访人没有留收信地址，不能邮寄");
  });
});
