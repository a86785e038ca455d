import { describe, expect, test } from "vitest";
import type { Bounced } from "#case/outbox/posted.ts";
import { mailTag, readMailTag } from "#mail/mail-tag.ts";
import { hearBounces, SesEvent } from "../../../functions/outbox/hear-bounces.ts";

const mark = "abcdefghijklmnopqrstuv";
const task: Bounced = {
  bounced: { caseId: "ANHE-2026-0123-7k3m9x2c4b8d", seq: 12, position: 1 },
  of: { staff: "li-na", directory: mark },
};
const news: Bounced = { bounced: { caseId: "ANHE-2026-0123-7k3m9x2c4b8d", seq: 1, position: 0 } };
const digest: Bounced = { bounced: { digest: "li-na", on: "2026-03-06" }, of: { staff: "li-na", directory: mark } };

/** An event as EventBridge hands it on, after the examples in the developer guide of SES. */
const told = (detailType: string, eventType: string, what: object, tags: Record<string, string[]>) => ({
  version: "0",
  id: "c3d4e5f6-a7b8-9012-cdef-123456789012",
  "detail-type": detailType,
  source: "aws.ses",
  account: "123456789012",
  time: "2026-03-06T00:41:02Z",
  region: "eu-west-1",
  resources: ["arn:aws:ses:eu-west-1:123456789012:configuration-set/mails"],
  detail: {
    eventType,
    ...what,
    mail: {
      timestamp: "2026-03-06T00:40:02.012Z",
      source: "=?UTF-8?B?5Zue6Z+z?= <huiyin@example.gov.cn>",
      sourceArn: "arn:aws:ses:eu-west-1:123456789012:identity/example.gov.cn",
      sendingAccountId: "123456789012",
      messageId: "EXAMPLE7c191be45-e9aedb9a-02f9-4d12-a87d-dd0099a07f8a-000000",
      destination: ["recipient@example.com"],
      headersTruncated: false,
      headers: [{ name: "To", value: "recipient@example.com" }],
      commonHeaders: { to: ["recipient@example.com"], subject: "-" },
      tags: {
        "ses:configuration-set": ["mails"],
        "ses:source-ip": ["192.0.2.0"],
        "ses:from-domain": ["example.gov.cn"],
        "ses:caller-identity": ["SendMail"],
        ...tags,
      },
    },
  },
});

const bounceOf = (bounceType: string, bounceSubType: string, tags: Record<string, string[]>) =>
  told(
    "Email Bounced",
    "Bounce",
    {
      bounce: {
        bounceType,
        bounceSubType,
        bouncedRecipients: [
          {
            emailAddress: "recipient@example.com",
            action: "failed",
            status: "5.1.1",
            diagnosticCode: "smtp; 550 5.1.1 user unknown",
          },
        ],
        timestamp: "2026-03-06T00:41:02.669Z",
        feedbackId: "01000157c44f053b-61b59c11-9236-11e6-8f96-7be8aexample-000000",
        reportingMTA: "dsn; mta.example.com",
      },
    },
    tags,
  );

const complaint = (tags: Record<string, string[]>) =>
  told(
    "Email Complaint Received",
    "Complaint",
    {
      complaint: {
        complainedRecipients: [{ emailAddress: "recipient@example.com" }],
        timestamp: "2026-03-06T00:41:02.669Z",
        feedbackId: "01000157c44f053b-61b59c11-9236-11e6-8f96-7be8aexample-000000",
        userAgent: "ExampleCorp Feedback Loop (V0.01)",
        complaintFeedbackType: "abuse",
        arrivalDate: "2026-03-06T00:41:02.669Z",
      },
    },
    tags,
  );

const heard = async (event: object) => {
  const posted: Bounced[] = [];
  const hear = hearBounces({ mails: { post: (bounced) => Promise.resolve(void posted.push(...bounced)) } });
  return { came: await hear(SesEvent.parse(event)), posted };
};
const named = (bounced: Bounced) => ({ huiyin: [mailTag(bounced)] });

describe("what SES tells of a mail that had left", () => {
  test.each([
    ["a task mail", task],
    ["a petitioner's mail", news],
    ["a digest", digest],
  ])("of %s that bounced for good has the mailer note it", async (_, mail) => {
    expect(await heard(bounceOf("Permanent", "General", named(mail)))).toEqual({ came: "posted", posted: [mail] });
  });

  test("of an address that SES has come to know as one that takes no mail is the same", async () => {
    const event = bounceOf("Permanent", "OnAccountSuppressionList", named(task));
    expect(await heard(event)).toEqual({ came: "posted", posted: [task] });
  });

  test("of a reader who complained has the mailer note it too", async () => {
    expect(await heard(complaint(named(news)))).toEqual({ came: "posted", posted: [news] });
  });

  test.each([
    ["Transient", "General"],
    ["Transient", "MailboxFull"],
    ["Undetermined", "Undetermined"],
  ])("of a bounce that may be over by the next mail changes nothing: %s, %s", async (type, subType) => {
    expect(await heard(bounceOf(type, subType, named(task)))).toEqual({ came: "passing", posted: [] });
  });

  test("of a mail that something else has sent changes nothing", async () => {
    for (const tags of [{}, { huiyin: ["-"] }, { huiyin: [Buffer.from("[1]").toString("base64url")] }]) {
      expect(await heard(bounceOf("Permanent", "General", tags))).toEqual({ came: "not ours", posted: [] });
    }
  });

  test("in another shape than we know fails, for the alarm", () => {
    expect(SesEvent.safeParse({ detail: { eventType: "Bounce" } }).success).toBe(false);
  });

  test("leads to no address: nothing of it is in what is posted", async () => {
    expect(JSON.stringify(await heard(bounceOf("Permanent", "General", named(task))))).not.toContain("example.com");
  });
});

describe("the tag of a mail", () => {
  test("is read back, and takes what SES takes: 256 letters, digits, dashes and underscores, for the longest names", () => {
    const longest: Bounced = {
      bounced: { caseId: `${"A".repeat(40)}-2026-1234567-7k3m9x2c4b8d`, seq: 999_999, position: 99 },
      of: { staff: "a".repeat(40), directory: mark },
    };
    for (const mail of [task, news, digest, longest]) {
      expect(mailTag(mail)).toMatch(/^[\w-]{1,256}$/);
      expect(readMailTag(mailTag(mail))).toEqual(mail);
    }
  });
});
