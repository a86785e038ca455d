import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Registration, register } from "#case/acts/register.ts";
import { readRegistration } from "#case/forms/registration-form.ts";
import { letterIn } from "#case/state/event.ts";
import { type Brought, Channel } from "#case/state/facts/registration.ts";
import { receivedOn } from "#case/state/received.ts";
import { record } from "#case/state/record.ts";
import { dayAfter, districtDate } from "#clock/period.ts";
import { aboutNobody } from "#directory/directory.ts";
import { eventSentence } from "#words/event-sentence.ts";
import { registrationProblemsInWords } from "#words/petition-words.ts";
import { toOffice } from "#words/to-office.ts";
import { toPetitioners } from "#words/to-petitioners.ts";
import { at, directory } from "./district.ts";

const id = "AH-2026-0001-k7m2p9x4c3vb";
/** A Monday. */
const monday = "2026-03-09T02:00:00.000Z";
const clerk = { staff: "bureau-officer", unit: directory.district.bureau };
const came = { channel: "letter", receivedOn: "2026-03-06", checked: { how: "scanned", scan: "2026-0117" } } as const;

const registered = (category: string, brought: Partial<Brought> | undefined, now = monday) => {
  const world = at(now);
  const told: Registration = {
    ...{ id, category, community: "peach", about: aboutNobody, requests: 1, matterHash: "0" },
    ...(brought !== undefined && { brought: { ...came, unit: clerk.unit, by: clerk.staff, ...brought } }),
  };
  const [first, ...rest] = register(told, world);
  if (first === undefined) throw new Error("nothing registered");
  const { events, after } = record(id, undefined, [first, ...rest], now);
  return { events, petition: after, world };
};
const clocksOf = ({ petition }: ReturnType<typeof registered>) =>
  petition.running.flatMap(({ clock }) => (clock.family === "statutory" ? [clock] : []));

