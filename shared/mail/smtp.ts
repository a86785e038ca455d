import SmtpConnection from "nodemailer/lib/smtp-connection";
import * as z from "zod";
import { addressIn } from "./header-text.ts";
import { AddressRefused, MailNotNow, type MailPort } from "./mail.ts";
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
          throw judged(error);
        })
        .finally(() => {
          connection.close();
        });
    },
  };
};

/** What the connection tells of a refusal. The server's own words name the recipient, and stay here. */
const Refusal = z.object({
  code: z.string().catch("unknown"),
  responseCode: z.number().optional().catch(undefined),
  response: z.string().catch(""),
  command: z.string().catch(""),
});

/** "Service not available, closing": said at any point, about no mail in particular. */
const closing = 421;

/** Permanent, but about who sends and not about the address: the server's policy (RFC 3463, section 3.8). */
const byPolicy = /^\d{3}[ -]5\.7\./;

/**
 * What a refusal means. Of the answers to RCPT the permanent ones are about the address, unless they speak of policy;
 * what is refused after DATA is the mail's own; all else says that the server is not there for us.
 * Source: RFC 5321, section 4.2.1.
 */
const judged = (error: unknown): Error => {
  const { code, responseCode, response, command } = Refusal.catch(() => Refusal.parse({})).parse(error);
  const said = `The email server did not take the email: ${[code, responseCode].filter(Boolean).join(" ")}`;
  const isPermanent = responseCode !== undefined && responseCode >= 500;
  if (command === "RCPT TO" && isPermanent && !byPolicy.test(response)) return new AddressRefused(said);
  const isAboutThisOne = command === "RCPT TO" || code === "EMESSAGE";
  const isTheMailsOwn = (code === "EMESSAGE" && isPermanent) || (code === "EENVELOPE" && command === "API");
  if (isTheMailsOwn) return new Error(said);
  return new MailNotNow(said, { isOutage: isPermanent || !isAboutThisOne || responseCode === closing });
};
