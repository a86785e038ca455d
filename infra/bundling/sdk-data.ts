import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";
import * as z from "zod";

/** Of a package's description the SDK reads the version. */
export const versionAlone: Plugin = {
  name: "version-alone",
  setup: (bundler) => {
    bundler.onLoad({ filter: /\/@aws-sdk\/client-[^/]+\/package\.json$/ }, async ({ path }) => {
      const description: unknown = JSON.parse(await readFile(path, "utf8"));
      return { contents: JSON.stringify(description, ["version"]), loader: "json" };
    });
  },
};

const Region = z.record(z.string(), z.unknown());
const Partition = z.looseObject({ regionRegex: z.string(), regions: z.record(z.string(), Region) });
const Partitions = z.object({ partitionsInfo: z.object({ partitions: z.array(Partition) }) });

/**
 * The SDK asks in which partition a region lies. An expression of each partition answers, and those regions stay that
 * it does not match, or of which more is said than what people call them.
 */
export const regionsByExpression: Plugin = {
  name: "regions-by-expression",
  setup: (bundler) => {
    bundler.onLoad({ filter: /\/util-endpoints\/lib\/aws\/partitions\.js$/ }, async ({ path }) => {
      const module: unknown = await import(path);
      const { partitionsInfo } = Partitions.parse(module);
      const partitions = partitionsInfo.partitions.map(({ regions, ...partition }) => {
        const matched = new RegExp(partition.regionRegex);
        const kept = Object.entries(regions).filter(
          ([name, { description, ...more }]) => !matched.test(name) || Object.keys(more).length > 0,
        );
        return { ...partition, regions: Object.fromEntries(kept) };
      });
      return { contents: `export const partitionsInfo = ${JSON.stringify({ partitions })};`, loader: "js" };
    });
  },
};
