import { numberOf } from "#ground/ids.ts";
import { newPerson } from "../browser.ts";
import { explanationOf } from "../explanation.ts";
import { tablesOf } from "../running.ts";
import { picture, type Stage } from "./stage.ts";

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A sheet of paper for the text of a terminal: long lines turn with their indent. */
const sheet = (command: string, lines: readonly string[]): string => `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; padding: 28px 36px; background: #fbfbf9; color: #1f2a2a; }
  p { margin: 0; min-height: 1.5em; font: 15px/1.6 ui-monospace, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace;
      white-space: pre-wrap; overflow-wrap: anywhere; }
  .command { color: #0b6163; font-weight: 700; margin-bottom: 1em; }
  .head { font-weight: 700; }
</style><p class="command">$ ${escaped(command)}</p>${lines
  .map((line) => {
    const indent = line.length - line.trimStart().length;
    const hang = /^ *\d+ {2}/.exec(line)?.[0].length ?? indent;
    return `<p${indent === 0 ? ' class="head"' : ""} style="padding-left:${hang}ch;text-indent:-${hang}ch">${escaped(line)}</p>`;
  })
  .join("")}`;

/** Keeps what `npm run why` says of a case, in both languages. */
export const explained = async ({ here, browser }: Stage, name: string, caseId: string): Promise<void> => {
  const page = await (await newPerson(browser)).newPage();
  for (const lang of ["zh", "en"] as const) {
    const lines = await explanationOf(caseId, lang, tablesOf(here));
    if (lines === undefined) throw new Error(`There is no case ${caseId}`);
    const command = `npm run why -- ${numberOf(caseId)}${lang === "en" ? " --lang en" : ""}`;
    await page.setContent(sheet(command, lines));
    await picture(page, `why-${name}-${lang}`, { desk: { tall: 2400 } });
  }
  await page.context().close();
};
