import { screeningDoor } from "#web/parts/at-screening.ts";
import { taskHandler } from "./task-handler.ts";

export const handler = taskHandler(screeningDoor);
