import { AssetsEnv } from "#lambda/environment.ts";
import { route } from "#lambda/route.ts";
import { assetsDoor } from "./assets-door.ts";

export const handler = route(assetsDoor(AssetsEnv.parse(process.env)));
