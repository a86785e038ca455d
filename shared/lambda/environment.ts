import * as z from "zod";

const text = z.string().min(1);

/** What tells the district's time: the directory holds the demo clock, and nothing of the real one. */
const clock = { DIRECTORY_TABLE: text, CLOCK: z.enum(["real", "demo"]) };
/** Tables and the clock of every function that judges cases. */
const record = { CASES_TABLE: text, DEADLINES_TABLE: text, ...clock };
/** The secret that task links, codes and device sessions are derived from. */
const links = { LINK_SECRET: text };
/** The KMS key over petitioners' identity. */
const identity = { IDENTITY_KEY: text };
/** What a page needs: the public address, the fingerprint of style and scripts, the word on https that
 * browsers keep, and what our own edge proves itself by, "" where there is none. */
const page = { BASE_URL: z.url(), ASSETS: text, HSTS: z.string(), EDGE_PROOF: z.string() };
/** The table in which tries are counted. */
const counted = { TRIES_TABLE: text };
/** The state machine of each chain, by its ARN. */
const chains = { ESCALATION_CHAIN: text, REVIEW_CHAIN: text };
const queues = { CASES_TABLE: text, MAIL_QUEUE: z.url(), SIGNAL_QUEUE: z.url() };
/** What hands over messages: the outbox is dated by the district's time. */
const outbox = { ...queues, ...clock };

/** `ADDRESSES`: every route that the API has, in a list with commas, so that what none takes is answered by what is there. */
export const FilePetitionEnv = z.object({ ...record, ...identity, ...page, ...counted, ADDRESSES: text });
export const RegisterForEnv = z.object({ ...record, ...identity, ...page, ...counted });
export const PetitionStatusEnv = z.object({ ...record, ...identity, ...page, ...counted });
export const AddMaterialEnv = z.object({ ...record, ...identity, ...page, ...counted });
export const OwnFileEnv = z.object({ ...record, ...identity, ...page, ...counted });
export const JointPetitionEnv = z.object({ ...record, ...identity, ...page, ...counted });
/** Where files arrive and where they are kept: regional domain names of buckets. */
const files = { ARRIVALS: text, FILES: text };
export const BringFilesEnv = z.object({ ...record, ...page, ...counted, ...files });
/** `FILES_KEY`: the KMS key under which files are kept. */
export const TakeFilesEnv = z.object({ ...record, ...files, FILES_KEY: text });
/** Of files it opens none that has not been looked at. */
export const SeeCaseEnv = z.object({ ...record, ...links, ...identity, ...page, ...files });
export const TaskLinkEnv = z.object({ ...record, ...links, ...identity, ...page, TRIES_TABLE: text });
/** It opens nothing that is sealed. */
export const ClockCourseEnv = z.object({ ...record, ...links, ...page });
/** Of the record it reaches mailboxes only. */
export const MailboxEnv = z.object({ CASES_TABLE: text, ...clock, ...links, ...page });
/** Of the record it reaches what is known of letters only. */
export const CheckLetterEnv = z.object({ CASES_TABLE: text, ...clock, ...page, ...counted });
export const AssetsEnv = z.object(page);
export const OpenStepEnv = z.object({ ...record, ...links });
export const SweepEnv = z.object(record);
export const ReconcileEnv = z.object({ ...record, ...chains });
/** `ANCHORS` is the regional domain name of the bucket. */
export const AnchorEnv = z.object({ ...record, ANCHORS: text });
export const DigestEnv = z.object({ ...record, MAIL_QUEUE: queues.MAIL_QUEUE });
export const PublishEnv = z.object(outbox);
export const RedriveEnv = z.object(outbox);
/** It opens what was written in a case only to seal it again for another that is merged with it. */
export const SignalEnv = z.object({ ...record, ...identity, ...chains });
export const SendMailEnv = z.object({
  ...record,
  ...links,
  ...identity,
  SIGNAL_QUEUE: queues.SIGNAL_QUEUE,
  BASE_URL: z.url(),
  MAIL_FROM: text,
});
/** The configuration set is the one whose bounces are heard. */
export const SendMailBySesEnv = SendMailEnv.extend({ SES_CONFIGURATION_SET: text });
export const HearBouncesEnv = z.object({ MAIL_QUEUE: queues.MAIL_QUEUE });
export const SendMailBySmtpEnv = SendMailEnv.extend({
  SMTP_URL: text,
  SMTP_TLS: z.enum(["required", "none"]),
  /** The name of the secret that holds user and password; "" for a server that asks for none. */
  SMTP_SECRET: z.string(),
});
