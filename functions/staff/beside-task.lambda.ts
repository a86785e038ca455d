import { besideDoor } from "#web/parts/beside-step.ts";
import { taskHandler } from "./task-handler.ts";

export const handler = taskHandler(besideDoor);
