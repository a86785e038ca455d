import { hash } from "node:crypto";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  type Arrivals,
  arrivalAddress,
  arrivingType,
  type Files,
  fileAddress,
  mostArriving,
  secondsToBring,
  secondsToOpen,
  typeOfKind,
} from "#case/files/shelves.ts";
import { mostOfFile } from "#case/state/facts/files.ts";
import { type AskedBucket, type BucketPlace, bucketAt } from "#record/s3-store.ts";

/** S3 refused, or did not answer as it should. */
export class FilesNotReached extends Error {
  override name = "FilesNotReached";
}

/** A bucket, and where browsers find it: by an address of our own where an emulator stands for S3. */
export type FileBucket = BucketPlace & { pagesAt: string };

/** The address below which browsers reach an emulated bucket: the local door hands it on. */
export const emulatedAt = "/_s3";

/** @throws FilesNotReached for everything but success, and but for what is not there where that may be. */
const answered = async (bucket: AskedBucket, ...request: Parameters<AskedBucket["ask"]>): Promise<Response> => {
  const response = await bucket.ask(...request);
  if (response.ok || response.status === 404) return response;
  throw new FilesNotReached(`${request[0]} ${response.status}: ${(await response.text()).slice(0, 300)}`);
};

const inBrowser = (url: URL, { endpoint, pagesAt }: FileBucket): string =>
  endpoint === undefined ? url.href : `${pagesAt}${emulatedAt}${url.pathname}${url.search}`;

/** `20260302T040000Z`: a moment as S3 signs it. */
const signedMoment = (now: Date): string => now.toISOString().replaceAll(/[-:]|\.\d+/g, "");

/** Where browsers send what they are given a form for (POST Object, Signature Version 4). @param now S3's own time, never the district's */
export const arrivalStore = (client: DynamoDBClient, place: FileBucket, now: () => Date): Arrivals => {
  const bucket = bucketAt(client, place);
  return {
    origin: place.endpoint === undefined ? bucket.at.origin : "",

    async formFor(arrival, backTo) {
      const { accessKeyId, sessionToken } = await client.config.credentials();
      const moment = now();
      const date = signedMoment(moment);
      const credential = `${accessKeyId}/${date.slice(0, 8)}/${await client.config.region()}/s3/aws4_request`;
      const fields: Record<string, string> = {
        key: arrivalAddress(arrival),
        "Content-Type": arrivingType,
        success_action_redirect: backTo,
        "x-amz-algorithm": "AWS4-HMAC-SHA256",
        "x-amz-credential": credential,
        "x-amz-date": date,
        ...(sessionToken !== undefined && { "x-amz-security-token": sessionToken }),
      };
      const policy = Buffer.from(
        JSON.stringify({
          expiration: new Date(moment.getTime() + secondsToBring * 1000).toISOString(),
          conditions: [
            { bucket: bucket.bucket },
            ["content-length-range", 0, mostArriving],
            ...Object.entries(fields).map(([name, value]) => ["eq", `$${name}`, value]),
          ],
        }),
      ).toString("base64");
      const signature = await bucket.signer.sign(policy, { signingDate: moment });
      return {
        action: inBrowser(bucket.at, place),
        fields: { ...fields, policy, "x-amz-signature": signature },
      };
    },

    async read(arrival) {
      const response = await answered(bucket, "GET", arrivalAddress(arrival));
      if (response.status === 404) {
        await response.body?.cancel();
        return undefined;
      }
      if (Number(response.headers.get("content-length")) > mostOfFile) {
        await response.body?.cancel();
        return "tooLarge";
      }
      return new Uint8Array(await response.arrayBuffer());
    },

    async drop(arrival) {
      await answered(bucket, "DELETE", arrivalAddress(arrival));
    },
  };
};

/** Where files are kept: each is encrypted under a key of its own, which KMS opens for its case alone. @param key the ARN of the KMS key */
export const fileStore = (client: DynamoDBClient, place: BucketPlace, key: string): Pick<Files, "keep" | "drop"> => {
  const bucket = bucketAt(client, place);
  return {
    async keep(kept, kind, content) {
      const headers = {
        "content-type": typeOfKind[kind],
        "x-amz-checksum-sha256": hash("sha256", content, "base64"),
        "x-amz-server-side-encryption": "aws:kms",
        "x-amz-server-side-encryption-aws-kms-key-id": key,
        "x-amz-server-side-encryption-context": Buffer.from(JSON.stringify({ case: kept.caseId })).toString("base64"),
      };
      const { status } = await answered(bucket, "PUT", fileAddress(kept), {}, { headers, body: content });
      if (status === 404) throw new FilesNotReached("PUT 404: there is no such bucket");
    },

    async drop(kept) {
      await answered(bucket, "DELETE", fileAddress(kept));
    },
  };
};

/** Opens files for whoever may see them. @param now S3's own time */
export const fileLinks = (client: DynamoDBClient, place: FileBucket, now: () => Date): Pick<Files, "linkTo"> => {
  const bucket = bucketAt(client, place);
  return {
    async linkTo(kept, kind, savedAs) {
      const query = {
        "response-content-type": typeOfKind[kind],
        "response-content-disposition": `${kind === "pdf" ? "attachment" : "inline"}; filename="${savedAs}"`,
        "response-cache-control": "private, no-store",
      };
      const url = await bucket.linkTo(fileAddress(kept), query, { now: now(), seconds: secondsToOpen });
      return inBrowser(url, place);
    },
  };
};
