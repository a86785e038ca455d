import { KMSClient } from "@aws-sdk/client-kms";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { identityVault } from "#access/identity-kms.ts";
import { secretOf } from "#access/secret-store.ts";
import { PostedMail } from "#case/outbox/posted.ts";
import { worldFrom } from "#case/state/world.ts";
import { digestStore } from "#case/store/digest-store.ts";
import { identityStore } from "#case/store/identity-store.ts";
import { linkStore } from "#case/store/link-store.ts";
import { outboxStore } from "#case/store/outbox-store.ts";
import { caseStore } from "#case/store/store.ts";
import { districtPorts } from "#directory/district-store.ts";
import { consume, queueOf } from "#lambda/consume.ts";
import { SendMailEnv } from "#lambda/environment.ts";
import { logger } from "#lambda/log.ts";
import { reportLeftOut } from "#lambda/observed.ts";
import type { MailPort } from "#mail/mail.ts";
import { sesMail } from "#mail/ses.ts";
import { SmtpLogin, smtpMail } from "#mail/smtp.ts";
import { database } from "#record/item-store.ts";
import { sendDigest } from "./send-digest.ts";
import { sendMail } from "./send-mail.ts";

const env = SendMailEnv.parse(process.env);
const db = database();
const secrets = new SecretsManagerClient({});

/** The transport that the stage names; a mail server's login is read on first use. */
const transport = (): MailPort => {
  if (env.MAIL_TRANSPORT === "ses") return sesMail(new SESv2Client({}));
  if (env.SMTP_SECRET === "") return smtpMail({ url: env.SMTP_URL });
  const login = secretOf(secrets, env.SMTP_SECRET);
  return {
    send: async (mail) => smtpMail({ url: env.SMTP_URL, ...SmtpLogin.parse(JSON.parse(await login())) }).send(mail),
  };
};

const ports = {
  cases: caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE),
  world: worldFrom(districtPorts(db, env)),
  links: linkStore(db, env.CASES_TABLE),
  secret: secretOf(secrets, env.LINK_SECRET),
  mail: transport(),
  from: env.MAIL_FROM,
  baseUrl: env.BASE_URL,
};
const mail = sendMail({
  ...ports,
  outbox: outboxStore(db, env.CASES_TABLE),
  identities: identityStore(db, env.CASES_TABLE),
  vault: identityVault(new KMSClient({}), env.IDENTITY_KEY),
});
const digest = sendDigest({
  ...ports,
  digests: digestStore(db, env.CASES_TABLE),
  leftOut: reportLeftOut,
});

export const handler = consume(queueOf(PostedMail), async (posted) => {
  if ("digest" in posted) logger.info("Digest", { on: posted.on, done: await digest(posted) });
  else logger.info("Mail", { ...posted, done: await mail(posted) });
});
