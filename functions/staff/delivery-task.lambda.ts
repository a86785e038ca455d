import { deliveryDoor } from "#web/parts/at-delivery.ts";
import { taskHandler } from "./task-handler.ts";

export const handler = taskHandler(deliveryDoor);
