import { stepDoor } from "#web/parts/at-step.ts";
import { taskHandler } from "./task-handler.ts";

export const handler = taskHandler(stepDoor);
