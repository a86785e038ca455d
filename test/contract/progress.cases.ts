import { describe, expect } from "vitest";
import { carryOut } from "#case/acts/carry-out.ts";
import { everyAct } from "#case/acts/every-act.ts";
import { everyPetitionerAct } from "#case/acts/every-petitioner-act.ts";
import { petitionerJudges, staffJudges } from "#case/acts/judges.ts";
import type { News } from "#case/state/message.ts";
import { isAsking } from "#case/state/standing.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { personal, reply, samplePetition } from "./samples.ts";

type Filed = { caseId: string; lang: Lang };
type Filing = { category: "wages" | "estate" | "land"; lang: Lang; leavesAddress: boolean };

/** A petition, filed in a language, with an address for mail or without. */
const file = async (district: District, { category, lang, leavesAddress }: Filing): Promise<string> => {
  const form = samplePetition(category);
  const { email: _, ...unreached } = form.petitioner;
  const { petition, code } = await district.file(
    { ...form, petitioner: leavesAddress ? form.petitioner : unreached },
    lang,
  );
  district.keepKey(petition.id, { code, phoneTail: form.keyNumber });
  return petition.id;
};

/** What became of the news that a case has called for, by its name: each is sent, and sent again. */
const sendNews = async (district: District, caseId: string): Promise<[News, string][]> => {
  const { events } = await district.cases.history(caseId);
  const came: [News, string][] = [];
  for (const { seq, messages } of events) {
    for (const [position, message] of messages.entries()) {
      if (message.kind === "newsMail") came.push([message.news, await district.sendMail({ caseId, seq, position })]);
    }
  }
  return came;
};

/** The bureau accepts the petition. */
const accepted = async (district: District, caseId: string): Promise<void> => {
  await district.arrive(caseId);
  await district.act(caseId, { command: "accept" });
};

/** The community's days pass. */
const movedUp = async (district: District, caseId: string): Promise<void> => {
  await district.arrive(caseId);
  district.turnTo("2026-03-09T16:00:00.000Z");
  await district.sweep();
};

/** The bureau does not decide in its fifteen days. */
const late = async (district: District, caseId: string): Promise<void> => {
  await district.arrive(caseId);
  district.turnTo("2026-03-18T01:00:00.000Z");
  await district.sweep();
};

/** The department asks for more time, and its head gives it. */
const extended = async (district: District, caseId: string): Promise<void> => {
  await district.arrive(caseId);
  await district.act(caseId, { command: "askExtension", days: 20, reason: "等鉴定" });
  const asking = await district.load(caseId);
  if (!isAsking(asking)) throw new Error("Nothing is asked of a head");
  const { head, assignment } = asking.extension;
  const { cases, world } = district;
  await carryOut({ cases, world, linkHash: () => Promise.resolve("-") }, staffJudges(everyAct))(caseId, {
    type: "staff",
    ...{ by: head.staff, stepNo: asking.stepNo, assignment },
    act: { command: "approveExtension" },
  });
};

/** The department answers. */
const answered = async (district: District, caseId: string): Promise<void> => {
  await district.arrive(caseId);
  await district.act(caseId, reply);
};

/** The answer is opened, and nobody asks for a review. */
const closed = async (district: District, caseId: string): Promise<void> => {
  await answered(district, caseId);
  await district.follow(caseId);
  district.turnTo("2026-04-01T16:00:00.000Z");
  await district.sweep();
};

/** Each kind of progress: what of, how it comes about, and what the mail of it is called. */
const progress: [
  News,
  Filing["category"],
  (district: District, caseId: string) => Promise<void>,
  Record<Lang, string>,
][] = [
  ["accepted", "land", accepted, { zh: "您的诉求已受理", en: "Your petition is accepted" }],
  ["movedUp", "estate", movedUp, { zh: "您的诉求已提级办理", en: "Your petition has moved up" }],
  ["late", "land", late, { zh: "您的诉求没有按期办理", en: "Your petition is past its time limit" }],
  ["extended", "wages", extended, { zh: "答复期限已延长", en: "The time for your answer was extended" }],
  ["answered", "wages", answered, { zh: "书面答复", en: "answer" }],
  ["closed", "wages", closed, { zh: "您的诉求已办结", en: "Your case has ended" }],
];

/** A case whose petitioner has confirmed their address, with the mail that asked out of the way. */
const confirmed = async (district: District, filing: Omit<Filing, "leavesAddress">): Promise<Filed> => {
  const caseId = await file(district, { ...filing, leavesAddress: true });
  await sendNews(district, caseId);
  const [, token = ""] = /mailbox\?link=([\w-]{43})/.exec(district.letters.at(-1)?.text ?? "") ?? [];
  expect(await district.answerForMailbox(token, "confirmed")).toBe("confirmed");
  district.letters.splice(0);
  return { caseId, lang: filing.lang };
};

export const progressMails = (it: ContractTest) =>
  describe("a petitioner who has confirmed their address", () => {
    for (const [news, category, happens, title] of progress) {
      it(`is told by mail, once and in their language, of the progress: ${news}`, async ({ district }) => {
        for (const lang of ["zh", "en"] as const) {
          district.turnTo("2026-03-02T02:00:00.000Z");
          const { caseId } = await confirmed(district, { category, lang });
          await happens(district, caseId);
          const first = await sendNews(district, caseId);
          expect(first.filter(([name]) => name === news)).toEqual([[news, "sent"]]);
          const told = district.letters.filter(({ subject }) => subject.includes(title[lang]));
          expect(told.map(({ to }) => to)).toEqual([personal.email]);
          expect(told[0]?.text).toContain(title[lang]);
          expect(/[\u4e00-\u9fff]{8}/u.test(told[0]?.text.replaceAll(/安和|第三十四条/gu, "") ?? "")).toBe(
            lang === "zh",
          );

          district.letters.splice(0);
          expect(new Set((await sendNews(district, caseId)).map(([, came]) => came))).toEqual(new Set(["sent before"]));
          expect(district.letters).toEqual([]);
        }
      });

      it(`who left no address gets no mail of it, and reads it where they follow the case: ${news}`, async ({
        district,
      }) => {
        const caseId = await file(district, { category, lang: "zh", leavesAddress: false });
        const before = (await district.load(caseId)).told;
        await happens(district, caseId);
        expect((await sendNews(district, caseId)).find(([name]) => name === news)?.[1]).toMatch(/no address|overtaken/);
        expect(district.letters).toEqual([]);
        expect((await district.load(caseId)).told).toBeGreaterThan(before);
        // An answer that nobody is mailed of is brought.
        if (news === "answered") expect(district.unreached).toContainEqual(expect.objectContaining({ caseId }));
      });
    }

    it("who has withdrawn gets no mail but that, though one was on its way", async ({ district }) => {
      const { caseId } = await confirmed(district, { category: "land", lang: "zh" });
      await accepted(district, caseId);
      const withdrawal = { command: "withdraw", understood: "yes" } as const;
      const { told: saw } = await district.load(caseId);
      const { cases, world } = district;
      await carryOut({ cases, world, linkHash: () => Promise.resolve("-") }, petitionerJudges(everyPetitionerAct))(
        caseId,
        {
          ...{ type: "petitioner", act: withdrawal, saw },
        },
      );
      const news = await sendNews(district, caseId);
      expect(news.slice(0, 2)).toEqual([
        ["registered", "sent before"],
        ["accepted", "overtaken"],
      ]);
      // Only that it was withdrawn, as it may not have been them.
      expect(news.slice(2).map(([name]) => name)).toEqual(["withdrawing"]);
      expect(district.letters).toHaveLength(1);
    });
  });
