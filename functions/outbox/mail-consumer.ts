import { KMSClient } from "@aws-sdk/client-kms";
import type { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SQSClient } from "@aws-sdk/client-sqs";
import type * as z from "zod";
import { identityVault } from "#access/identity-kms.ts";
import { linkSecrets } from "#access/link-secrets.ts";
import { generationsOf } from "#access/secret-store.ts";
import { MailWork } from "#case/outbox/posted.ts";
import { worldFrom } from "#case/state/world.ts";
import { bounceStore } from "#case/store/bounce-store.ts";
import { caseReader } from "#case/store/case-reader.ts";
import { digestStore } from "#case/store/digest-store.ts";
import { entryReader } from "#case/store/entry-reader.ts";
import { identityStore } from "#case/store/identity-store.ts";
import { linkStore } from "#case/store/link-store.ts";
import { mailboxStore } from "#case/store/mailbox-store.ts";
import { outboxStore } from "#case/store/outbox-store.ts";
import { queueStore } from "#case/store/queue-store.ts";
import { districtPorts } from "#directory/district-store.ts";
import { consume, queueOf } from "#lambda/consume.ts";
import { count } from "#lambda/count.ts";
import type { SendMailEnv } from "#lambda/environment.ts";
import { logger } from "#lambda/log.ts";
import { reportLeftOut } from "#lambda/observed.ts";
import type { MailPort } from "#mail/mail.ts";
import { database } from "#record/dynamodb.ts";
import { registerTitles } from "#words/registers/register-titles.ts";
import { takeBounce } from "./bounced.ts";
import { sendDigest } from "./send-digest.ts";
import { sendMail } from "./send-mail.ts";
import { sendTogether } from "./send-together.ts";

/** Takes mails and digests from the queue and hands them to a transport; each transport has a function of its own. */
export const mailConsumer = (env: z.output<typeof SendMailEnv>, secrets: SecretsManagerClient, transport: MailPort) => {
  const db = database();
  const outbox = outboxStore(db, env.CASES_TABLE);
  const ports = {
    cases: caseReader(db, env.CASES_TABLE),
    world: worldFrom(districtPorts(db, env)),
    links: linkStore(db, env.CASES_TABLE),
    secrets: linkSecrets(generationsOf(secrets, env.LINK_SECRET)),
    mail: transport,
    outages: outbox,
    bounces: bounceStore(db, env.CASES_TABLE),
    signals: queueStore(new SQSClient({}), env.SIGNAL_QUEUE),
    tryInVain: () => count("MailsWaiting", 1),
    from: env.MAIL_FROM,
    baseUrl: env.BASE_URL,
  };
  const mailboxes = mailboxStore(db, env.CASES_TABLE);
  const digests = digestStore(db, env.CASES_TABLE);
  const mail = sendMail({
    ...ports,
    outbox,
    entries: entryReader(db, env.CASES_TABLE),
    titles: registerTitles,
    mailboxes,
    identities: identityStore(db, env.CASES_TABLE),
    vault: identityVault(new KMSClient({}), env.IDENTITY_KEY),
  });
  const digest = sendDigest({
    ...ports,
    digests,
    leftOut: reportLeftOut,
  });
  const together = sendTogether({ ...ports, outbox });
  const bounce = takeBounce({ ...ports, outbox, mailboxes, digests, leftOut: reportLeftOut });
  return consume(queueOf(MailWork), async (posted) => {
    if ("bounced" in posted) logger.info("Bounce", { ...posted.bounced, done: await bounce(posted) });
    else if ("digest" in posted) logger.info("Digest", { on: posted.on, done: await digest(posted) });
    else if ("together" in posted) logger.info("Mails together", { done: await together(posted) });
    else logger.info("Mail", { ...posted, done: await mail(posted) });
  });
};
