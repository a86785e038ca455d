import { StaffId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { keyed, sameText } from "./digest.ts";

const isSecure = (baseUrl: string): boolean => baseUrl.startsWith("https:");

/**
 * The cookie that spares a device the six digits for the rest of the day. Over https its prefix makes browsers take it
 * from this very host only: no other host below the same domain can plant one.
 */
export const sessionName = (baseUrl: string): string => (isSecure(baseUrl) ? "__Host-device" : "device");

/** A whole `Set-Cookie` value: this device is `staff`'s, on that district day. */
export const sessionCookie = (secret: string, staff: StaffId, on: DistrictDate, baseUrl: string): string =>
  [
    `${sessionName(baseUrl)}=${staff}.${on}.${seal(secret, staff, on)}`,
    // The prefix asks for this path.
    "Path=/",
    "Max-Age=86400",
    "HttpOnly",
    "SameSite=Strict",
    ...(isSecure(baseUrl) ? ["Secure"] : []),
  ].join("; ");

/** Whose device it is today, or `undefined` for no cookie, an old one or a forged one. @param secrets that are valid */
export const readSession = (
  secrets: readonly string[],
  cookie: string | undefined,
  today: DistrictDate,
): StaffId | undefined => {
  const [name, on = "", mark = ""] = cookie?.split(".") ?? [];
  const staff = StaffId.safeParse(name).data;
  if (staff === undefined || on !== today) return undefined;
  return secrets.some((secret) => sameText(mark, seal(secret, staff, on))) ? staff : undefined;
};

const seal = (secret: string, staff: StaffId, on: DistrictDate) =>
  keyed(secret, "session", staff, on).toString("base64url");
