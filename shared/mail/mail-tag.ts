import * as z from "zod";
import { Bounced } from "#case/outbox/posted.ts";

/**
 * The name under which a transport gives a mail back that has bounced. In base64url, since SES takes letters, digits,
 * dashes and underscores only, and 256 of them. It holds what the queue holds: a name, and nobody's address.
 */
export const mailTag = (bounced: Bounced): string =>
  Buffer.from(JSON.stringify(shortened(bounced))).toString("base64url");

/** The mail that a tag names, or `undefined` for a tag that is none of ours. */
export const readMailTag = (tag: string): Bounced | undefined => {
  try {
    const named: unknown = JSON.parse(Buffer.from(tag, "base64url").toString("utf8"));
    return Array.isArray(named) ? Bounced.safeParse(lengthened(named)).data : undefined;
  } catch {
    return undefined;
  }
};

/** Without the names of its fields, which would not leave enough for the longest ids. */
const shortened = ({ bounced, of, address }: Bounced): unknown[] => {
  const mail = "digest" in bounced ? [bounced.digest, bounced.on] : [bounced.caseId, bounced.seq, bounced.position];
  return [mail, ...(of === undefined ? [] : [of.staff, of.directory]), ...(address === undefined ? [] : [address])];
};

const lengthened = ([mail, ofWhom, directory]: unknown[]): unknown => {
  const [name, second, third] = z.array(z.unknown()).catch([]).parse(mail);
  return {
    bounced: third === undefined ? { digest: name, on: second } : { caseId: name, seq: second, position: third },
    ...(typeof ofWhom === "number" && { address: ofWhom }),
    ...(typeof ofWhom === "string" && { of: { staff: ofWhom, directory } }),
  };
};
