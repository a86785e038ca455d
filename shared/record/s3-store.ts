import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SignatureV4 } from "@smithy/signature-v4";

/** A bucket as requests find it. */
export type BucketPlace = {
  /** Its regional domain name, such as `anchors-1a2b.s3.cn-north-1.amazonaws.com.cn`. */
  host: string;
  /** Of an emulator, which is asked by path. */
  endpoint?: string | undefined;
};

/** What is put beside an address, a method and a body. */
export type Put = { headers?: Record<string, string>; body?: string | Uint8Array };

/** How often a request is made before it counts as failed. */
const attempts = 3;
/** Milliseconds that a request may take. */
const patience = 10_000;

/**
 * Signed requests to a bucket. A handful of them are all that is needed of S3; its own client would double what a function
 * carries.
 * @param client any client of the SDK: whose credentials, region and hash are used
 */
export const bucketAt = (client: DynamoDBClient, { host, endpoint }: BucketPlace) => {
  const [bucket = ""] = host.split(".");
  const at = new URL(endpoint === undefined ? `https://${host}/` : `${endpoint}/${bucket}/`);
  const { credentials, region, sha256 } = client.config;
  const signer = new SignatureV4({ service: "s3", credentials, region, sha256, uriEscapePath: false });

  const asked = (method: string, path: string, query: Record<string, string>, headers: Record<string, string>) => ({
    method,
    protocol: at.protocol,
    hostname: at.hostname,
    ...(at.port !== "" && { port: Number(at.port) }),
    path: `${at.pathname}${path}`,
    query,
    headers: { host: at.host, ...headers },
  });

  const once = async (
    method: "GET" | "PUT" | "DELETE",
    path: string,
    query: Record<string, string>,
    { headers = {}, body }: Put,
  ): Promise<Response> => {
    const signed = await signer.sign({ ...asked(method, path, query, headers), ...(body !== undefined && { body }) });
    const { host: _, ...signedHeaders } = signed.headers;
    const url = new URL(path, at);
    url.search = new URLSearchParams(query).toString();
    const sent = typeof body === "string" || body === undefined ? (body ?? null) : new Uint8Array(body);
    return fetch(url, { method, headers: signedHeaders, body: sent, signal: AbortSignal.timeout(patience) });
  };

  return {
    bucket,
    at,
    signer,

    /** The answer to a request, asked again as long as the server is at fault. */
    ask: async (
      method: "GET" | "PUT" | "DELETE",
      path: string,
      query: Record<string, string> = {},
      put: Put = {},
    ): Promise<Response> => {
      for (let attempt = 1; ; attempt += 1) {
        const response = await once(method, path, query, put);
        if (response.status < 500 || attempt >= attempts) return response;
        await response.body?.cancel();
      }
    },

    /** An address by which whoever holds it gets an object, for some seconds. */
    linkTo: async (path: string, query: Record<string, string>, { now, seconds }: { now: Date; seconds: number }) => {
      // What such a link gets has no body to sign.
      const headers = { "X-Amz-Content-Sha256": "UNSIGNED-PAYLOAD" };
      const signed = await signer.presign(asked("GET", path, query, headers), { expiresIn: seconds, signingDate: now });
      const url = new URL(path, at);
      for (const [name, value] of Object.entries(signed.query ?? {})) url.searchParams.set(name, String(value));
      return url;
    },
  };
};
export type AskedBucket = ReturnType<typeof bucketAt>;
