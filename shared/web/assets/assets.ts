import pico from "@picocss/pico/css/pico.min.css";
import blocks from "./blocks.css";
import caseParts from "./case.css";
import draft from "./draft.client.js";
import formsScript from "./forms.client.js";
import forms from "./forms.css";
import frame from "./frame.css";
import letter from "./letter.css";
import { markFile } from "./mark.ts";
import page from "./page.client.js";
import photo from "./photo.client.js";
import { picoInUse } from "./pico-in-use.ts";
import print from "./print.css";
import taskDraft from "./task-draft.client.js";
import task from "./task-entry.client.js";
import tokens from "./tokens.css";
import finder from "./unit-finder.client.js";

/** One file that the pages ask for under `/assets/<fingerprint>/<name>`. */
export type Asset = { type: string; body: string };

const script = (body: string): Asset => ({ type: "text/javascript; charset=utf-8", body });

const ours = [tokens, frame, blocks, caseParts, letter, forms, print].join("\n");

/** Pico first, then ours over it, print last. */
const style = `${picoInUse(pico, ours)}\n${ours}`;

/** Every file that the pages ask for, by its name. */
export const assets: ReadonlyMap<string, Asset> = new Map([
  ["site.css", { type: "text/css; charset=utf-8", body: style }],
  ["mark.svg", { type: "image/svg+xml", body: markFile }],
  ["page.client.js", script(page)],
  ["forms.client.js", script(formsScript)],
  ["draft.client.js", script(draft)],
  ["photo.client.js", script(photo)],
  ["unit-finder.client.js", script(finder)],
  ["task-entry.client.js", script(task)],
  ["task-draft.client.js", script(taskDraft)],
]);
