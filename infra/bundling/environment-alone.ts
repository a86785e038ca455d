import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Plugin } from "esbuild";

/** What the SDK looks for in one place after the other, and Lambda gives in the environment: the place of each module, and what stands there instead. */
const instead: { module: RegExp; contents: string }[] = [
  {
    // Credentials: of a profile, of single sign-on, of files, of a container, of a machine.
    module: /\/@aws-sdk\/credential-provider-node\/dist-es\/index\.js$/,
    contents: 'export { fromEnv as defaultProvider } from "@aws-sdk/credential-provider-env";',
  },
  {
    // Settings: in files of the user's. The next place is asked, which is the default.
    module: /\/@smithy\/core\/dist-es\/submodules\/config\/node-config-provider\/fromSharedConfigFiles\.js$/,
    contents: `
      import { CredentialsProviderError } from "../property-provider/CredentialsProviderError";
      export const fromSharedConfigFiles = () => () => Promise.reject(new CredentialsProviderError("A function has no config files"));`,
  },
  {
    // The region: of the machine.
    module:
      /\/@smithy\/core\/dist-es\/submodules\/config\/config-resolver\/regionConfig\/getInstanceMetadataRegion\.js$/,
    contents: "export const getInstanceMetadataRegion = () => Promise.resolve(undefined);",
  },
];

/** Modules that say where a setting is in the environment, and where in a file. */
const settings =
  /\/(?:NodeUse\w+EndpointConfigOptions|getEndpointUrlConfig|getIgnoreConfiguredEndpointUrls|NODE_AUTH_SCHEME_PREFERENCE_OPTIONS|NodeAccountIdEndpointModeConfigOptions|clock-skew-node-config|middleware-retry\/configurations|regionConfig\/config)\.js$/;
const inFiles = /\n {4}configFileSelector: .*(?:,|\{(?:\n {8}.*)*\n {4}\},)(?=\n)/g;

/** Settings and credentials are taken from the environment alone, without a look for files that no function has. */
export const environmentAlone: Plugin = {
  name: "environment-alone",
  setup: (bundler) => {
    for (const { module, contents } of instead) {
      bundler.onLoad({ filter: module }, ({ path }) => ({ contents, loader: "js", resolveDir: dirname(path) }));
    }
    bundler.onLoad({ filter: settings }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const contents = text.replaceAll(inFiles, "");
      if (contents === text) throw new Error(`${path} is written in another way than it was`);
      return { contents, loader: "js" };
    });
  },
};