describe("a petition that somebody registers for another", () => {
  test.each(["land", "estate"])("counts each time limit from the day on which it was received: %s", (category) => {
    const friday = clocksOf(registered(category, undefined, "2026-03-06T02:00:00.000Z"));
    const entered = clocksOf(registered(category, { receivedOn: "2026-03-06" }));
    expect(entered.length).toBeGreaterThan(0);
    expect(entered.map(({ kind, lastDay }) => [kind, lastDay])).toEqual(
      friday.map(({ kind, lastDay }) => [kind, lastDay]),
    );
    expect(entered.map(({ lastDay }) => lastDay)).not.toEqual(
      clocksOf(registered(category, undefined)).map(({ lastDay }) => lastDay),
    );
  });

  test("rings what is over already at once, and not never", () => {
    const { events } = registered("land", { receivedOn: "2026-01-05", late: "overlooked" });
    const nexts = events.flatMap(({ clocks }) =>
      clocks.flatMap((change) => (change.change === "start" && change.clock.kind === "accept" ? [change.nextAt] : [])),
    );
    expect(nexts).toHaveLength(1);
    expect(nexts.every((next) => next <= monday)).toBe(true);
  });

  test("is on the record with who has entered it, how it came and when; its letter says the day of receipt", () => {
    const { events, petition } = registered("land", { number: "12345-0031" });
    expect(events[0]).toMatchObject({
      by: { kind: "staff", id: clerk.staff },
      fact: { brought: { ...came, unit: clerk.unit, number: "12345-0031" } },
    });
    expect(receivedOn(petition)).toBe("2026-03-06");
    expect(events.map(({ fact }) => letterIn(fact)).find((letter) => letter?.kind === "receipt")).toMatchObject({
      receivedOn: "2026-03-06",
      on: "2026-03-09",
    });
  });

  test("has its own named person at once, as any other", () => {
    expect(registered("estate", {}).petition.responsible).toEqual(registered("estate", undefined).petition.responsible);
  });

  test("tells its petitioner who received it, on which day and how, and the office who has entered it", () => {
    const { events, petition } = registered("land", { number: "12345-0031", late: "passedOn" });
    const [event] = events;
    if (event === undefined) throw new Error("nothing registered");
    const told = eventSentence(event, { directory, petition }, "zh", toPetitioners, "2026-03-09");
    for (const words of [
      "收到",
      "来信",
      "3月6日",
      "代您登记",
      "原编号 12345-0031",
      "已与原件核对",
      "扫描件编号 2026-0117",
      "各项期限从收到之日起算",
    ])
      expect(told).toContain(words);
    expect(told).toContain("登记较晚：先由其他单位收到，后转来");
    const office = eventSentence(event, { directory, petition }, "en", toOffice, "2026-03-09");
    expect(office).toMatch(/^Entered by .+ received it on .+\(by letter/);
  });

  test("says nothing of a counter where its petitioner filed it", () => {
    const { events, petition } = registered("land", undefined);
    const [event] = events;
    if (event === undefined) throw new Error("nothing registered");
    expect(eventSentence(event, { directory, petition }, "zh", toPetitioners, "2026-03-09")).not.toContain("代您登记");
    expect(receivedOn(petition)).toBe("2026-03-09");
  });
});

const typed = {
  ...{ category: "estate", story: "楼道漏水三个月。", community: "peach", place: "3 号楼", ask: "请尽快维修。" },
  ...{ name: "陈某", phone: "13812345678", email: "", submission: "6f9b1b1e-2f5e-4c6e-9a57-0b0f3b1f5f10" },
  ...{
    channel: "window",
    receivedOn: "2026-03-09",
    externalNumber: "",
    reportBy: "",
    checked: "readBack",
    scan: "",
    late: "",
  },
};
const read = (more: Partial<Record<keyof typeof typed | "extra" | "about", string>> = {}) =>
  readRegistration({ ...typed, ...more }, at(monday), clerk);
const problemsOf = (more: Parameters<typeof read>[0]) => {
  const came = read(more);
  return "problems" in came ? came.problems : undefined;
};

describe("the form of a registration", () => {
  test("is read with who has entered it, for which unit", () => {
    expect(read({ externalNumber: " 沪信〔2026〕31号 " })).toMatchObject({
      petition: { brought: { channel: "window", by: clerk.staff, unit: clerk.unit, number: "沪信〔2026〕31号" } },
    });
  });

  test.each([
    ["a day in the future", { receivedOn: "2026-03-10" }, { receivedOn: "inTheFuture" }],
    ["a day more than a year back", { receivedOn: "2025-03-07" }, { receivedOn: "tooLongAgo" }],
    ["no day", { receivedOn: "" }, { receivedOn: "missing" }],
    ["a day that there is not", { receivedOn: "2026-02-30" }, { receivedOn: "notADate" }],
    ["no channel", { channel: "" }, { channel: "missing" }],
    ["what nobody has checked", { checked: "" }, { checked: "missing" }],
    ["a late entry without its reason", { receivedOn: "2026-02-20" }, { late: "missing" }],
    ["somebody's phone as its number", { externalNumber: "13812345678" }, { externalNumber: "namesAPerson" }],
    ["somebody's phone as that of the scan", { checked: "scanned", scan: "138-1234-5678" }, { scan: "namesAPerson" }],
    ["what was scanned without its number", { checked: "scanned" }, { scan: "missing" }],
    ["a sheet of the hotline without its number", { channel: "hotline" }, { externalNumber: "missing" }],
    ["what a higher body passed on, too", { channel: "higherBody" }, { externalNumber: "missing" }],
    ["a report before it was received", { reportBy: "2026-03-08" }, { reportBy: "notWithinAYear" }],
    ["a report years ahead", { reportBy: "2036-03-20" }, { reportBy: "notWithinAYear" }],
    ["a channel that there is not", { channel: "pigeon" }, { channel: "missing" }],
    ["what is wrong with the petition itself", { story: "", channel: "" }, { channel: "missing", story: "missing" }],
  ])("refuses %s by the field, with what to do", (_, more, problems) => {
    expect(problemsOf(more)).toEqual(problems);
    const said = registrationProblemsInWords(problemsOf(more) ?? {}, "zh");
    expect(Object.keys(said)).toEqual(Object.keys(problems));
    for (const words of Object.values(said)) expect(words.length).toBeGreaterThan(4);
  });

  test("keeps the number of a scan beside what was read back, and the day by which a higher body wants a report", () => {
    const typedMore = {
      channel: "higherBody",
      externalNumber: "市信〔2026〕8号",
      reportBy: "2026-03-31",
      scan: "2026-0118",
    };
    expect(read(typedMore)).toMatchObject({
      petition: { brought: { checked: { how: "readBack", scan: "2026-0118" }, reportBy: "2026-03-31" } },
    });
    const { events, petition } = registered("land", { channel: "higherBody", number: "8", reportBy: "2026-03-31" });
    const [event] = events;
    if (event === undefined) throw new Error("nothing registered");
    expect(eventSentence(event, { directory, petition }, "zh", toOffice, "2026-03-09")).toContain(
      "对方要求反馈的最后一天是2026年3月31日",
    );
  });

  test("asks for no reason as long as the policy allows, and for one from the day after", () => {
    const days = directory.policy.enteredWithin;
    const today = districtDate(monday);
    expect(problemsOf({ receivedOn: dayAfter(today, -days) })).toBeUndefined();
    expect(problemsOf({ receivedOn: dayAfter(today, -days - 1) })).toEqual({ late: "missing" });
    expect(problemsOf({ receivedOn: dayAfter(today, -days - 1), late: "underWay" })).toBeUndefined();
  });

  test("does not take a form that is not ours", () => {
    expect(read({ extra: "-" })).toMatchObject({ broken: true });
  });

  test("gives no clock more time than the day of receipt does, whatever the day and the way", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 366 }), fc.constantFrom(...Channel.options), (ago, channel) => {
        const day = dayAfter(districtDate(monday), -ago);
        const [later] = clocksOf(registered("land", { channel, receivedOn: day }));
        const [now] = clocksOf(registered("land", undefined));
        expect((later?.lastDay ?? "") <= (now?.lastDay ?? "")).toBe(true);
      }),
    );
  });
});
