import { randomUUID } from "node:crypto";

/**
 * What an operation of a service asks for beyond JSON: a token of its own for each request, which the service knows a
 * repeated one by, and the names under which it answers with bytes (base64) and with moments (seconds since 1970). Of a
 * service that is asked in the manner of REST, `at` is the path at which this operation is asked.
 */
export type BeyondJson = { token?: string; at?: string; bytes: readonly string[]; moments: readonly string[] };

/** An operation as a client of the SDK hands it over. @see json-services.ts, which puts `input` there */
type Operation = { name: string; input: BeyondJson | null };

type JsonFields = Record<string, unknown>;
type Endpoint = { protocol: string; hostname: string; port?: number; path: string };
type Context = { endpoint: () => Promise<Endpoint> };
type Streams = { streamCollector: (body: unknown) => Promise<Uint8Array> };
type Answer = { statusCode: number; headers: Record<string, string>; body?: unknown };
type ServiceError = new (told: {
  name: string;
  message: string;
  $fault: "client" | "server";
  $metadata: JsonFields;
}) => Error;
type Errors = { base: ServiceError; named: Record<string, ServiceError> };
type JsonService = {
  serviceTarget: string;
  awsQueryCompatible?: boolean;
  errorTypeRegistries: Errors;
};

const isFields = (value: unknown): value is JsonFields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What is sent: bytes as base64, moments in seconds. */
const written = function (this: unknown, name: string, value: unknown): unknown {
  const given = isFields(this) ? this[name] : value;
  if (given instanceof Uint8Array) return Buffer.from(given).toString("base64");
  return given instanceof Date ? given.getTime() / 1000 : value;
};

const bytesIn = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(bytesIn);
  return typeof value === "string" ? new Uint8Array(Buffer.from(value, "base64")) : value;
};
const momentIn = (value: unknown): unknown => (typeof value === "number" ? new Date(Math.round(value * 1000)) : value);

/** What was answered, with bytes and moments as such. @throws `SyntaxError` when it is no JSON. */
const read = (text: string, { bytes, moments }: BeyondJson): unknown => {
  const isBeyond = [...bytes, ...moments].some((name) => text.includes(`"${name}"`));
  if (!isBeyond) return JSON.parse(text);
  return JSON.parse(text, (name, value: unknown) => {
    if (bytes.includes(name)) return bytesIn(value);
    return moments.includes(name) ? momentIn(value) : value;
  });
};

/** The first of some fields that is told in words. */
const firstText = (...fields: unknown[]): string | undefined => fields.find((field) => typeof field === "string");

/** `com.amazonaws.kms#NotFoundException:http://…` is a `NotFoundException`. */
const errorName = (told: string): string => {
  const [name = ""] = told.split(/[,:]/);
  return name.slice(name.lastIndexOf("#") + 1);
};

/** Which of a service's ways to ask in JSON it is: awsJson 1.0 or 1.1, which names the operation in a header, or restJson1. */
type Manner = "1.0" | "1.1" | "rest";

/** An address at which requests are made in full, whatever stands behind it. */
const joined = (path: string, at: string): string => `${path.endsWith("/") ? path.slice(0, -1) : path}${at}`;

/**
 * How JSON services of AWS are asked and answer (awsJson 1.0 and 1.1, restJson1), in the place of the SDK's own protocol,
 * which reads a description of every operation to do the same. Errors are of the classes that our code names, or else of
 * the service's base class under their own name.
 * @see https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html
 * @see https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html
 */
export const jsonProtocol = (manner: Manner) =>
  class JsonProtocol {
    readonly service: JsonService;
    streams: Streams | undefined;

    constructor(service: JsonService) {
      this.service = service;
    }

    setSerdeContext(streams: Streams): void {
      this.streams = streams;
    }

    /** Where an operation is asked, and in what it is told which one. */
    addressOf(name: string, at: string | undefined) {
      if (manner === "rest") return { path: at ?? "/", headers: { "content-type": "application/json" } };
      return {
        path: "/",
        headers: {
          "content-type": `application/x-amz-json-${manner}`,
          "x-amz-target": `${this.service.serviceTarget}.${name}`,
          ...(this.service.awsQueryCompatible && { "x-amzn-query-mode": "true" }),
        },
      };
    }

    async serializeRequest({ name, input: beyond }: Operation, input: JsonFields, { endpoint }: Context) {
      if (beyond === null) throw new Error(`Left out of the bundle. ${name} takes or gives more than JSON tells.`);
      const { token, at } = beyond;
      const { path: base, ...host } = await endpoint();
      const { path, headers } = this.addressOf(name, at);
      return {
        ...host,
        method: "POST",
        path: joined(base, path),
        query: {},
        headers,
        body: JSON.stringify(token === undefined ? input : { [token]: randomUUID(), ...input }, written),
      };
    }

    async deserializeResponse({ input: beyond }: Operation, _: unknown, answer: Answer): Promise<JsonFields> {
      const { statusCode, body } = answer;
      const headers = Object.fromEntries(
        Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), value]),
      );
      const $metadata = { httpStatusCode: statusCode, requestId: headers["x-amzn-requestid"] };
      const collected = body instanceof Uint8Array ? body : await this.streams?.streamCollector(body);
      const text = Buffer.from(collected ?? []).toString();
      const told = text === "" ? {} : read(text, beyond ?? { bytes: [], moments: [] });
      const fields = isFields(told) ? told : {};
      if (statusCode < 300) return { ...fields, $metadata };
      const { __type, code, message, Message, ...rest } = fields;
      const inHeader = headers["x-amzn-errortype"];
      const saidBy = manner === "rest" ? [inHeader, code, __type] : [__type, code, inHeader];
      const name = errorName(firstText(...saidBy) ?? "Unknown");
      const { base, named } = this.service.errorTypeRegistries;
      const ErrorOfService = named[name] ?? base;
      const $fault = statusCode < 500 ? "client" : "server";
      const error = new ErrorOfService({
        name,
        message: firstText(message, Message) ?? "UnknownError",
        $fault,
        $metadata,
      });
      throw Object.assign(error, rest);
    }
  };
