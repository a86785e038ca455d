import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Agenda, AgendaItem } from "#case/digest/agenda.ts";
import { noTrouble } from "#case/digest/mail-trouble.ts";
import { bounceStore } from "#case/store/bounce-store.ts";
import { caseStore } from "#case/store/case-store.ts";
import { digestStore } from "#case/store/digest-store.ts";
import { outboxStore } from "#case/store/outbox-store.ts";
import { findUnits } from "#directory/finding.ts";
import { directoryStore } from "#directory/store.ts";
import { digestMail } from "#mail/digest-mail.ts";
import { addressed } from "#mail/mail.ts";
import { messageOf } from "#mail/message.ts";
import type { Database, Item } from "#record/database.ts";
import { filePetitionPage } from "#web/pages/file-petition.page.tsx";
import { digest } from "../../functions/clock/digest.ts";
import { cityDirectory, largeCity } from "../bench/city-district.ts";
import { itemSize, readUnits } from "../bench/units.ts";
import { memoryBackend } from "../contract/backend.ts";
import { at } from "../unit/case/district.ts";

/** What was measured at 67e6658, whose code is gone. */
const before = {
  form: 321_000,
  coldUnits: 499,
  digest: 2_080_000,
  idleRequests: 19_252,
};

const city = cityDirectory(largeCity);
const morning = { ...at("2026-03-06T00:35:00.000Z"), directory: city };
const number = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const lines: string[] = [];
const row = (what: string, then: number | string, now: number): void => {
  lines.push(`| ${what} | ${typeof then === "number" ? number.format(then) : then} | ${number.format(now)} |`);
};

/** A database of which is counted what is asked, and what AWS would bill for the reading. */
const counted = (db: Database) => {
  const asked = { requests: 0, units: 0 };
  const query = async function* (rows: AsyncGenerator<Item>, consistent: boolean): AsyncGenerator<Item> {
    asked.requests += 1;
    let size = 0;
    for await (const item of rows) {
      size += itemSize(item);
      yield item;
    }
    asked.units += readUnits(size, consistent);
  };
  const database: Database = {
    ...db,
    get: async (table, key) => {
      const item = await db.get(table, key);
      asked.requests += 1;
      asked.units += readUnits(itemSize(item ?? {}), true);
      return item;
    },
    query: (asks) => query(db.query(asks), asks.index === undefined),
    list: (table, index) => query(db.list(table, index), false),
  };
  return { database, asked };
};

test("the form and a function's first page are as light with 3,000 communities as with few", async () => {
  const { database } = memoryBackend().connect();
  await directoryStore(database, "directory").importVersion(city);
  const reading = counted(database);
  const store = directoryStore(reading.database, "directory");
  const { directory, calendar } = await store.inForce();
  const cold = reading.asked.units;
  await store.inForce();
  const warm = reading.asked.units - cold;
  const view = { lang: "zh", assets: "v1", nonce: "n", path: "/", district: directory.district } as const;
  const html = filePetitionPage({
    ...{ view, directory, calendar, now: morning.now },
    ...{ typed: {}, errors: {}, submission: "-" },
  });
  const looks = 200;
  const search = { sought: "金河", levels: ["community"], most: 20 } as const;
  findUnits(directory, search);
  const began = performance.now();
  for (let n = 0; n < looks; n += 1) findUnits(directory, search);
  const look = (performance.now() - began) / looks;
  row("the form, 3,000 communities, bytes", before.form, Buffer.byteLength(html));
  row("… packed", "-", gzipSync(html).length);
  row("read units of a function's first page, 3,000 communities (9,600 staff now)", before.coldUnits, cold);
  row("… of a later one", "-", warm);
  row("a look for a community among 3,000, ms", "-", look);
  expect(Buffer.byteLength(html)).toBeLessThan(30_000);
  expect(cold).toBeLessThan(100);
  expect(warm).toBeLessThanOrEqual(1);
});

test("an idle morning of 9,600 staff asks for nobody in particular", async () => {
  const { database, asked } = counted(memoryBackend().connect().database);
  const run = digest({
    cases: caseStore(database, "cases", "deadlines"),
    digests: digestStore(database, "cases"),
    bounces: bounceStore(database, "cases"),
    outages: outboxStore(database, "cases"),
    mails: { post: () => Promise.resolve() },
    world: () => Promise.resolve(morning),
    leftOut: (unread) => {
      throw unread;
    },
  });
  expect(await run()).toEqual({ posted: 0 });
  row("requests of an idle morning, 9,600 staff", before.idleRequests, asked.requests);
  expect(asked.requests).toBeLessThan(20);
});

test("a digest of 1,500 cases is a mail of less than 100 KB", () => {
  const overdue = Array.from({ length: 1500 }, (_, n): AgendaItem => {
    const caseId = `ANHE-2026-${1000 + n}-k7m2p9x4c3vb`;
    return {
      caseId,
      matter: { category: "housing-estates", community: "community-1", isAcknowledged: true },
      turn: { staff: "town-1-head", stepNo: 2, assignment: 1 },
      link: { caseId, staff: "town-1-head", stepNo: 2, assignment: 1 },
      door: "step",
      due: { clock: "step", lastDay: "2026-02-20" },
      isNew: false,
      marks: [{ clock: "handling", percent: 75 }],
    };
  });
  const agenda: Agenda = { overdue, today: [], fresh: [], thisWeek: [], halfway: [], movedUp: [], supervised: [] };
  const [reader] = city.staff;
  if (reader === undefined) throw new Error("Nobody works here");
  const { mail } = digestMail({
    ...{
      staff: reader,
      agenda,
      waiting: 0,
      lang: "zh",
      directory: city,
      on: "2026-03-06",
      now: morning.now,
      trouble: noTrouble,
    },
    linkOf: () => ({ url: `https://petitions.example.gov.cn/task#${"t".repeat(43)}`, code: "480123" }),
  });
  const bounced = { bounced: { digest: reader.id, on: "2026-03-06" } };
  const mailed = addressed(mail, { from: "a@example.org", to: "b@example.org", key: "k", bounced });
  const bytes = messageOf(mailed, new Date(0)).length;
  row("a digest of 1,500 cases, bytes", before.digest, bytes);
  expect(bytes).toBeLessThan(100_000);
});

test("what a city costs, before and after", () => {
  console.log(["| | 67e6658 | now |", "| --- | --- | --- |", ...lines].join("\n"));
  expect(lines.length).toBeGreaterThan(5);
});
