import { createServer } from "node:http";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { afterEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { addressed } from "#mail/mail.ts";
import { mailTag } from "#mail/mail-tag.ts";
import { sesMail } from "#mail/ses.ts";
import { smtpMail } from "#mail/smtp.ts";
import { decoded } from "./decoded.ts";
import { fakeSmtp } from "./fake-smtp.ts";

const bounced = { bounced: { caseId: "AH-2026-0123-k7m2p9x4c3vb", seq: 4, position: 0 } };
const mail = addressed(
  { subject: "【回音】待办：安和信〔2026〕0123号", html: "<p>请办理</p>", text: "请办理\n" },
  { from: "回音 <huiyin@example.gov.cn>", to: "li.na@example.gov.cn", key: "AH-2026-0123-k7m2p9x4c3vb.4.0", bounced },
);

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

test("an addressed mail is named by its key and marked as written by a machine", () => {
  expect(mail.headers).toEqual({
    "Message-ID": "<AH-2026-0123-k7m2p9x4c3vb.4.0@example.gov.cn>",
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "All",
  });
});

describe("a mail by SMTP", () => {
  test("arrives with its own Message-ID, both bodies and its recipient", async () => {
    const server = await fakeSmtp();
    stops.push(server.stop);
    await smtpMail({ url: server.url, tls: "none" }).send(mail);
    const [arrived] = server.taken;
    expect(arrived?.from).toBe("MAIL FROM:<huiyin@example.gov.cn>");
    expect(arrived?.to).toBe("RCPT TO:<li.na@example.gov.cn>");
    expect(arrived?.data).toContain("Message-ID: <AH-2026-0123-k7m2p9x4c3vb.4.0@example.gov.cn>\r\n");
    expect(arrived?.data).toContain("Auto-Submitted: auto-generated\r\n");
    expect(arrived?.data).toContain(`text/plain; charset=utf-8`);
    expect(arrived?.data).toContain(`text/html; charset=utf-8`);
    expect(arrived?.data).toMatch(/^Date: \w{3}, \d\d \w{3} \d{4} [\d:]{8} \+0000\r$/m);
    expect(arrived?.data).toMatch(/^MIME-Version: 1.0\r$/m);
  });

  test("is read by mail programs as it was written, and is ASCII in lines that every server takes", async () => {
    const server = await fakeSmtp();
    stops.push(server.stop);
    const long = {
      ...mail,
      subject: `${mail.subject}，最迟3月6日（周五，含当日）处理`,
      html: `<p>${"请办理。".repeat(300)}</p>`,
    };
    await smtpMail({ url: server.url, tls: "none" }).send(long);
    const data = server.taken[0]?.data ?? "";
    expect(data).toMatch(/^[\x20-\x7e\r\n]*$/);
    expect(Math.max(...data.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(78);
    const [head = "", ...rest] = data.split("\r\n\r\n");
    const headers = decoded(head.replaceAll(/\r\n(?= )/g, "")).split("\r\n");
    expect(headers).toEqual(
      expect.arrayContaining([`From: ${long.from}`, `To: ${long.to}`, `Subject: ${long.subject}`]),
    );
    const bodies = rest.map((part) => Buffer.from(part.replace(/--[\s\S]*$/, ""), "base64").toString("utf8"));
    expect(bodies.filter((body) => body !== "")).toEqual([long.text, long.html]);
  });

  test("sends a password over TLS or not at all, and goes without one to a server that asks for none", async () => {
    const server = await fakeSmtp();
    stops.push(server.stop);
    await smtpMail({ url: server.url, tls: "none", user: "huiyin" }).send(mail);
    expect(server.taken).toHaveLength(1);
  });

  test("cannot be made to speak to somebody else by what is written in it", async () => {
    const server = await fakeSmtp();
    stops.push(server.stop);
    const dotted = "a\r\n.\r\nMAIL FROM:<evil@example.org>\r\n";
    await smtpMail({ url: server.url, tls: "none" }).send({
      ...mail,
      text: dotted,
      subject: "待办\r\nBcc: evil@example.org",
    });
    expect(server.taken).toHaveLength(1);
    expect(server.taken[0]?.data).not.toMatch(/^Bcc:/m);
    await expect(
      smtpMail({ url: server.url, tls: "none" }).send({ ...mail, to: "a@b.c>\r\nRCPT TO:<evil@example.org" }),
    ).rejects.toThrow("EENVELOPE");
  });

  test("that is refused fails with codes and without the address", async () => {
    const server = await fakeSmtp({ RCPT: "550 <li.na@example.gov.cn> no such user" });
    stops.push(server.stop);
    const error = await smtpMail({ url: server.url, tls: "none" })
      .send(mail)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: "AddressRefused",
      message: "The email server did not take the email: EENVELOPE 550",
    });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain("li.na");
  });

  test.each([
    ["a mail, though it needs no password", { tls: "required" }],
    ["a password, though it may do without TLS", { tls: "none", user: "huiyin", password: "deep" }],
  ] as const)("never sends to a server without TLS %s", async (_, how) => {
    const server = await fakeSmtp();
    stops.push(server.stop);
    await expect(smtpMail({ url: server.url, ...how }).send(mail)).rejects.toThrow("did not take the email: ETLS");
    expect(server.taken).toEqual([]);
    expect(server.heard.filter((line) => /^(MAIL|RCPT|DATA|AUTH)/.test(line))).toEqual([]);
  });

  test("to a server that is not there fails", async () => {
    const server = await fakeSmtp();
    server.stop();
    await expect(smtpMail({ url: server.url, tls: "none" }).send(mail)).rejects.toThrow(/did not take the email: E/);
  });

  test.each([
    ["a server that is closing", { greeting: "421 closing" }, "MailNotNow", true],
    ["a sender that is not taken", { MAIL: "553 5.7.1 not your domain" }, "MailNotNow", true],
    ["a server that is closing at the recipient", { RCPT: "421 4.3.2 closing" }, "MailNotNow", true],
    ["a policy against this sender", { RCPT: "554 5.7.1 relaying denied" }, "MailNotNow", true],
    ["greylisting", { RCPT: "450 4.2.0 come back later" }, "MailNotNow", false],
    ["a mailbox that is busy", { RCPT: "452 4.2.2 too much mail" }, "MailNotNow", false],
    ["a server that is full at the end", { end: "452 4.3.1 no space left" }, "MailNotNow", false],
    ["no such user", { RCPT: "550 5.1.1 no such user" }, "AddressRefused", undefined],
    ["no such user, in few words", { RCPT: "550 no" }, "AddressRefused", undefined],
    ["a mailbox that takes nothing any more", { RCPT: "552 5.2.2 full" }, "AddressRefused", undefined],
    ["a mail that is taken for spam", { end: "554 5.7.1 spam" }, "Error", undefined],
  ])("%s is told from other refusals", async (_, answers, name, isOutage) => {
    const server = await fakeSmtp(answers);
    stops.push(server.stop);
    const error = await smtpMail({ url: server.url, tls: "none" })
      .send(mail)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name, ...(isOutage !== undefined && { isOutage }) });
  });

  test("a server that is not there, or without TLS where a password is due, is an outage", async () => {
    const server = await fakeSmtp();
    stops.push(server.stop);
    const withPassword = smtpMail({ url: server.url, tls: "none", user: "huiyin", password: "deep" }).send(mail);
    await expect(withPassword).rejects.toMatchObject({ name: "MailNotNow", isOutage: true });
    server.stop();
    const gone = smtpMail({ url: server.url, tls: "none" }).send(mail);
    await expect(gone).rejects.toMatchObject({ name: "MailNotNow", isOutage: true });
  });
});

