import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { linkSecrets } from "#access/link-secrets.ts";
import { decide } from "#case/acts/decide.ts";
import { offeredTo } from "#case/acts/every-act.ts";
import { agendaFor } from "#case/digest/agenda.ts";
import type { Posted } from "#case/outbox/posted.ts";
import { actor, isAsking, roleIn, stationOf } from "#case/state/standing.ts";
import { checkDirectory } from "#directory/check/check.ts";
import { type Directory, Staff, Unit } from "#directory/directory.ts";
import { digestMail } from "#mail/digest-mail.ts";
import type { Mail } from "#mail/mail.ts";
import { receiptPage } from "#web/pages/receipt.page.tsx";
import { statusPage } from "#web/pages/status.page.tsx";
import { explain } from "#words/explain.ts";
import { sendMail } from "../../../functions/outbox/send-mail.ts";
import { history, last } from "../case/any-history.ts";
import { clockRowsAfter } from "../case/clock-rows.ts";
import { directory } from "../case/district.ts";
import { filed, type Story } from "../case/story.ts";
import { linksGiven, office, sealed, secret, vault } from "./office.ts";

type Gone = { staff: string[]; units: string[]; categories: string[] };

const newUnits = (covers: string[]): Unit[] =>
  [
    { id: "hill", level: "township" },
    { id: "plum", level: "community", parent: "hill" },
    { id: "works", level: "department" },
    { id: "mayor", level: "leader", covers },
  ].map((unit) => Unit.parse({ name: { zh: unit.id, en: unit.id }, head: `${unit.id}-head`, ...unit }));

const reviewedOutside = (district: Directory["district"]): Directory["district"] => {
  const outside = (level: "township" | "department" | "leader") => {
    const { review, reReview } = district.reviewBodies[level];
    const { unit: _, ...body } = review;
    return { review: body, reReview };
  };
  return {
    ...district,
    reviewBodies: { township: outside("township"), department: outside("department"), leader: outside("leader") },
  };
};

/** A newer directory, as an import would take it, that leaves people, units and categories out and has new ones. */
const without = ({ staff: people = [], units: closed = [], categories = [] }: Partial<Gone>): Directory => {
  const here = directory.staff.filter(({ id, unit }) => !people.includes(id) && !closed.includes(unit));
  const open = directory.units.filter(({ id }) => here.some(({ unit }) => unit === id));
  const isOpen = (id: string | undefined) => open.some((unit) => unit.id === id);
  const kept = open
    .filter(({ parent }) => parent === undefined || isOpen(parent))
    .map((unit) => {
      const { id = unit.head } =
        here.find((person) => person.id === unit.head) ?? here.find((p) => p.unit === unit.id) ?? {};
      return { ...unit, head: id, covers: unit.covers.filter(isOpen) };
    });
  const covered = kept.flatMap(({ level, id }) => (level === "township" || level === "department" ? [id] : []));
  const added = newUnits(["hill", "works", ...covered]);
  const units = [...kept, ...added];
  return {
    ...directory,
    version: "test-2",
    // Where nobody of the office is left that reviews answers, reviews are asked for at its address.
    district: units.some(({ id }) => id === "above") ? directory.district : reviewedOutside(directory.district),
    units,
    staff: [
      ...here.filter(({ unit }) => kept.some(({ id }) => id === unit)),
      ...added.map(({ id, head }) => Staff.parse({ id: head, name: head, unit: id, email: `${head}@example.org` })),
    ],
    duties: units.map(({ id, head }) => ({ unit: id, staff: head })),
    categories: directory.categories
      .filter(({ id }) => !categories.includes(id))
      .map((category) => ({ ...category, department: isOpen(category.department) ? category.department : "works" })),
  };
};

const gone: fc.Arbitrary<Gone> = fc.record({
  staff: fc.subarray(directory.staff.map(({ id }) => id).filter((id) => id !== "bureau-colleague")),
  units: fc.subarray(directory.units.map(({ id }) => id).filter((id) => id !== "bureau")),
  categories: fc.subarray(directory.categories.map(({ id }) => id).filter((id) => id !== "hazard")),
});

