import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "esbuild";
import * as z from "zod";
import { exportsOf } from "./exports-of.ts";

/** The SDK's partitions: which regions they have, and how the names of their hosts end. */
const partitionsFile = join(
  dirname(createRequire(import.meta.url).resolve("@aws-sdk/core/package.json")),
  "dist-es/submodules/client/util-endpoints/lib/aws/partitions.js",
);
const Partition = z.looseObject({
  regionRegex: z.string(),
  regions: z.record(z.string(), z.unknown()),
  outputs: z.looseObject({ dnsSuffix: z.string() }),
});
const Partitions = z.object({ partitionsInfo: z.object({ partitions: z.array(Partition) }) });

type Rules = (asked: { Region: string; UseDualStack: boolean; UseFIPS: boolean }) => unknown;
const Resolver = z.object({ defaultEndpointResolver: z.custom<Rules>((rules) => typeof rules === "function") });
const nothing = z.strictObject({}).optional();
const Endpoint = z.strictObject({ url: z.instanceof(URL), properties: nothing, headers: nothing });

/** How hosts are called in a partition that no other rule names. */
const usual = "amazonaws.com";

/** A module that is made when functions are bundled, for all clients: how the names of hosts end in a region. */
const endings = "endings-of-hosts";

const knownPartitions = async () => Partitions.parse(await exportsOf(partitionsFile)).partitionsInfo.partitions;

/**
 * Where a service is. The SDK carries a table of rules for every client, and the means to read them; what they come to is
 * one sentence, which is proved here for every region that is known when it is bundled. Hosts of other kinds, which
 * nobody asks for, say so when they are asked for after all.
 */
export const endpointsByRegion: Plugin = {
  name: "endpoints-by-region",
  setup: (bundler) => {
    bundler.onLoad(
      { filter: /\/@aws-sdk\/client-[^/]+\/dist-es\/endpoint\/endpointResolver\.js$/ },
      async ({ path }) => {
        const { defaultEndpointResolver } = Resolver.parse(await exportsOf(path));
        const hostIn = (Region: string): string =>
          Endpoint.parse(defaultEndpointResolver({ Region, UseDualStack: false, UseFIPS: false })).url.hostname;
        const [service = ""] = hostIn("us-east-1").split(".");
        for (const { regions, outputs } of await knownPartitions()) {
          for (const region of Object.keys(regions)) {
            if (hostIn(region) !== `${service}.${region}.${outputs.dnsSuffix}`)
              throw new Error(`${service} has a host of another kind in ${region}: ${hostIn(region)}`);
          }
        }
        return {
          contents: `
          import { endingIn } from "${endings}";
          export const defaultEndpointResolver = ({ Endpoint, Region, UseFIPS, UseDualStack }) => {
            if (UseFIPS || UseDualStack)
              throw new Error("Left out of the bundle. Functions ask the usual host of their region.");
            return { url: new URL(Endpoint ?? "https://${service}." + Region + "." + endingIn(Region)), properties: {}, headers: {} };
          };`,
          loader: "js",
        };
      },
    );
    bundler.onResolve({ filter: /^endings-of-hosts$/ }, ({ path }) => ({ path, namespace: endings }));
    bundler.onLoad({ filter: /./, namespace: endings }, async () => {
      const others = (await knownPartitions()).filter(({ outputs }) => outputs.dnsSuffix !== usual);
      const rows = others.map(({ regionRegex, outputs }) => [regionRegex, outputs.dnsSuffix]);
      return {
        contents: `
        const endings = ${JSON.stringify(rows)};
        export const endingIn = (region) => endings.find(([regions]) => new RegExp(regions).test(region))?.[1] ?? "${usual}";`,
        loader: "js",
      };
    });
  },
};
