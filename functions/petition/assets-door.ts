import type * as z from "zod";
import type { AssetsEnv } from "#lambda/environment.ts";
import type { Reply } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import type { Door } from "#lambda/route.ts";
import { markFile } from "#web/assets/mark.ts";
import { packedAssets } from "#web/assets/packed.build.ts";
import { problemPage } from "#web/pages/problem.page.tsx";

const aDay = { "cache-control": "public, max-age=86400" };

/** The door to style and scripts. It reaches nothing. */
export const assetsDoor = (env: z.output<typeof AssetsEnv>): Door => {
  const onError = problemPage(env.ASSETS);

  /** A file under its fingerprint never changes, so readers keep it; under another fingerprint it must not be kept. */
  const asset = async (request: Request): Promise<Reply> => {
    const { version, file = "" } = request.params;
    const found = Object.hasOwn(packedAssets, file) ? packedAssets[file] : undefined;
    if (found === undefined) return { status: 404, html: await onError("notFound", request) };
    return {
      status: 200,
      type: found.type,
      gzip: Buffer.from(found.gzip, "base64"),
      headers: version === env.ASSETS ? { "cache-control": "public, max-age=31536000, immutable" } : {},
    };
  };

  /** What browsers ask for by themselves, whatever a page says. */
  const icon = (): Promise<Reply> =>
    Promise.resolve({ status: 200, body: markFile, type: "image/svg+xml", headers: aDay });

  return {
    baseUrl: env.BASE_URL,
    hsts: env.HSTS,
    edgeProof: env.EDGE_PROOF,
    routes: { "GET /assets/{version}/{file}": asset, "GET /favicon.ico": icon },
    onError,
  };
};
