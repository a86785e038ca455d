import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { chineseCalendar } from "#clock/calendar.ts";
import type { PeriodKind } from "#clock/clock.ts";
import { demoNow } from "#clock/now.ts";
import { minutesLater, nextWorkingMorning } from "#clock/period.ts";
import { deadlineStore } from "#clock/store.ts";
import { directoryStore } from "#directory/store.ts";
import type { Instant } from "#ground/instant.ts";
import { advanceClockTo } from "../demo-clock.ts";
import type { inboxAt } from "../inbox.ts";
import { type RunningDistrict, tablesOf } from "../running.ts";
import { print } from "../terminal.ts";

/** Where the pictures of the README and of the tour are kept. */
export const folder = join(import.meta.dirname, "..", "..", "docs", "pictures");

/** What of a page is kept at a width: `tall` pixels at most, from the top or from an element on. */
type PageCut = { tall: number; from?: string };

const shoot = async (page: Page, name: string, width: number, { tall, from }: PageCut): Promise<void> => {
  await page.setViewportSize({ width, height: 800 });
  await page.evaluate(() => window.scrollTo(0, 0));
  const top = from === undefined ? 0 : ((await page.locator(from).boundingBox())?.y ?? 0);
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: top, width, height: Math.min(tall, whole - top) };
  const path = join(folder, `${name}-${width}.png`);
  await page.screenshot({ path, fullPage: true, clip, animations: "disabled" });
  print(`      ${path}`);
};

/** Keeps a page as it looks on a phone and at a desk. A reader should not have to scroll. */
export const picture = async (page: Page, name: string, parts: { phone?: PageCut; desk: PageCut }): Promise<void> => {
  const before = page.viewportSize();
  if (parts.phone) await shoot(page, name, 360, parts.phone);
  await shoot(page, name, 1280, parts.desk);
  if (before) await page.setViewportSize(before);
};

/** Moves the demo clock as a story needs it: to the next working morning, on by minutes, past the end of a clock. */
export const clockOf = (running: RunningDistrict) => {
  const { db, deadlines, directory } = tablesOf(running);
  const now = demoNow(() => directoryStore(db, directory).demoOffset());
  /** Ten minutes into the first working day after a moment, when the digests of that morning have left. */
  const toMorningAfter = (moment: Instant): Promise<Instant> =>
    advanceClockTo(running, minutesLater(nextWorkingMorning(chineseCalendar(), moment), 10));
  return {
    now,
    pass: async (minutes: number) => advanceClockTo(running, minutesLater(await now(), minutes)),
    toWorkingMorning: async () => toMorningAfter(await now()),
    /** To the morning after the end of a case's running clock: then the mails have left that its end has caused. */
    pastEnd: async (caseId: string, kind: PeriodKind) => {
      const rows = await deadlineStore(db, deadlines).ofCase(caseId);
      const running = rows.find(({ clock, nextAt }) => clock.kind === kind && nextAt !== undefined);
      if (running === undefined) throw new Error(`${caseId} runs no clock ${kind}`);
      await toMorningAfter(running.clock.due);
    },
  };
};

/** What every act is played on. */
export type Stage = {
  here: RunningDistrict;
  browser: Browser;
  clock: ReturnType<typeof clockOf>;
  inbox: ReturnType<typeof inboxAt>;
};
