import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../local/browser.ts";
import { logLines } from "../unit/lambda/log-lines.ts";
import { everyPage } from "../unit/web/every-page.ts";
import { comingBack, type Flow, kindOfTitle } from "./coming-back.ts";
import { doorsStage } from "./doors-stage.ts";
import * as files from "./flows-of-files.ts";
import * as followUps from "./flows-of-follow-ups.ts";
import * as leads from "./flows-of-leads.ts";
import * as mergers from "./flows-of-mergers.ts";
import * as petitioners from "./flows-of-petitioners.ts";
import * as pressure from "./flows-of-pressure.ts";
import * as promises from "./flows-of-promises.ts";
import * as ratings from "./flows-of-ratings.ts";
import * as registers from "./flows-of-registers.ts";
import * as requests from "./flows-of-requests.ts";
import * as reviews from "./flows-of-reviews.ts";
import * as staff from "./flows-of-staff.ts";
import * as strays from "./flows-of-strays.ts";
import * as supervision from "./flows-of-supervision.ts";

logLines();

let browser: Browser;
const lines: string[] = [];
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  console.log(lines.join("\n"));
});

/** What people do, step by step. At each page they go Back and Forward, reload, press Enter in the address bar, and press twice. */
const flows: readonly (readonly [string, Flow])[] = [
  ["a petition is written, checked and filed, and its receipt opened again", petitioners.filing],
  ["a petition without name and number is filed, and followed with what its receipt says", petitioners.filingUnnamed],
  ["somebody files for another, who confirms it, or had not asked", petitioners.filingForAnother],
  ["a petition is filed without a script", petitioners.filingWithoutScript],
  ["a danger is filed, and whom to call stands before what is to be written", petitioners.filingADanger],
  ["a case is followed, decided on and left", petitioners.withdrawing],
  ["somebody was pressed to withdraw, and tells the petition office", pressure.pressed],
  ["material is asked for and brought, and more is added unasked", petitioners.bringingMaterial],
  ["photos and a PDF are sent, looked at and opened", files.sendingFiles],
  ["a petition is filed, and photos follow from its receipt", files.filesWithTheFirstForm],
  ["another unit attaches photos to its answer, before it and after", files.attachingToAnAnswer],
  ["one's own file is opened, whole and as data", petitioners.readingOnesFile],
  ["the file of an answered case is taken out for the body that reviews it", files.takingTheDossier],
  ["a settlement is agreed to, taken back, declined, denied, confirmed and reopened", petitioners.settling],
  [
    "contact data are corrected as they are typed, and the old mail's link says nothing any more",
    petitioners.correctingContact,
  ],
  ["an answer is opened, and a form of a page from before leads on", petitioners.openingAnAnswer],
  ["an agent is named, acts, and is revoked while they are about to act again", petitioners.actingForAnother],
  ["a petition is opened to others, joined, followed, left and closed", petitioners.joiningAPetition],
  ["a joint petition is handed over to one of those who have joined", petitioners.handingOver],
  ["petitions are handled together, read by whoever has the lead, and parted", mergers.handledTogether],
  ["whoever reads a mailbox says whose it is", petitioners.answeringForMailbox],
  ["a petition is registered for somebody at a counter, and its receipt printed", staff.registering],
  ["a task is opened, acted on and answered", staff.answering],
  ["a new link is asked for", staff.askingForANewLink],
  ["more time is asked for and decided on", staff.decidingOnMoreTime],
  ["units are called to a meeting, of which one does what was decided and another reads the minutes", staff.meeting],
  ["the bureau calls a meeting, to which the unit in charge comes, and records it", staff.bureauMeeting],
  ["another unit is asked to assist, answers, and a second one is late", staff.assisting],
  ["a unit objects, and the bureau sends the case on", staff.objecting],
  [
    "an owner proposes that a case belongs elsewhere, which is refused once and then agreed to",
    staff.proposingOtherWays,
  ],
  ["a petitioner asks that somebody step aside, in vain and with effect", requests.askingRecusal],
  ["a petitioner asks that their case be marked urgent, in vain and with effect", requests.askingUrgency],
  ["a petitioner who has the answer rates how it was handled, and rates it anew", ratings.rating],
  ["a settlement is proposed and kept, and a letter opened by its petitioner", staff.keepingPromises],
  [
    "a letter has promised things one by one, of which one is put off, denied, followed up and kept",
    promises.keepingDatedPromises,
  ],
  ["a follow-up call finds it not done, and the matter is taken up anew", followUps.followingUpCases],
  ["what is late is urged and supervised, answered twice, and accepted", supervision.supervised],
  ["the bureau looks at what is late, and says why it does not supervise", supervision.notSupervised],
  ["a proposal is drafted, issued, answered and carried out", registers.proposing],
  ["an answer is reviewed, revoked, and given again by others", reviews.reviewing],
  ["a leader in charge meets, instructs and reports", leads.leading],
  ["a leader in charge is late, and another one takes over", leads.changingLeaders],
  ["a petition is screened and accepted", staff.screening],
  ["a petition is transferred, and the other body's receipt recorded", staff.transferring],
  ["a petition is refused, looked at again, and refused again", staff.lookingAgain],
  ["a link tells what has become of its task", staff.lookingBack],
  ["somebody signs out, and a colleague's draft on the same computer stays", staff.signingOut],
  ["a paper is checked by its number and its code", strays.checkingAPaper],
  ["notices, and addresses that are none", strays.reading],
  ["forms that nobody can take", strays.refusing],
];

