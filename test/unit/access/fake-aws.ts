import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import * as z from "zod";

/** Answers one operation, such as `Decrypt`. A refusal is an error of the service by its name. */
export type Answer = (operation: string, input: unknown) => { output: object } | { refusal: string };

/** A key or secret service on a local port that speaks the real protocol to the real client. */
export const fakeAws = async (answer: Answer) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const operation = request.headers["x-amz-target"]?.toString().split(".")[1] ?? "";
      asked.push(operation);
      const result = answer(operation, z.unknown().parse(JSON.parse(Buffer.concat(chunks).toString())));
      const [status, body] = "output" in result ? [200, result.output] : [400, { __type: result.refusal }];
      response.writeHead(status, { "content-type": "application/x-amz-json-1.1" }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    /** The operations asked for so far. */
    asked,
    /** Configures a client of this service. */
    client: {
      endpoint: `http://127.0.0.1:${portOf(server.address())}`,
      region: "cn-north-1",
      credentials: { accessKeyId: "key", secretAccessKey: "secret" },
      maxAttempts: 1,
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

const portOf = (address: AddressInfo | string | null) => {
  if (address === null || typeof address === "string") throw new Error("The fake service has no port");
  return address.port;
};
