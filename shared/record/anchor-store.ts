import { createHash } from "node:crypto";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type AnchorPlace, anchorKey, type Shelf } from "./anchor.ts";
import { bucketAt, type Put } from "./s3-store.ts";

/** S3 refused, or did not answer as it should. */
export class AnchorsNotReached extends Error {
  override name = "AnchorsNotReached";
}

/** One page of a bucket's versions: keys of our own making, the newest version of each first. */
const version = /<Version>\s*<Key>(\d{8})\.json<\/Key>\s*<VersionId>([^<]+)<\/VersionId>/g;
/** What the answers of S3 are asked for, each in a tag of its own. */
const answers = {
  code: /<Code>([^<]*)<\/Code>/,
  isTruncated: /<IsTruncated>([^<]*)<\/IsTruncated>/,
  nextKey: /<NextKeyMarker>([^<]*)<\/NextKeyMarker>/,
  nextVersion: /<NextVersionIdMarker>([^<]*)<\/NextVersionIdMarker>/,
};
const textOf = (answer: keyof typeof answers, xml: string): string | undefined => answers[answer].exec(xml)?.[1];

/** Versions that S3 lists at once. */
const pageSize = 1000;

/** Asks for what lies behind the anchor of a number. */
const after = (n: number) => ({ "key-marker": anchorKey(n).sk });

/**
 * Anchors in a versioned bucket whose objects are locked. Of each the first version is read, so that whatever is put on
 * top of it, a marker of deletion included, changes nothing.
 * @param client any client of the SDK: whose credentials, region and hash are used
 * @param host the bucket's regional domain name, such as `anchors-1a2b.s3.cn-north-1.amazonaws.com.cn`
 * @param endpoint of an emulator, which is asked by path
 */
export const anchorShelf = (client: DynamoDBClient, host: string, endpoint?: string): Shelf => {
  const bucket = bucketAt(client, { host, endpoint });

  /** @throws AnchorsNotReached with the status, for everything but success. */
  const ask = async (
    method: "GET" | "PUT",
    path: string,
    query: Record<string, string>,
    put?: Put,
  ): Promise<string> => {
    const response = await bucket.ask(method, path, query, put);
    const text = await response.text();
    if (response.ok) return text;
    throw new AnchorsNotReached(`${method} ${path}: ${response.status} ${textOf("code", text) ?? ""}`);
  };

  /** The anchors that a query lists, in the order of their numbers, each in its first version; page by page. */
  async function* pages(query: Record<string, string>): AsyncGenerator<AnchorPlace[]> {
    let marker = query;
    for (;;) {
      const xml = await ask("GET", "", { versions: "", ...marker });
      yield [...xml.matchAll(version)].map(([, n, id = ""]) => ({ n: Number(n), version: id }));
      const [key, id] = [textOf("nextKey", xml), textOf("nextVersion", xml)];
      if (textOf("isTruncated", xml) !== "true" || key === undefined) return;
      marker = { ...query, "key-marker": key, ...(id !== undefined && { "version-id-marker": id }) };
    }
  }

  const list = async (query: Record<string, string>): Promise<AnchorPlace[]> => {
    const first = new Map<number, AnchorPlace>();
    for await (const page of pages(query)) for (const place of page) first.set(place.n, place);
    return [...first.values()].sort((a, b) => a.n - b.n);
  };

  const isAnyAfter = async (n: number): Promise<boolean> => {
    for await (const page of pages(after(n))) if (page.length > 0) return true;
    return false;
  };

  return {
    places: () => list({}),

    /** S3 lists from the front only, so the last page is looked for by halves: twice as far as long as any are behind it. */
    async newest() {
      let [before, beyond] = [0, pageSize];
      while (await isAnyAfter(beyond)) [before, beyond] = [beyond, beyond * 2];
      while (beyond - before > pageSize) {
        const middle = (before + beyond) / 2;
        if (await isAnyAfter(middle)) before = middle;
        else beyond = middle;
      }
      return (await list(after(before))).at(-1);
    },

    async place(n) {
      return (await list({ prefix: anchorKey(n).sk })).at(0);
    },

    async read({ n, version: versionId }) {
      const text = await ask("GET", anchorKey(n).sk, { versionId });
      try {
        const content: unknown = JSON.parse(text);
        return content;
      } catch {
        return undefined;
      }
    },

    async add(anchor) {
      const body = JSON.stringify(anchor);
      const headers = {
        "content-type": "application/json",
        // Two calls at once cannot both put an anchor of one number there.
        "if-none-match": "*",
        // A bucket that locks its objects asks for a checksum.
        "x-amz-checksum-sha256": createHash("sha256").update(body).digest("base64"),
      };
      await ask("PUT", anchorKey(anchor.n).sk, {}, { headers, body });
    },
  };
};
