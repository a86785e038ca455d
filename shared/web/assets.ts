import pico from "@picocss/pico/css/pico.min.css";
import blocks from "./assets/blocks.css";
import caseParts from "./assets/case.css";
import finder from "./assets/community-finder.client.js";
import draft from "./assets/draft.client.js";
import forms from "./assets/forms.css";
import frame from "./assets/frame.css";
import letter from "./assets/letter.css";
import page from "./assets/page.client.js";
import print from "./assets/print.css";
import task from "./assets/task-entry.client.js";
import tokens from "./assets/tokens.css";
import { markFile } from "./mark.ts";

/** One file that the pages ask for under `/assets/<fingerprint>/<name>`. */
export type Asset = { type: string; body: string };

const script = (body: string): Asset => ({ type: "text/javascript; charset=utf-8", body });

/** Pico first, then ours over it, print last. */
const style = [pico, tokens, frame, blocks, caseParts, letter, forms, print].join("\n");

/** Every file that the pages ask for, by its name. */
export const assets: ReadonlyMap<string, Asset> = new Map([
  ["site.css", { type: "text/css; charset=utf-8", body: style }],
  ["mark.svg", { type: "image/svg+xml", body: markFile }],
  ["page.client.js", script(page)],
  ["draft.client.js", script(draft)],
  ["community-finder.client.js", script(finder)],
  ["task-entry.client.js", script(task)],
]);
