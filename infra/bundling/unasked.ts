import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/**
 * What the SDK does for every client or at every request and nobody asks for: in which module, by which words if not by the
 * whole of it, and what stands there instead.
 */
const unasked: { module: RegExp; words?: string; instead: string }[] = [
  {
    // Whether a request is a stream of events, by the description of all that it holds. None is.
    module: /\/@smithy\/core\/dist-es\/submodules\/client\/smithy-client\/command\.js$/,
    words:
      "Boolean(NormalizedSchema.of(input$).getEventStreamMember() || NormalizedSchema.of(output$).getEventStreamMember())",
    instead: "false",
  },
  {
    // A log of its own, which says nothing: functions log what they do by themselves.
    module: /\/@aws-sdk\/core\/dist-es\/submodules\/client\/middleware-logger\/loggerMiddleware\.js$/,
    words: "clientStack.add(loggerMiddleware(), loggerMiddlewareOptions);",
    instead: "",
  },
  {
    // What a client is made of, told to the service's statistics.
    module: /\/@aws-sdk\/core\/dist-es\/submodules\/client\/middleware-user-agent\/user-agent-middleware\.js$/,
    words: "clientStack.add(userAgentMiddleware(config), getUserAgentMiddlewareOptions);",
    instead: "",
  },
  {
    // What somebody would change in a client by way of extensions.
    module: /\/@aws-sdk\/client-[^/]+\/dist-es\/runtimeExtensions\.js$/,
    instead: `
      export const resolveRuntimeExtensions = (config, extensions) => {
        if (extensions.length > 0) throw new Error("Left out of the bundle. Nobody extends a client.");
        return config;
      };`,
  },
  {
    // The trace of one among several requests at once. A function has one at a time, whose trace is in the environment.
    module:
      /\/@aws-sdk\/core\/dist-es\/submodules\/client\/middleware-recursion-detection\/recursionDetectionMiddleware\.js$/,
    words: 'import { InvokeStore } from "@aws/lambda-invoke-store";',
    instead: "const InvokeStore = { getInstanceAsync: () => Promise.resolve(undefined) };",
  },
  {
    // Three ways to write a date of HTTP, each taken apart. JavaScript reads dates of HTTP.
    module: /\/@smithy\/core\/dist-es\/submodules\/retry\/middleware-retry\/parseRetryAfterHeader\.js$/,
    words: 'import { parseRfc7231DateTime } from "@smithy/core/serde";',
    instead: "const parseRfc7231DateTime = (text) => new Date(text);",
  },
  {
    // Whether Node is too old. Which one runs is the stack's to say.
    module: /\/@aws-sdk\/core\/dist-es\/submodules\/client\/emitWarningIfUnsupportedVersion\.js$/,
    instead: `
      export const state = { warningEmitted: false };
      export const emitWarningIfUnsupportedVersion = () => {};`,
  },
  {
    // By what name a client would tell the statistics of the application that it is part of.
    module: /\/@aws-sdk\/core\/dist-es\/submodules\/client\/middleware-user-agent\/configurations\.js$/,
    instead: `
      export const DEFAULT_UA_APP_ID = undefined;
      export const resolveUserAgentConfig = (config) => config;`,
  },
  {
    // What a client is made of, put together for the same statistics.
    module: /\/@aws-sdk\/core\/dist-es\/submodules\/client\/util-user-agent-node\/defaultUserAgent\.js$/,
    instead: `
      export { crtAvailability } from "./crt-availability";
      export const createDefaultUserAgentProvider = () => undefined;
      export const defaultUserAgent = createDefaultUserAgentProvider;`,
  },
  {
    // Which set of defaults the environment names. It names none, and then it is this one.
    module: /\/@smithy\/core\/dist-es\/submodules\/config\/defaults-mode\/resolveDefaultsModeConfig\.js$/,
    instead: 'export const resolveDefaultsModeConfig = () => () => Promise.resolve("legacy");',
  },
  {
    // DynamoDB's endpoints are known from the region, and not asked of it.
    module: /\/@aws-sdk\/middleware-endpoint-discovery\/dist-es\/resolveEndpointDiscoveryConfig\.js$/,
    instead: "export const resolveEndpointDiscoveryConfig = (config) => config;",
  },
  {
    // Whether the environment asks to ask for them.
    module: /\/@aws-sdk\/middleware-endpoint-discovery\/dist-es\/configurations\.js$/,
    instead: `
      const unset = () => undefined;
      export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
        environmentVariableSelector: unset, configFileSelector: unset, default: undefined,
      };`,
  },
];

/** The SDK without {@link unasked}. @throws when an update of the SDK has put it in other words */
export const withoutTheUnasked: Plugin = {
  name: "without-the-unasked",
  setup: (bundler) => {
    for (const { module, words, instead } of unasked) {
      bundler.onLoad({ filter: module }, async ({ path }) => {
        if (words === undefined) return { contents: instead, loader: "js" };
        const text = await readFile(path, "utf8");
        if (!text.includes(words)) throw new Error(`${path} is written in another way than it was`);
        return { contents: text.replace(words, instead), loader: "js" };
      });
    }
  },
};
