import { join } from "node:path";
import { FileSystem } from "aws-cdk-lib";
import packageJson from "../package.json" with { type: "json" };

/** Part of the address of style sheets and scripts: changes when one of them does, so that they may be kept forever. */
export const assetsVersion = (): string =>
  FileSystem.fingerprint(join(import.meta.dirname, "../shared/web/assets"), {
    extraHash: packageJson.dependencies["@picocss/pico"],
  }).slice(0, 16);
