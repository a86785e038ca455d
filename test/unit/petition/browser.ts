import type { Door } from "#lambda/route.ts";
import { route } from "#lambda/route.ts";
import { context } from "../lambda/context.ts";

export const baseUrl = "https://petition.example.gov.cn";

/** What a page came to: where it is, and what it says. */
export type Shown = { path: string; status: number; html: string; sent: number };

/**
 * A browser before a door: it keeps cookies unless told, follows where it is led, and can be told to reload, which asks
 * for the address once more. `handed` is every address that the door has led to.
 */
export const browserAt = (door: Door, { takesCookies = true } = {}) => {
  const handler = route(door);
  const jar = new Map<string, string>();
  const handed: string[] = [];

  const ask = async (method: "GET" | "POST", address: string, fields?: Record<string, string>): Promise<Shown> => {
    const [asked = ""] = address.split("#");
    const [path = "", query = ""] = asked.split("?");
    const reply = await handler(
      {
        rawPath: path,
        rawQueryString: query,
        headers: {
          origin: baseUrl,
          "sec-fetch-site": "same-origin",
          ...(fields && { "content-type": "application/x-www-form-urlencoded" }),
        },
        cookies: [...jar].map(([name, value]) => `${name}=${value}`),
        ...(fields && { body: new URLSearchParams(fields).toString() }),
        isBase64Encoded: false,
        requestContext: { http: { method, sourceIp: "203.0.113.7" } },
      },
      context,
    );
    for (const cookie of takesCookies ? (reply.cookies ?? []) : []) {
      const [pair = ""] = cookie.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    const status = reply.statusCode ?? 0;
    const location = reply.headers?.location;
    if (status === 303) {
      handed.push(String(location));
      return { ...(await ask("GET", String(location))), sent: status };
    }
    return { path: address, status, html: reply.body ?? "", sent: status };
  };

  return {
    handed,
    jar,
    open: (address: string) => ask("GET", address),
    send: (address: string, fields: Record<string, string>) => ask("POST", address, fields),
  };
};
