import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { staffOf } from "#directory/routing.ts";
import { directoryStore } from "#directory/store.ts";
import type { Instant } from "#ground/instant.ts";
import { launchBrowser } from "../../local/browser.ts";
import { connect } from "../../local/connection.ts";
import { startDistrict } from "../../local/district.ts";
import { inboxAt, type ReceivedMail } from "../../local/inbox.ts";
import { freePorts } from "../../local/port.ts";
import { demoDistrict } from "../fixtures/demo-district.ts";
import { removeFolder } from "../support/remove-folder.ts";
import { type Entry, timelineOf } from "./timeline.ts";

const halfHour = 1_800_000;
const inDistrict = new Intl.DateTimeFormat("en-CA", {
  ...{ timeZone: "Asia/Shanghai", hourCycle: "h23" },
  ...{ weekday: "short", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
});

/** The half hour of a moment: seconds pass while a page is filled in or a function starts. */
const when = (at: Instant): string => {
  const floor = new Date(Math.floor(Date.parse(at) / halfHour) * halfHour);
  const parts = Object.fromEntries(inDistrict.formatToParts(floor).map(({ type, value }) => [type, value]));
  return `${parts.weekday} ${parts.month}-${parts.day} ${parts.hour}:${parts.minute}`;
};

/** A district of its own whose clock stands at a moment when it opens, with a browser: for a story of many days. */
export const openDistrict = async (opening: Instant) => {
  const ends: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of ends.toReversed()) await end();
  };
  try {
    const dir = await mkdtemp(join(tmpdir(), "huiyin-e2e-"));
    ends.push(() => removeFolder(dir));
    const district = await startDistrict({ ports: await freePorts(), dir, samples: false });
    ends.push(district.stop);
    const browser = await launchBrowser();
    ends.push(() => browser.close());
    const store = directoryStore(connect(district.endpoint).db, district.outputs.DirectoryTable);
    await store.moveDemoClock(await store.demoOffset(), Date.parse(opening) - Date.now());
    const inbox = inboxAt(district.mailbox);

    const digestsTo = async (person: string): Promise<ReceivedMail[]> => {
      const mails = await inbox.list(staffOf(demoDistrict(), person).email);
      return mails.filter(({ subject }) => subject.startsWith("【回音】今日待办："));
    };

    /** The timeline as lines, those of one half hour by kind and name; a digest with the counts of its subject. */
    const linesOf = async (timeline: readonly Entry[]): Promise<string[]> => {
      const order = ["event", "mail", "digest"];
      const subjects = new Map<string, string[]>();
      for (const { what, says } of timeline) {
        if (what === "digest" && !subjects.has(says)) {
          subjects.set(
            says,
            (await digestsTo(says)).map(({ subject }) => subject.slice(subject.indexOf("：") + 1)),
          );
        }
      }
      const lines = timeline.map(({ at, what, says }) => ({
        at: Math.floor(Date.parse(at) / halfHour),
        what,
        line: `${when(at)} ${what}: ${says}${what === "digest" ? `: ${subjects.get(says)?.shift()}` : ""}`,
      }));
      return lines
        .toSorted(
          (a, b) => a.at - b.at || order.indexOf(a.what) - order.indexOf(b.what) || a.line.localeCompare(b.line),
        )
        .map(({ line }) => line);
    };

    return {
      ...{ district, browser, inbox, digestsTo, linesOf, close },
      timelineOf: (caseId: string) => timelineOf(district, caseId),
    };
  } catch (error) {
    await close();
    throw error;
  }
};
export type OpenDistrict = Awaited<ReturnType<typeof openDistrict>>;
