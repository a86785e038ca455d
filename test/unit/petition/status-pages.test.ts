import { describe, expect, test } from "vitest";
import { noTexts } from "#access/texts.ts";
import type { MailboxSeen } from "#case/state/mailbox.ts";
import { statusPages } from "../../../functions/petition/status-pages.ts";
import { directory, samples } from "../web/samples.ts";

const { petition, events, clocks, now, calendar } = samples.inCommunity;

/** The page that a petitioner gets who looks at a case as it is followed. */
const page = async (mailbox?: MailboxSeen): Promise<string> => {
  const followed = { petition, events, looks: [], clocks, texts: noTexts, mailbox };
  const look = () => Promise.resolve(followed);
  const pages = statusPages({
    follow: { look, act: look, askMailboxAgain: async () => ({ asked: "again", shown: await look() }) },
    world: () => Promise.resolve({ now, calendar, directory }),
    assets: "v1",
    demo: false,
  });
  const asked = { method: "POST", path: "/status", query: {}, cookies: {}, headers: {}, params: {} };
  const form = { code: "7KQM-2D9X-VT4H", phoneTail: "1201" };
  const reply = await pages.look({ ...asked, address: "203.0.113.7", reference: "00000000", nonce: "n", form });
  return "html" in reply ? reply.html : "";
};

const address = "wang.xiaofang@example.org";

describe("a petitioner who looks", () => {
  test.each([
    ["asked", "我们给 w…@example.org 发过一封邮件，还没有确认"],
    ["confirmed", "会发邮件到 w…@example.org"],
    ["disowned", "w…@example.org 的使用者说"],
    ["refused", "发到您所留邮箱的邮件被退回"],
  ] as const)("reads how the mailbox stands that they left, and nobody else's address: %s", async (is, says) => {
    const html = await page({ is, address });
    expect(html).toContain(says);
    expect(html).not.toContain("wang");
    expect(await page()).not.toContain(says);
  });

  test("can have it asked again while nobody has answered, and not otherwise", async () => {
    const form = 'action="/status/mailbox"';
    expect(await page({ is: "asked", address })).toContain(form);
    for (const is of ["confirmed", "disowned", "refused"] as const)
      expect(await page({ is, address })).not.toContain(form);
  });
});
