import { keyed } from "./digest.ts";

/** The eight groups of an IPv6 address, in the form that IPv4 addresses have in it; `undefined` if it is none. */
const groupsOf = (address: string): string[] | undefined => {
  const [head = "", tail, ...more] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const gap = 8 - left.length - right.length;
  if (more.length > 0 || gap < 0 || (tail === undefined && gap > 0)) return undefined;
  return [...left, ...Array.from({ length: gap }, () => "0"), ...right];
};

const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;

/**
 * The network that a client's address counts as: IPv4 as it is; of IPv6 the first 64 bits, since whoever has one address
 * there has them all. What is no address counts as one network, `unknown`.
 */
export const networkOf = (address: string): string => {
  if (address.length > 45) return "unknown";
  const v4 = mapped.exec(address)?.[1] ?? address;
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(v4)) return v4;
  const groups = groupsOf(address.split("%")[0] ?? "")?.slice(0, 4);
  if (!groups?.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return "unknown";
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
};

/** What a network is counted under on the day of a salt, alone or together with what is tried from there. */
export const networkMark = (salt: string, address: string, ...what: string[]): string =>
  keyed(salt, networkOf(address), ...what).toString("base64url");
