import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SendMailBySesEnv } from "#lambda/environment.ts";
import { sesMail } from "#mail/ses.ts";
import { mailConsumer } from "./mail-consumer.ts";

const env = SendMailBySesEnv.parse(process.env);
const transport = sesMail(new SESv2Client({}), { configurationSet: env.SES_CONFIGURATION_SET });

export const handler = mailConsumer(env, new SecretsManagerClient({}), transport);
