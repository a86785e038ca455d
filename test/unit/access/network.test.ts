import { expect, test } from "vitest";
import { networkMark, networkOf } from "#access/network.ts";

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:0:1::1", "2001:db8:0:1::/64"],
  ["2001:0DB8:0000:0001:ffff:ffff:ffff:ffff", "2001:db8:0:1::/64"],
  ["2001:db8::", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["", "unknown"],
  ["1::2::3", "unknown"],
  ["2001:db8:1", "unknown"],
  ["no address", "unknown"],
  [":".repeat(100_000), "unknown"],
])("%s counts as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test("a network has one mark a day, another with what is tried from there, and another under another salt", () => {
  expect(networkMark("salt", "2001:db8:0:1::1")).toBe(networkMark("salt", "2001:db8:0:1:2:3:4:5"));
  const marks = [
    networkMark("salt", "203.0.113.7"),
    networkMark("salt", "203.0.113.8"),
    networkMark("salt", "203.0.113.7", "code"),
    networkMark("another salt", "203.0.113.7"),
  ];
  expect(new Set(marks).size).toBe(4);
  expect(marks[0]).toMatch(/^[\w-]{43}$/);
});
