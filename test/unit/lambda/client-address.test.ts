import { expect, test } from "vitest";
import { clientAddress } from "#lambda/client-address.ts";

const edge = "198.51.100.9";
const from = (headers: Record<string, string>, edgeProof = "") =>
  clientAddress({ headers, connected: edge }, edgeProof);

test("a request comes from whoever connected, whatever it says of itself", () => {
  expect(from({})).toBe(edge);
  expect(from({ "x-forwarded-for": "203.0.113.7" })).toBe(edge);
  expect(from({ "x-forwarded-for": "203.0.113.7", "x-huiyin-edge": "guessed" }, "the proof")).toBe(edge);
  expect(from({ "x-forwarded-for": "203.0.113.7", "x-huiyin-edge": "" })).toBe(edge);
});

test("behind our own edge it comes from whom the edge saw: what a client wrote before that counts for nothing", () => {
  const proof = { "x-huiyin-edge": "the proof" };
  expect(from({ ...proof, "x-forwarded-for": "203.0.113.7" }, "the proof")).toBe("203.0.113.7");
  expect(from({ ...proof, "x-forwarded-for": `10.0.0.1, 203.0.113.7, ${edge}` }, "the proof")).toBe("203.0.113.7");
  expect(from({ ...proof, "x-forwarded-for": "" }, "the proof")).toBe(edge);
  expect(from(proof, "the proof")).toBe(edge);
});
