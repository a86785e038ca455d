import { StaffId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { cookieName, dayCookie } from "./cookie.ts";
import { keyed, sameText } from "./digest.ts";

const name = "device";

/** The cookie that spares a device the six digits for the rest of the day. */
export const sessionName = (baseUrl: string): string => cookieName(name, baseUrl);

/** A whole `Set-Cookie` value: this device is `staff`'s, on that district day. */
export const sessionCookie = (secret: string, staff: StaffId, on: DistrictDate, baseUrl: string): string =>
  dayCookie({ name, value: `${staff}.${on}.${seal(secret, staff, on)}`, sameSite: "Strict", baseUrl });

/** Whose device it is today, or `undefined` for no cookie, an old one or a forged one. @param secrets that are valid */
export const readSession = (
  secrets: readonly string[],
  cookie: string | undefined,
  today: DistrictDate,
): StaffId | undefined => {
  const [whose, on = "", mark = ""] = cookie?.split(".") ?? [];
  const staff = StaffId.safeParse(whose).data;
  if (staff === undefined || on !== today) return undefined;
  return secrets.some((secret) => sameText(mark, seal(secret, staff, on))) ? staff : undefined;
};

const seal = (secret: string, staff: StaffId, on: DistrictDate) =>
  keyed(secret, "session", staff, on).toString("base64url");
