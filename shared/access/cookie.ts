const isSecure = (baseUrl: string): boolean => baseUrl.startsWith("https:");

/**
 * The name of a cookie of ours. Over https its prefix makes browsers take it from this very host only: no other host below
 * the same domain can plant one.
 */
export const cookieName = (name: string, baseUrl: string): string => (isSecure(baseUrl) ? `__Host-${name}` : name);

/** Days and hours are told in seconds. */
const day = 86_400;

type OwnCookie = {
  name: string;
  value: string;
  /** `Lax` is sent along when somebody follows a link from elsewhere, and never with what elsewhere sends. */
  sameSite: "Strict" | "Lax";
  baseUrl: string;
};

/** A whole `Set-Cookie` value, for a day: out of reach of scripts, and sent to this host alone. */
export const dayCookie = ({ name, value, sameSite, baseUrl }: OwnCookie): string =>
  [
    `${cookieName(name, baseUrl)}=${value}`,
    // The prefix asks for this path.
    "Path=/",
    `Max-Age=${day}`,
    "HttpOnly",
    `SameSite=${sameSite}`,
    ...(isSecure(baseUrl) ? ["Secure"] : []),
  ].join("; ");

/** A whole `Set-Cookie` value that ends a cookie of ours. */
export const endedCookie = (name: string, baseUrl: string): string =>
  dayCookie({ name, value: "", sameSite: "Lax", baseUrl }).replace(`Max-Age=${day}`, "Max-Age=0");
