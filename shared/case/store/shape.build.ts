import { Case } from "#case/state/case.ts";
import { shapeOf } from "./shape-of.ts";
import { eventForm } from "./versions.ts";

/**
 * Names what wrote a state. It follows from the schemas, so that nobody has to remember to count it up; a build that
 * knows other facts, or keeps its states otherwise, finds another one and tells the case from its events.
 */
export const shapeOfCase: string = shapeOf(Case, eventForm);
