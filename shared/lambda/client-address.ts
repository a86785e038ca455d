import { isByEdge } from "./own-edge.ts";

/**
 * Whose address a request comes from: of whoever connected to the gateway. Behind our own edge that is the edge, so that
 * the address which the edge added to `x-forwarded-for` counts instead: the last one, but for the edge's own that the
 * gateway adds. From anybody else that header is a claim, and nothing is made of it.
 * @param connected the address that the gateway saw. @param edgeProof what the edge proves itself by; "" where there is none.
 */
export const clientAddress = (
  { headers, connected }: { headers: Record<string, string>; connected: string },
  edgeProof: string,
): string => {
  if (!isByEdge(headers, edgeProof)) return connected;
  const hops = (headers["x-forwarded-for"] ?? "").split(",").map((hop) => hop.trim());
  return hops.findLast((hop) => hop !== "" && hop !== connected) ?? connected;
};
