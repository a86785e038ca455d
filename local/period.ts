const milliseconds = { d: 86_400_000, h: 3_600_000, m: 60_000 };

/** Milliseconds of a period such as `8d`, `36h` or `90m`, or `undefined` for anything else. */
export const readPeriod = (text: string): number | undefined => {
  const [, count, unit] = /^([1-9]\d{0,4})([dhm])$/.exec(text) ?? [];
  return unit === "d" || unit === "h" || unit === "m" ? Number(count) * milliseconds[unit] : undefined;
};
