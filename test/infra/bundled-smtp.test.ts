import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { addressed } from "#mail/mail.ts";
import { smtpMail } from "#mail/smtp.ts";
import { bundleEntries } from "../../infra/bundling/bundle.ts";
import { fakeSmtp } from "../unit/mail/fake-smtp.ts";

const mail = addressed(
  { subject: "【回音】待办：安和信〔2026〕0123号", html: "<p>请办理</p>", text: "请办理\n" },
  {
    from: "回音 <huiyin@example.gov.cn>",
    to: "li.na@example.gov.cn",
    key: "AH-2026-0123-k7m2p9x4c3vb.4.0",
    bounced: { bounced: { caseId: "AH-2026-0123-k7m2p9x4c3vb", seq: 4, position: 0 } },
  },
);

const Bundled = z.object({ smtpMail: z.custom<typeof smtpMail>((made) => typeof made === "function") });

type Answers = NonNullable<Parameters<typeof fakeSmtp>[0]>;

/** A mail without what no two have in common: its date, and what stands between its parts. */
const alike = (data: string): string => data.replace(/^Date: .*$/m, "").replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, "");

/** What a server that answers so is told and keeps, and what the sender makes of it. */
const sentTo = async (answers: Answers, port: typeof smtpMail) => {
  const { url, heard, taken, stop } = await fakeSmtp(answers);
  const came = await port({ url, tls: "none" })
    .send(mail)
    .then(() => "sent", String)
    .finally(stop);
  return { came, heard, taken: taken.map(({ data }) => alike(data)) };
};

describe("mail by SMTP, bundled as functions are", () => {
  let folder = "";
  let bundled: typeof smtpMail;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "huiyin-smtp-"));
    await bundleEntries([{ in: join(import.meta.dirname, "../../shared/mail/smtp.ts"), out: "smtp" }], folder);
    bundled = Bundled.parse(await import(join(folder, "smtp.js"))).smtpMail;
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test.each<{ when: string; answers: Answers; comes: string }>([
    { when: "all goes well", answers: {}, comes: "sent" },
    { when: "the address is refused", answers: { RCPT: "550 5.1.1 no such user" }, comes: "AddressRefused" },
    { when: "the server is busy", answers: { greeting: "421 too busy" }, comes: "MailNotNow" },
    { when: "the mail is refused", answers: { end: "554 not this one" }, comes: "Error" },
  ])("goes as it does where it is not bundled when $when", async ({ answers, comes }) => {
    const [here, there] = await Promise.all([sentTo(answers, smtpMail), sentTo(answers, bundled)]);
    expect(there).toEqual(here);
    expect(there.came.split(":")[0]).toBe(comes);
  });
});
