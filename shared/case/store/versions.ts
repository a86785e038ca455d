import { createHash } from "node:crypto";
import * as z from "zod";
import { Case } from "#case/state/case.ts";
import { CaseEvent, Fact } from "#case/state/event.ts";
import { Instant } from "#ground/instant.ts";
import { Key } from "#record/database.ts";
import { type EventForm, readEvent, type Upcasters } from "#record/versions.ts";

type Option = (typeof Fact)["options"][number];
type Fork = Extract<Option, { options: readonly unknown[] }>;
type Leaf = Exclude<Option, Fork> | Fork["options"][number];

const leavesOf = (option: Option): readonly Leaf[] => ("options" in option ? option.options : [option]);

/** How older forms of a case's events become today's; none has had another form yet. */
const upcasters: Upcasters = { events: [], facts: {} };

/** How the events of a case are read. */
export const eventForm: EventForm<typeof CaseEvent> = {
  form: CaseEvent,
  types: new Set(Fact.options.flatMap(leavesOf).map((leaf) => leaf.shape.type.value)),
  upcasters,
};

/** The row of an event in the outbox as the stream gives it. @throws NewerThanThisBuild as `readEvent` does. */
export const StreamedEvent = Key.extend({ event: z.unknown(), outboxAt: Instant }).transform(
  ({ event, outboxAt, ...key }) => ({ event: readEvent(eventForm, key, event), outboxAt }),
);

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

let shape: string | undefined;
/**
 * Names what wrote a state. It follows from the schemas, so that nobody has to remember to count it up; a build that
 * knows other facts, or keeps its states otherwise, finds another one and tells the case from its events.
 */
export const shapeOfCase = (): string => {
  shape ??= shapeOf(Case, eventForm);
  return shape;
};
