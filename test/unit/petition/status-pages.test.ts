import { describe, expect, test } from "vitest";
import { noTexts } from "#access/texts.ts";
import { statusPages } from "../../../functions/petition/status-pages.ts";
import { directory, samples } from "../web/samples.ts";

const { petition, events, clocks, now, calendar } = samples.inCommunity;

/** The page that a petitioner gets who looks at a case as it is followed. */
const page = async (mailRefused: boolean): Promise<string> => {
  const followed = { petition, events, looks: [], clocks, texts: noTexts, mailRefused };
  const look = () => Promise.resolve(followed);
  const pages = statusPages({
    follow: { look, act: look },
    world: () => Promise.resolve({ now, calendar, directory }),
    assets: "v1",
    demo: false,
  });
  const asked = { method: "POST", path: "/status", query: {}, cookies: {}, headers: {}, params: {} };
  const form = { code: "7KQM-2D9X-VT4H", phoneTail: "1201" };
  const reply = await pages.look({ ...asked, address: "203.0.113.7", reference: "00000000", nonce: "n", form });
  return "html" in reply ? reply.html : "";
};

describe("a petitioner who looks", () => {
  test("reads that mail to the address that they left is refused", async () => {
    const says = "发到您所留邮箱的邮件被退回";
    expect(await page(true)).toContain(says);
    expect(await page(false)).not.toContain(says);
  });
});
