import { type SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import { addressIn, headerText, mailbox } from "./header-text.ts";
import { AddressRefused, MailNotNow, type MailPort } from "./mail.ts";
import { sesTag } from "./ses-tag.ts";

/**
 * Amazon SES, which gives every mail a Message-ID of its own instead of ours. It encodes subject and bodies by their
 * charset; names beside an address and the values of headers it takes as they are, so those leave here encoded.
 * @param configurationSet through which it tells of mails that bounce after they have left.
 */
export const sesMail = (ses: SESv2Client, { configurationSet }: { configurationSet: string }): MailPort => ({
  async send({ from, to, subject, html, text, tag, headers: { "Message-ID": _own, ...headers } }) {
    await ses
      .send(
        new SendEmailCommand({
          FromEmailAddress: mailbox(from),
          Destination: { ToAddresses: [mailbox(to)] },
          ConfigurationSetName: configurationSet,
          EmailTags: [{ Name: sesTag, Value: tag }],
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
        throw judged(error, addressIn(to));
      });
  },
});

/** Refusals that are about what is sent, and no fault of the account or of the way there. */
const ofTheMail = ["MessageRejected", "BadRequestException"];
/** Too many at once: others leave, and so does this one in a while. */
const ofThePace = ["TooManyRequestsException", "LimitExceededException", "ThrottlingException", "Throttling"];

/**
 * What a refusal means. SES names the address that it does not take; a paused or suspended account, a sender that is not
 * verified, a lost connection or a missing right say nothing about the mail, which waits until that is repaired.
 * Source: the errors of SendEmail in the API reference of SES, version 2.
 */
const judged = (error: unknown, to: string): Error => {
  const { name, message } = error instanceof Error ? error : { name: "unknown", message: "" };
  const said = `SES did not take the email: ${name}`;
  if (ofTheMail.includes(name)) {
    return message.toLowerCase().includes(to.toLowerCase()) ? new AddressRefused(said) : new Error(said);
  }
  return new MailNotNow(said, { isOutage: !ofThePace.includes(name) });
};

const utf8 = (Data: string) => ({ Data, Charset: "UTF-8" });
