import { type SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import { headerText, mailbox } from "./header-text.ts";
import type { MailPort } from "./mail.ts";

/**
 * Amazon SES, which gives every mail a Message-ID of its own instead of ours. It encodes subject and bodies by their
 * charset; names beside an address and the values of headers it takes as they are, so those leave here encoded.
 */
export const sesMail = (ses: SESv2Client): MailPort => ({
  async send({ from, to, subject, html, text, headers: { "Message-ID": _own, ...headers } }) {
    await ses
      .send(
        new SendEmailCommand({
          FromEmailAddress: mailbox(from),
          Destination: { ToAddresses: [mailbox(to)] },
          Content: {
            Simple: {
              Subject: utf8(subject),
              Body: { Html: utf8(html), Text: utf8(text) },
              Headers: Object.entries(headers).map(([Name, Value]) => ({ Name, Value: headerText(Value) })),
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
