import SmtpConnection from "nodemailer/lib/smtp-connection";
import * as z from "zod";
import { addressIn } from "./header-text.ts";
import type { MailPort } from "./mail.ts";
import { messageOf } from "./message.ts";

/** What the secret of a mail server holds, as JSON. */
export const SmtpLogin = z.object({ user: z.string(), password: z.string() });

type SmtpServer = {
  /** Such as `smtps://mail.example.gov.cn:465` or `smtp://mail.example.gov.cn:587`. */
  url: string;
  user?: string;
  password?: string;
};

/**
 * A district's own mail server, a connection for each mail. Over `smtp:` TLS is required as soon as a password is sent.
 * Of nodemailer only the connection is taken: its mailer brings tables of file types, services and other transports.
 */
export const smtpMail = ({ url, user, password }: SmtpServer): MailPort => {
  const { hostname, port, protocol } = new URL(url);
  const secure = protocol === "smtps:";
  const login = user !== undefined && password !== undefined ? { user, pass: password } : undefined;
  const connect = () =>
    new SmtpConnection({
      host: hostname,
      port: Number(port) || (secure ? 465 : 587),
      secure,
      requireTLS: login !== undefined && !secure,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
    });
  return {
    async send(mail) {
      const connection = connect();
      const left = new Promise<void>((resolve, reject) => {
        connection.once("error", reject);
        connection.once("end", () => {
          reject(Object.assign(new Error("The server hung up"), { code: "ECONNECTION" }));
        });
        const then = (next: () => void) => (error?: Error | null) => {
          if (error) reject(error);
          else next();
        };
        const send = () => {
          const envelope = { from: addressIn(mail.from), to: [addressIn(mail.to)] };
          connection.send(envelope, messageOf(mail, new Date()), then(resolve));
        };
        connection.connect(
          then(() => {
            if (login !== undefined && connection.allowsAuth) connection.login(login, then(send));
            else send();
          }),
        );
      });
      await left
        .catch((error: unknown) => {
          throw new Error(`The mail server did not take the mail: ${reasonOf(error)}`);
        })
        .finally(() => {
          connection.close();
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
