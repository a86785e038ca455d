import { type SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import type { MailPort } from "./mail.ts";

/** Amazon SES, which gives every mail a Message-ID of its own instead of ours. */
export const sesMail = (ses: SESv2Client): MailPort => ({
  async send({ from, to, subject, html, text, headers: { "Message-ID": _own, ...headers } }) {
    await ses
      .send(
        new SendEmailCommand({
          FromEmailAddress: from,
          Destination: { ToAddresses: [to] },
          Content: {
            Simple: {
              Subject: utf8(subject),
              Body: { Html: utf8(html), Text: utf8(text) },
              Headers: Object.entries(headers).map(([Name, Value]) => ({ Name, Value })),
            },
          },
        }),
      )
      .catch((error: unknown) => {
        throw new Error(`SES did not take the mail: ${error instanceof Error ? error.name : "unknown"}`);
      });
  },
});

const utf8 = (Data: string) => ({ Data, Charset: "UTF-8" });