/** Titles that pages have for completeness and nobody comes to, and why. */
const neverShown = new Map([
  ["这件信访事项已经结束 · 回音", "the link of a case that has ended tells what has become of it"],
  ["这件信访事项已经结束 〔〕号 · 回音", "the same, once its reader is recognised"],
]);
/** Routes that are no page's, and why. */
const ofNoPage = new Map([["GET /favicon.ico", "every page names its icon"]]);

const windows = [
  { width: 360, height: 780 },
  { width: 1280, height: 900 },
];
/** What was seen in all flows: the same whatever a window's width. */
const seen = windows.map((size) => ({
  size,
  kinds: new Set<string>(),
  asked: new Set<string>(),
  routes: new Set<string>(),
}));

/** Plays a flow in a window, over a district of its own. */
const play = async (flow: Flow, { size, kinds, asked, routes }: (typeof seen)[number]): Promise<void> => {
  const stage = await doorsStage();
  const here = comingBack(browser, stage, size);
  try {
    await flow(here);
  } catch (cause) {
    throw new Error(`In a window ${size.width} px wide: ${cause instanceof Error ? cause.stack : String(cause)}`, {
      cause,
    });
  } finally {
    for (const kind of here.kinds) kinds.add(kind);
    for (const route of stage.asked) asked.add(route);
    for (const route of stage.routes) routes.add(route);
    lines.push(...here.lines);
    await stage.stop();
  }
};

// In both windows at once: most of the time one waits for a page to come, and the other has the machine.
it.each(flows)("%s", async (_, flow) => {
  const ends = await Promise.allSettled(seen.map((at) => play(flow, at)));
  const failed = ends.filter((end) => end.status === "rejected").map(({ reason }) => String(reason));
  if (failed.length > 0) throw new Error(failed.join("\n"));
});

describe.each(seen)("in windows $size.width px wide", ({ kinds, asked, routes }) => {
  it("every kind of page that the product draws was played, and every route was asked for", () => {
    const titles = everyPage("zh").map(({ html }) => /<title>(.*?)<\/title>/.exec(html)?.[1] ?? "");
    const drawn = new Set(titles.map(kindOfTitle));
    expect([...drawn].filter((kind) => !kinds.has(kind) && !neverShown.has(kind))).toEqual([]);
    expect([...neverShown.keys()].filter((kind) => kinds.has(kind) || !drawn.has(kind))).toEqual([]);
    expect([...routes].filter((route) => !asked.has(route) && !ofNoPage.has(route))).toEqual([]);
  });
});