/** Sends the mails that an event of the case called for, and gives what became of each. */
const mailsOf = ({ state, events, world }: Story) => {
  const sent: Mail[] = [];
  const send = sendMail({
    cases: { load: () => Promise.resolve(state), history: () => Promise.resolve({ events, looks: [] }) },
    outbox: {
      event: (_, seq) => Promise.resolve(events.find((event) => event.seq === seq)),
      leaving: () => Promise.reject(new Error("No register has an entry")),
      takeMail: () => Promise.resolve("taken"),
      waitMail: () => Promise.reject(new Error("The email server takes everything")),
      markMail: () => Promise.resolve(),
    },
    entries: { load: () => Promise.reject(new Error("No register has an entry")) },
    titles: {},
    identities: { party: () => Promise.resolve({ sealed: { name: sealed }, address: 1 }) },
    vault,
    world: () => Promise.resolve(world),
    mail: { send: (mail) => Promise.resolve(void sent.push(mail)) },
    outages: { noteOutage: () => Promise.resolve(), outages: () => Promise.resolve([]) },
    bounces: {
      note: () => Promise.resolve(),
      unreachable: () => Promise.resolve([]),
    },
    mailboxes: {
      mailbox: () => Promise.resolve({ is: "confirmed", at: world.now, address: 1 }),
      begin: () => Promise.resolve(true),
      giveUp: () => Promise.resolve(),
      noteAsked: () => Promise.resolve(),
      refuse: () => Promise.resolve(),
      makeLink: () => Promise.resolve(),
    },
    signals: { post: () => Promise.resolve() },
    tryInVain: () => undefined,
    from: "回音 <huiyin@example.gov.cn>",
    links: { link: () => Promise.resolve(undefined), makeIfMissing: () => Promise.resolve() },
    secrets: linkSecrets(() => Promise.resolve([secret])),
    baseUrl: "http://localhost",
  });
  const posted = events.flatMap(({ caseId, seq, messages }) =>
    messages.flatMap(({ kind }, position): Posted[] =>
      kind === "taskMail" || kind === "newsMail" || kind === "dutyMail" ? [{ caseId, seq, position }] : [],
    ),
  );
  return { sent, came: () => Promise.all(posted.map(send)) };
};

describe("once a newer directory leaves out people, units and categories", () => {
  it("every page, mail, digest and explanation of any case is written all the same", async () => {
    await fc.assert(
      fc.asyncProperty(history, gone, async (states, left) => {
        const newer = without(left);
        const story = last(states).governed(newer);
        const { state: petition, events, world } = story;
        const { now } = world;
        const clocks = clockRowsAfter(events);
        for (const lang of ["zh", "en"] as const) {
          const view = { lang, assets: "v1", nonce: "n", path: "/", district: undefined };
          statusPage({
            view,
            petition,
            events,
            clocks,
            ...world,
            looks: [],
            requests: ["-"],
            code: "-",
            phoneTail: "-",
          });
          receiptPage({ view, petition, ...world, code: "-", goesBy: "phone", isMailed: true, limits: [] });
          explain({ petition, events, finding: undefined, clocks, ...world, lang });
        }
        await mailsOf(story).came();
        for (const link of linksGiven(events)) expect(await office(story).page(link)).toMatchObject({ status: 200 });
        const trouble = { outages: [], unreachable: left.staff };
        for (const reader of newer.staff) {
          const { agenda } = agendaFor(reader, { notices: [], cases: [petition], histories: new Map() }, world);
          const linkOf = () => ({ url: "-", code: "-" });
          digestMail({ agenda, directory: newer, lang: "zh", now, waiting: 0, trouble, linkOf });
        }
      }),
      { numRuns: 30 },
    );
  });

  it("every clock that runs rings, every step opens, and what is offered is judged", () => {
    fc.assert(
      fc.property(history, gone, (states, left) => {
        const story = last(states).governed(without(left));
        const { state, world, running } = story;
        for (const { clock, nextAt } of running) {
          const [, now = nextAt] = [nextAt, world.now].toSorted();
          decide(state, { type: "ring", clock }, { ...world, now });
        }
        const station = stationOf(state);
        if (station !== undefined) decide(state, { type: "openStation", epoch: state.epoch, station }, world);
        const who = actor(state);
        for (const command of who === undefined ? [] : offeredTo("owner", state, world)) {
          if (command !== "askExtension") continue;
          const act = { command, days: 5, reason: "-" };
          decide(
            state,
            { type: "staff", by: who?.staff ?? "", stepNo: state.stepNo, assignment: who?.assignment ?? 1, act },
            world,
          );
        }
        if (isAsking(state)) offeredTo("head", state, world);
      }),
    );
  });

  it("is a directory that an import takes", () => {
    fc.assert(
      fc.property(gone, (left) => {
        const checked = checkDirectory(without(left));
        expect(checked.ok ? [] : checked.mistakes).toEqual([]);
      }),
    );
  });
});

test("the link of somebody who is no longer in the directory says so, and opens neither identity nor story", async () => {
  const story = filed("wages")
    .opens()
    .governed(without({ staff: ["housing-handler"] }));
  const { open, act, page, looks, shown, committed } = office(story);
  const [link] = linksGiven(story.events);
  if (link === undefined) throw new Error("no link was given");
  expect(roleIn(story.state, link)).toBe("owner");
  expect(await open(shown("housing-handler"))).toMatchObject({ kind: "past", past: "left" });
  const reply = await page(link);
  const html = "html" in reply ? reply.html : "";
  expect(reply.status).toBe(200);
  expect(html).toContain("人员名录");
  expect(html).not.toContain("王小芳");
  expect(await act(shown("housing-handler"), { command: "acknowledge" })).toMatchObject({ kind: "past", past: "left" });
  expect([looks, committed]).toEqual([[], []]);
});

test("a task mail to somebody who is no longer in the directory is kept as sent to nobody, and so not tried again", async () => {
  const opened = filed("wages").opens();
  const { sent, came } = mailsOf(opened.governed(without({ staff: ["housing-handler"] })));
  expect(await came()).toEqual(["no address", "nobody there"]);
  expect(sent.map(({ to }) => to)).toEqual([]);
});
