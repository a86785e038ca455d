import { hash, timingSafeEqual } from "node:crypto";

const hashOf = (text: string): Buffer => hash("sha256", text, "buffer");

/**
 * Whether a request comes through our own edge, which sets `x-huiyin-edge` over whatever a client has sent in it.
 * @param edgeProof what the edge proves itself by; where it is "" there is no edge, and nothing comes through it.
 */
export const isByEdge = (headers: Record<string, string>, edgeProof: string): boolean => {
  const { "x-huiyin-edge": proof } = headers;
  return edgeProof !== "" && proof !== undefined && timingSafeEqual(hashOf(proof), hashOf(edgeProof));
};
