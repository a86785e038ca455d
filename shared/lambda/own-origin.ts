/**
 * Whether a POST comes from one of our own pages.
 * `Sec-Fetch-Site` decides where the browser sends it; a page with `Referrer-Policy: no-referrer` posts with
 * `Origin: null`, so `Origin` decides alone only for browsers that do not know the other (iOS before 16.4).
 */
export const isOwnOrigin = (headers: Record<string, string>, baseUrl: string): boolean => {
  const { origin, "sec-fetch-site": site } = headers;
  if (origin !== undefined && origin !== "null" && origin !== new URL(baseUrl).origin) return false;
  return site === undefined ? origin === new URL(baseUrl).origin : site === "same-origin";
};
