import type { IncomingMessage } from "node:http";

/** The names under which a door on loopback is asked for; any other has been made to point here. */
const hostsOf = (port: number): string[] => [`localhost:${port}`, `127.0.0.1:${port}`];

/** Whether a request asks for this machine by name. A foreign page can let its own name point here (DNS rebinding). */
export const isForThisMachine = ({ headers }: IncomingMessage, port: number): boolean =>
  hostsOf(port).includes(headers.host ?? "");

/**
 * Whether a request comes from a page behind the same door, or from no page: a program, an address typed in, a link that
 * is followed into a window of its own.
 */
export const isOwnVisitor = (asked: IncomingMessage, port: number): boolean => {
  const { origin, "sec-fetch-site": site = "none", "sec-fetch-dest": into } = asked.headers;
  const own = origin === undefined || hostsOf(port).some((host) => origin === `http://${host}`);
  const followed = asked.method === "GET" && into === "document";
  return isForThisMachine(asked, port) && own && (site === "none" || site === "same-origin" || followed);
};
