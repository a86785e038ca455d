import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SendMailEnv } from "#lambda/environment.ts";
import { sesMail } from "#mail/ses.ts";
import { mailConsumer } from "./mail-consumer.ts";

const env = SendMailEnv.parse(process.env);

export const handler = mailConsumer(env, new SecretsManagerClient({}), sesMail(new SESv2Client({})));
