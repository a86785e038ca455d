import { describe, expect, test } from "vitest";
import { inOneMail } from "#case/outbox/together.ts";
import type { Lang } from "#ground/bilingual.ts";
import { addressed } from "#mail/mail.ts";
import { messageOf } from "#mail/message.ts";
import type { TaskAsked } from "#mail/task-mail.ts";
import { taskMail } from "#mail/task-mail.ts";
import { togetherMail } from "#mail/together-mail.ts";
import { directory } from "../case/district.ts";
import { filed } from "../case/story.ts";

const now = "2026-03-03T02:00:00.000Z";
const staff = directory.staff.find(({ id }) => id === "river-handler");
const opened = filed("estate").opens().owner({ command: "reportUpward", reason: "CANARY-reason" }).opens();
const fact = opened.events.at(-1)?.fact;
if (staff === undefined || fact === undefined) throw new Error("The test district has changed");

const idOf = (n: number): string => `AH-2026-${String(n).padStart(4, "0")}-k7m2p9x4c3vb`;
const codeOf = (n: number): string => String(100_000 + n);
const linkOf = (n: number): string => `https://petition.example.gov.cn/task#${String(n).padStart(43, "A")}`;

const task = (n: number, more: Partial<TaskAsked> = {}): TaskAsked => ({
  ask: "handle",
  fact,
  petition: { ...opened.state, id: idOf(n) },
  directory,
  staff,
  lang: "zh",
  lastDay: "2026-03-17",
  isLateByLaw: false,
  now,
  link: linkOf(n),
  code: codeOf(n),
  after: { level: "department", when: "stepEnds", on: "2026-03-17" },
  ...more,
});
const tasks = (count: number, more?: (n: number) => Partial<TaskAsked>): [TaskAsked, ...TaskAsked[]] => [
  task(1, more?.(1)),
  ...Array.from({ length: count - 1 }, (_, n) => task(n + 2, more?.(n + 2))),
];

describe("a mail about what came to somebody together", () => {
  test("says in its subject how many there are, how many are late, and when the first of the others is due", () => {
    const { mail } = togetherMail(tasks(3, (n) => ({ lastDay: n === 1 ? "2026-02-27" : `2026-03-1${n}` })));
    expect(mail.subject).toBe("【回音】待办：3 件，逾期 1 件，最早3月12日（周四）到期");
    const english = togetherMail(tasks(2, () => ({ lang: "en" }))).mail;
    expect(english.subject).toBe("[Huiyin] To do: 2 cases; the first due Tue 17 March");
    expect(togetherMail(tasks(2, () => ({ lastDay: "2026-02-27" }))).mail.subject).toBe(
      "【回音】已逾期：2 件，逾期 2 件",
    );
  });

  test("has for each what it is about, until when, its own link and its own code, in HTML and in plain text", () => {
    const { mail, holds } = togetherMail(tasks(12));
    expect(holds).toBe(12);
    for (const body of [mail.html, mail.text]) {
      for (let n = 1; n <= 12; n += 1) {
        for (const part of [linkOf(n), codeOf(n), `安和信〔2026〕${String(n).padStart(4, "0")}号`]) {
          expect(body).toContain(part);
        }
      }
      expect(body).toContain("老旧小区·peach，未签收");
      expect(body).toContain("期限：3月17日（周二），还剩 14 天");
    }
  });

  test("puts those together of which the same is asked, and says once what is said of all of them", () => {
    const { text } = togetherMail(tasks(4, (n) => ({ ask: n > 2 ? "dateMoved" : "handle" }))).mail;
    expect(text).toContain("【请签收并办理 · 2 件】");
    expect(text).toContain("【期限有变动，请按新的日期办理 · 2 件】");
    expect(text.match(/签收以后由您负责/g)).toHaveLength(1);
    const differing = togetherMail(
      tasks(2, (n) => ({ after: { level: n === 1 ? "department" : "leader", when: "stepEnds", on: "2026-03-17" } })),
    ).mail.text;
    expect(differing.match(/签收以后由您负责/g)).toHaveLength(2);
  });

  test("says the days of a request and who has to be asked, as the mail about it alone does", () => {
    const petition = { ...opened.state, id: idOf(7), extension: { days: 12 } };
    const { text } = togetherMail([task(1), task(7, { ask: "decideExtension", petition })]).mail;
    expect(text).toContain("延期 12 日，老旧小区·peach");
  });

  test.each(["zh", "en"] as const)("holds nothing of what was written in the cases, in %s", (lang: Lang) => {
    const { mail } = togetherMail(tasks(5, () => ({ lang })));
    expect(JSON.stringify(mail)).not.toContain("CANARY");
  });

  test("leaves none out: what has no room goes into the next, and each is below 100 KB as it leaves", () => {
    const long = "很长的类别名称".repeat(40);
    const wordy = {
      ...directory,
      categories: directory.categories.map((one) => ({ ...one, name: { zh: long, en: long } })),
    };
    let left: TaskAsked[] = tasks(50, () => ({ directory: wordy }));
    const told: number[] = [];
    for (let [first, ...others] = left; first !== undefined; [first, ...others] = left) {
      const { mail, holds } = togetherMail([first, ...others]);
      const sent = addressed(mail, {
        from: "a@b.cn",
        to: "c@d.cn",
        key: "k",
        bounced: { bounced: { digest: "a", on: "2026-03-03" } },
      });
      expect(messageOf(sent, new Date(now)).length).toBeLessThan(100_000);
      told.push(holds);
      left = left.slice(holds);
    }
    expect(told.length).toBeGreaterThan(1);
    expect(told.reduce((sum, n) => sum + n, 0)).toBe(50);
    expect(togetherMail(tasks(50)).holds).toBe(50);
  });

  test("is the mail that it always was where it is about one", () => {
    expect(togetherMail([task(1)])).toEqual({ mail: taskMail(task(1)), holds: 1 });
  });
});

test("mails of one person are posted in as few as tell of all of them, each once, and one alone as it is", () => {
  const mails = Array.from({ length: 101 }, (_, n) => ({ caseId: idOf(n), seq: 1, position: 0 }));
  const posted = inOneMail(mails.toReversed());
  expect(posted.map((one) => ("together" in one ? one.together.length : 1))).toEqual([50, 50, 1]);
  expect(posted.flatMap((one) => ("together" in one ? one.together : [one]))).toEqual(mails);
});
