import { StaffId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { cookieName, dayCookie, endedCookie } from "./cookie.ts";
import { keyed, sameText } from "./digest.ts";

const name = "device";

/** People whom one device spares the digits on a day: colleagues share computers, and none of them displaces another. */
const mostPeople = 8;
const between = "~";

/** The cookie that spares a device the six digits for the rest of the day. */
export const sessionName = (baseUrl: string): string => cookieName(name, baseUrl);

/** One person's part of the cookie. */
type Session = { staff: StaffId; on: string; mark: string };

const sessionsIn = (cookie = ""): Session[] =>
  cookie.split(between).flatMap((part) => {
    const [whose, on = "", mark = ""] = part.split(".");
    const staff = StaffId.safeParse(whose).data;
    return staff === undefined ? [] : [{ staff, on, mark }];
  });

/**
 * A whole `Set-Cookie` value: this device is `staff`'s on that district day, beside whoever used it on that day before.
 * @param cookie what the device has by now
 */
export const sessionCookie = (
  secret: string,
  staff: StaffId,
  on: DistrictDate,
  baseUrl: string,
  cookie?: string,
): string => {
  const others = sessionsIn(cookie).filter((session) => session.on === on && session.staff !== staff);
  const people = [{ staff, on, mark: seal(secret, staff, on) }, ...others].slice(0, mostPeople);
  const value = people.map((person) => `${person.staff}.${person.on}.${person.mark}`).join(between);
  return dayCookie({ name, value, sameSite: "Strict", baseUrl });
};

/** A whole `Set-Cookie` value that makes the device nobody's: whoever uses it types their digits again. */
export const endedSession = (baseUrl: string): string => endedCookie(name, baseUrl);

/** Whose device it is today; nobody's for no cookie, an old one or a forged one. @param secrets that are valid */
export const readSessions = (secrets: readonly string[], cookie: string | undefined, today: DistrictDate): StaffId[] =>
  sessionsIn(cookie).flatMap(({ staff, on, mark }) =>
    on === today && secrets.some((secret) => sameText(mark, seal(secret, staff, on))) ? [staff] : [],
  );

const seal = (secret: string, staff: StaffId, on: DistrictDate) =>
  keyed(secret, "session", staff, on).toString("base64url");
