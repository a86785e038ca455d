import { createTransport } from "nodemailer";
import * as z from "zod";
import type { MailPort } from "./mail.ts";

/** What the secret of a mail server holds, as JSON. */
export const SmtpLogin = z.object({ user: z.string(), password: z.string() });

type SmtpServer = {
  /** Such as `smtps://mail.example.gov.cn:465` or `smtp://mail.example.gov.cn:587`. */
  url: string;
  user?: string;
  password?: string;
};

/** A district's own mail server. Over `smtp:` TLS is required as soon as a password is sent. */
export const smtpMail = ({ url, user, password }: SmtpServer): MailPort => {
  const { hostname, port, protocol } = new URL(url);
  const secure = protocol === "smtps:";
  const transport = createTransport({
    host: hostname,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    ...(user !== undefined && password !== undefined && { auth: { user, pass: password }, requireTLS: !secure }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ headers, ...mail }) {
      await transport.sendMail({ ...mail, headers }).catch((error: unknown) => {
        throw new Error(`The mail server did not take the mail: ${reasonOf(error)}`);
      });
    },
  };
};

/** Codes only: the server's own words name the recipient. */
const reasonOf = (error: unknown) =>
  typeof error === "object" && error !== null
    ? [("code" in error && error.code) || "unknown", "responseCode" in error && error.responseCode]
        .filter(Boolean)
        .join(" ")
    : "unknown";
