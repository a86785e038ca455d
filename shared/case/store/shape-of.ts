import { createHash } from "node:crypto";
import * as z from "zod";
import type { EventForm } from "#record/versions.ts";

/** The shape that states are written in: what the schema of a state and the facts that it may come from are today. */
export const shapeOf = (
  state: z.ZodType,
  { types, upcasters: { events, facts } }: Omit<EventForm<z.ZodType>, "form">,
) =>
  createHash("sha256")
    .update(JSON.stringify(z.toJSONSchema(state, { io: "input" })))
    .update(JSON.stringify([events.length, [...types].sort().map((type) => [type, facts[type]?.length ?? 0])]))
    .digest("base64url")
    .slice(0, 16);
