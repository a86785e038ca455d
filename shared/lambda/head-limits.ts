import type { HttpEvent } from "./http-event.ts";

/** Characters of path and query together; ours have at most some dozens. */
const mostOfAddress = 4096;
/** HTTP API takes 10,240 bytes for the first line and all headers; what comes another way gets no more. */
const mostOfHeaders = 10_240;
const mostHeaders = 100;
const mostCookies = 50;

/** What of a request is too large to be looked at, before anything of it is read. */
export const tooMuchOf = ({
  rawPath,
  rawQueryString,
  headers,
  cookies = [],
}: HttpEvent): "address" | "headers" | undefined => {
  if (rawPath.length + rawQueryString.length > mostOfAddress) return "address";
  const texts = [...Object.entries(headers).flat(), ...cookies];
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const many = Object.keys(headers).length > mostHeaders || cookies.length > mostCookies;
  return many || length > mostOfHeaders ? "headers" : undefined;
};
