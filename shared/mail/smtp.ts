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
  /** `none` is for a server on the same machine: a task mail holds a link and its digits, and gives both to the wire. */
  tls: "required" | "none";
  user?: string;
  password?: string;
};

/**
 * A district's own mail server, a connection for each mail. Over `smtp:` the connection is upgraded by STARTTLS, or
 * nothing is sent: not even to a server that asks for no password; `tls: "none"` allows it, but never a password.
 * Of nodemailer only the connection is taken: its mailer brings tables of file types, services and other transports.
 */
export const smtpMail = ({ url, tls, user, password }: SmtpServer): MailPort => {
  const { hostname, port, protocol } = new URL(url);
  const secure = protocol === "smtps:";
  const login = user !== undefined && password !== undefined ? { user, pass: password } : undefined;
  const connect = () =>
    new SmtpConnection({
      host: hostname,
      port: Number(port) || (secure ? 465 : 587),
      secure,
      requireTLS: !secure && (tls === "required" || login !== undefined),
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
