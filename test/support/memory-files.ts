import { createHmac } from "node:crypto";
import * as z from "zod";
import {
  type Arrivals,
  arrivalAddress,
  arrivalAt,
  arrivingType,
  type BringForm,
  type Files,
  fileAddress,
  mostArriving,
  typeOfKind,
} from "#case/files/shelves.ts";
import { mostOfFile } from "#case/state/facts/files.ts";

/** What a form is held to. */
const Policy = z.object({ said: z.record(z.string(), z.string()), most: z.int() });

/** What a store answers a form with, as S3 does: where to go next, or a code of its own. */
export type PostAnswer = { status: 303; location: string } | { status: 400 | 403; code: string };

const secret = "the secret of the files";
const signed = (policy: string): string => createHmac("sha256", secret).update(policy).digest("hex");

/** The addresses of the double, below a site of its own. */
export const storeAt = "/_s3";

/**
 * Where files arrive and are kept, in memory: it gives forms with a signed policy, and holds them to it as S3 does. `came`
 * hears of each arrival, as the queue would.
 */
export const memoryFiles = (site: string, came: (key: string) => Promise<unknown> = () => Promise.resolve()) => {
  const arrived = new Map<string, Uint8Array>();
  const kept = new Map<string, { content: Uint8Array; type: string }>();

  const arrivals: Arrivals = {
    origin: "",
    formFor: (arrival, backTo) => {
      const said = { key: arrivalAddress(arrival), "Content-Type": arrivingType, success_action_redirect: backTo };
      const policy = Buffer.from(JSON.stringify({ said, most: mostArriving })).toString("base64");
      const fields = { ...said, policy, "x-amz-signature": signed(policy) };
      return Promise.resolve({ action: `${site}${storeAt}/arrivals`, fields });
    },
    read: (arrival) => {
      const content = arrived.get(arrivalAddress(arrival));
      return Promise.resolve(content !== undefined && content.length > mostOfFile ? "tooLarge" : content);
    },
    drop: (arrival) => Promise.resolve(void arrived.delete(arrivalAddress(arrival))),
  };
  const files: Files = {
    keep: (place, kind, content) =>
      Promise.resolve(void kept.set(fileAddress(place), { content, type: typeOfKind[kind] })),
    drop: (place) => Promise.resolve(void kept.delete(fileAddress(place))),
    linkTo: (place, _, savedAs) =>
      Promise.resolve(`${site}${storeAt}/files/${fileAddress(place)}?as=${encodeURIComponent(savedAs)}`),
  };

  /** A form as a browser sends it, with the file last. */
  const post = async (fields: BringForm["fields"], content: Uint8Array): Promise<PostAnswer> => {
    const { policy = "", "x-amz-signature": signature, key = "", ...others } = fields;
    if (signature !== signed(policy)) return { status: 403, code: "SignatureDoesNotMatch" };
    const { said, most } = Policy.parse(JSON.parse(Buffer.from(policy, "base64").toString()));
    const isAsSaid = Object.entries(said).every(([name, value]) => ({ key, ...others })[name] === value);
    if (!isAsSaid) return { status: 403, code: "AccessDenied" };
    if (content.length > most) return { status: 400, code: "EntityTooLarge" };
    arrived.set(key, content);
    await came(key);
    return { status: 303, location: `${said.success_action_redirect}?bucket=arrivals&key=${encodeURIComponent(key)}` };
  };

  return { arrivals, files, arrived, kept, post, isOurs: (key: string) => arrivalAt(key) !== undefined };
};
export type MemoryFiles = ReturnType<typeof memoryFiles>;
