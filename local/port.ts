import { once } from "node:events";
import { createServer } from "node:net";
import { Obstacle } from "./obstacle.ts";

/** Makes sure that nobody listens on a port of this machine yet. `what` says what it is wanted for. */
export const needPort = async (port: number, what: string): Promise<void> => {
  const server = createServer();
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (cause) {
    throw new Obstacle(
      `Port ${port}, wanted for ${what}, is taken: stop the other program, or choose another port (npm start -- --district-port 8081, --mailbox-port, --smtp-port, --emulator-port).`,
      {
        cause,
      },
    );
  }
  server.close();
  await once(server, "close");
};

/** Ports for a whole district that nobody listens on. */
export const freePorts = async () => ({
  district: await freePort(),
  mailbox: await freePort(),
  smtp: await freePort(),
  emulator: await freePort(),
});

/** A port of this machine that nobody listens on. */
export const freePort = async (): Promise<number> => {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("A TCP server without a port");
  return address.port;
};
