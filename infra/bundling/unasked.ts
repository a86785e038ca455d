import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/**
 * What the SDK does for every client or at every request and nobody asks for: in which module, by which words if not by the
 * whole of it, and what stands there instead.
 */
const unasked: { module: RegExp; words?: string | RegExp; instead: string }[] = [
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
    // The trace of one among several requests at once, and traces of other makers. A function has one request at a time,
    // whose trace is in the environment.
    module:
      /\/@aws-sdk\/core\/dist-es\/submodules\/client\/middleware-recursion-detection\/recursionDetectionMiddleware\.js$/,
    instead: `
      export const recursionDetectionMiddleware = () => (next) => (args) => {
        const { AWS_LAMBDA_FUNCTION_NAME, _X_AMZN_TRACE_ID } = process.env;
        if (AWS_LAMBDA_FUNCTION_NAME && _X_AMZN_TRACE_ID) args.request.headers["X-Amzn-Trace-Id"] = _X_AMZN_TRACE_ID;
        return next(args);
      };`,
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
  {
    // What the defaults of other sets are.
    module: /\/@smithy\/core\/dist-es\/submodules\/client\/smithy-client\/defaults-mode\.js$/,
    instead: "export const loadConfigsForDefaultMode = () => ({});",
  },
  {
    // How bytes and addresses are written, told to protocols that ask; json-protocol.ts does not.
    module: /\/@aws-sdk\/client-[^/]+\/dist-es\/runtimeConfig\.shared\.js$/,
    words: /\n +(?:base64Decoder|base64Encoder|utf8Decoder|utf8Encoder|urlParser|disableHostPrefix|xmlNamespace): .*/g,
    instead: "",
  },
  {
    // Who asks, told to the service's statistics.
    module: /\/@aws-sdk\/client-[^/]+\/dist-es\/runtimeConfig\.js$/,
    words: /\n {8}(?:defaultUserAgentProvider|userAgentAppId): .*/g,
    instead: "",
  },
  {
    // Bytes of an answer that can be read as text. None is handed on: json-protocol.ts reads answers.
    module: /\/@smithy\/core\/dist-es\/submodules\/serde\/util-stream\/blob\/Uint8ArrayBlobAdapter\.js$/,
    instead: "export const bindUint8ArrayBlobAdapter = () => Uint8Array;",
  },
  {
    // Answers in the streams of browsers. Node's come here.
    module: /\/@smithy\/core\/dist-es\/submodules\/serde\/util-stream\/stream-collector\.js$/,
    instead: `
      export const streamCollector = async (stream) => {
        const parts = [];
        for await (const part of stream) parts.push(part);
        return Buffer.concat(parts);
      };`,
  },
  {
    // Random identifiers where there is no cryptography.
    module: /\/@smithy\/core\/dist-es\/submodules\/serde\/uuid\/v4\.js$/,
    instead: "export const bindV4 = () => () => crypto.randomUUID();",
  },
  {
    // Bodies of requests that are files or streams. All are text.
    module: /\/@smithy\/core\/dist-es\/submodules\/serde\/util-body-length\/calculateBodyLength\.js$/,
    instead: 'export const calculateBodyLength = (body) => Buffer.byteLength(body ?? "");',
  },
  {
    // The same, and those that wait until the service wants them.
    module: /\/@smithy\/node-http-handler\/dist-es\/write-request-body\.js$/,
    instead: "export const writeRequestBody = async (sending, { body }) => { sending.end(body); };",
  },
  {
    // Errors by name, of another copy of the SDK. There is one.
    module: /\/@smithy\/core\/dist-es\/submodules\/client\/smithy-client\/exceptions\.js$/,
    words: /\n {4}static (?:isInstance|\[Symbol\.hasInstance\])\(\w+\) \{(?:\n {8}.*)*\n {4}\}/g,
    instead: "",
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
        const contents = text.replace(words, instead);
        if (contents === text) throw new Error(`${path} is written in another way than it was`);
        return { contents, loader: "js" };
      });
    }
  },
};