describe("a mail by SES", () => {
  /** What of a request SES takes as it is. */
  const Envelope = z.object({
    FromEmailAddress: z.string(),
    Destination: z.object({ ToAddresses: z.array(z.string()) }),
    Content: z.object({
      Simple: z.object({ Headers: z.array(z.object({ Name: z.string(), Value: z.string() })) }),
    }),
  });

  /** SES on a local port: keeps what it is given, or refuses it. */
  const fakeSes = async (status: number, body: object, refusal = "MessageRejected") => {
    const sent: unknown[] = [];
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        sent.push(JSON.parse(Buffer.concat(chunks).toString()));
        const headers = { "content-type": "application/json", "x-amzn-errortype": refusal };
        response.writeHead(status, headers).end(JSON.stringify(body));
      });
    });
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    stops.push(() => {
      server.closeAllConnections();
      server.close();
    });
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("The fake service has no port");
    const client = new SESv2Client({
      endpoint: `http://127.0.0.1:${address.port}`,
      region: "eu-west-1",
      credentials: { accessKeyId: "key", secretAccessKey: "secret" },
      maxAttempts: 1,
    });
    return { sent, port: sesMail(client, { configurationSet: "mails" }) };
  };

  test("goes out with both bodies and its headers, the Message-ID left to SES", async () => {
    const { sent, port } = await fakeSes(200, { MessageId: "1" });
    await port.send(mail);
    expect(sent).toEqual([
      {
        FromEmailAddress: "=?UTF-8?B?5Zue6Z+z?= <huiyin@example.gov.cn>",
        Destination: { ToAddresses: [mail.to] },
        ConfigurationSetName: "mails",
        EmailTags: [{ Name: "huiyin", Value: mailTag(bounced) }],
        Content: {
          Simple: {
            Subject: { Data: mail.subject, Charset: "UTF-8" },
            Body: { Html: { Data: mail.html, Charset: "UTF-8" }, Text: { Data: mail.text, Charset: "UTF-8" } },
            Headers: [
              { Name: "Auto-Submitted", Value: "auto-generated" },
              { Name: "X-Auto-Response-Suppress", Value: "All" },
            ],
          },
        },
      },
    ]);
  });

  test("carries nothing but ASCII where SES takes a text as it is: beside addresses, and in headers", async () => {
    const { sent, port } = await fakeSes(200, { MessageId: "1" });
    const headers = { ...mail.headers, Organization: "安和市桃源区信访局" };
    await port.send({ ...mail, to: "李娜 <li.na@example.gov.cn>", headers });
    const [request] = z.array(Envelope).parse(sent);
    const raw = [
      request?.FromEmailAddress,
      request?.Destination.ToAddresses,
      request?.Content.Simple.Headers.map(({ Name, Value }) => [Name, Value]),
    ].flat(2);
    expect(raw).toHaveLength(8);
    expect(raw.filter((text) => !/^[\x20-\x7e]+$/.test(text ?? ""))).toEqual([]);
    expect(raw.map((text) => decoded(text ?? ""))).toEqual(
      expect.arrayContaining(["回音 <huiyin@example.gov.cn>", "李娜 <li.na@example.gov.cn>", "安和市桃源区信访局"]),
    );
  });

  test("that is refused fails by name and without the address", async () => {
    const { port } = await fakeSes(400, { message: "Email address is not verified: li.na@example.gov.cn" });
    const error = await port.send(mail).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "AddressRefused", message: "SES did not take the email: MessageRejected" });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain("li.na");
  });

  test.each([
    ["MessageRejected", 400, "Message contains a virus", "Error", undefined],
    ["BadRequestException", 400, "Header name is invalid", "Error", undefined],
    ["SendingPausedException", 400, "Sending is paused", "MailNotNow", true],
    ["AccountSuspendedException", 400, "Account is suspended", "MailNotNow", true],
    ["MailFromDomainNotVerifiedException", 400, "huiyin@example.gov.cn", "MailNotNow", true],
    ["AccessDeniedException", 403, "not authorized", "MailNotNow", true],
    ["ServiceUnavailable", 503, "", "MailNotNow", true],
    ["TooManyRequestsException", 429, "Maximum sending rate exceeded", "MailNotNow", false],
    ["LimitExceededException", 400, "Daily sending quota exceeded", "MailNotNow", false],
  ])("%s %d (%s) comes to %s", async (refusal, status, message, name, isOutage) => {
    const { port } = await fakeSes(status, { message }, refusal);
    const error = await port.send(mail).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name, ...(isOutage !== undefined && { isOutage }) });
  });
});
