import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { secretOf } from "#access/secret-store.ts";
import { SendMailBySmtpEnv } from "#lambda/environment.ts";
import type { MailPort } from "#mail/mail.ts";
import { SmtpLogin, smtpMail } from "#mail/smtp.ts";
import { mailConsumer } from "./mail-consumer.ts";

const env = SendMailBySmtpEnv.parse(process.env);
const secrets = new SecretsManagerClient({});

/** The district's mail server; its login is read on first use. */
const server = (): MailPort => {
  const at = { url: env.SMTP_URL, tls: env.SMTP_TLS };
  if (env.SMTP_SECRET === "") return smtpMail(at);
  const login = secretOf(secrets, env.SMTP_SECRET);
  return {
    send: async (mail) => smtpMail({ ...at, ...SmtpLogin.parse(JSON.parse(await login())) }).send(mail),
  };
};

export const handler = mailConsumer(env, secrets, server());
