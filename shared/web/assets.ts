import pico from "@picocss/pico/css/pico.min.css";
import finder from "./assets/community-finder.client.js";
import draft from "./assets/draft.client.js";
import page from "./assets/page.client.js";
import site from "./assets/site.css";
import task from "./assets/task-entry.client.js";
import { markFile } from "./mark.ts";

/** One file that the pages ask for under `/assets/<fingerprint>/<name>`. */
export type Asset = { type: string; body: string };

const script = (body: string): Asset => ({ type: "text/javascript; charset=utf-8", body });

/** Every file that the pages ask for, by its name. */
export const assets: ReadonlyMap<string, Asset> = new Map([
  ["site.css", { type: "text/css; charset=utf-8", body: `${pico}\n${site}` }],
  ["mark.svg", { type: "image/svg+xml", body: markFile }],
  ["page.client.js", script(page)],
  ["draft.client.js", script(draft)],
  ["community-finder.client.js", script(finder)],
  ["task-entry.client.js", script(task)],
]);
