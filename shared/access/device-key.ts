import { cookieName, dayCookie, endedCookie } from "./cookie.ts";

/**
 * What a device's kept pages are sealed under: 256 random bits in a cookie, which are stored nowhere else. Whoever has not
 * got it can neither find nor open what was kept; once the device has forgotten it, nobody can.
 */
const name = "kept";

/** A new key. @param random gives as many random bytes as asked for. */
export const newDeviceKey = (random: (bytes: number) => Uint8Array): string =>
  Buffer.from(random(32)).toString("base64url");

/** The key of the device that sends these cookies, or `undefined` for one that has none, or takes no cookies. */
export const deviceKeyIn = (cookies: Readonly<Record<string, string>>, baseUrl: string): string | undefined => {
  const key = cookies[cookieName(name, baseUrl)];
  return key !== undefined && /^[\w-]{43}$/.test(key) ? key : undefined;
};

/** A whole `Set-Cookie` value that has a device keep its key for a day from now. */
export const deviceKeyCookie = (key: string, baseUrl: string): string =>
  // Strict would withhold it from a page that is opened from a mail, which would then give the device another one.
  dayCookie({ name, value: key, sameSite: "Lax", baseUrl });

/** A whole `Set-Cookie` value that has a device forget its key, and with it all pages that were kept for it. */
export const forgottenDeviceKey = (baseUrl: string): string => endedCookie(name, baseUrl);
