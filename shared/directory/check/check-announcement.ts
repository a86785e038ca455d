import * as z from "zod";
import { Announcement } from "#clock/announcement.ts";
import { statutoryHolidays } from "#clock/statutory-holidays.ts";
import { DistrictDate } from "#ground/instant.ts";
import { type FilePlace, type Mistake, placeAt } from "./mistake.ts";
import { shapeMistakes } from "./shape-mistakes.ts";

export type CheckedAnnouncement = { ok: true; announcement: Announcement } | { ok: false; mistakes: Mistake[] };

/** An announcement as far as it can be read, so that its days can be checked beside its form. */
const AnnouncementDraft = z.object({
  announced: DistrictDate.optional().catch(undefined),
  rest: z.array(z.unknown()).catch([]),
  work: z.array(z.unknown()).catch([]),
});
type AnnouncementDraft = z.infer<typeof AnnouncementDraft>;

const namedDays = ({ rest, work }: AnnouncementDraft): (FilePlace & { date: DistrictDate })[] =>
  Object.entries({ rest, work }).flatMap(([list, days]) =>
    days.flatMap((day, at) => {
      const date = DistrictDate.safeParse(day);
      return date.success ? [{ ...placeAt([list, at]), date: date.data }] : [];
    }),
  );

const dayMistakes = (draft: AnnouncementDraft): Mistake[] => {
  const { announced } = draft;
  const days = namedDays(draft);
  return days.flatMap(({ date, ...where }, position): Mistake[] => [
    ...(announced !== undefined && date < announced
      ? [
          {
            ...where,
            what: { zh: `${date} 在公告日期之前`, en: `${date} lies before the announcement` },
            remedy: { zh: "已经过去的日子不能再改，请删去", en: "A day that has passed stays as it was; remove it." },
          },
        ]
      : []),
    ...(days.findIndex((other) => other.date === date) < position
      ? [
          {
            ...where,
            what: { zh: `${date} 出现了两次`, en: `${date} is named twice` },
            remedy: { zh: "请只写一次，或休或班", en: "Name it once, to rest or to work." },
          },
        ]
      : []),
  ]);
};

/** Every notice gives the holidays that the law fixes; one without them would turn those into working days. */
const yearMistakes = (year: number, rest: readonly DistrictDate[]): Mistake[] => {
  const missing = statutoryHolidays(year).filter((date) => !rest.includes(date));
  if (missing.length === 0) return [];
  return [
    {
      ...placeAt(["year"]),
      what: {
        zh: `不像 ${year} 年的全年安排：有法定节假日不在 rest 中`,
        en: `is not the whole notice for ${year}: statutory holidays are missing in rest`,
      },
      remedy: {
        zh: `请在 rest 中补上 ${missing.join("、")}，并写全全年的放假和调休；不是全年安排的，删去 year`,
        en: `Add ${missing.join(", ")} to rest, and see that all rest days and working weekends of the year are there; or remove year.`,
      },
    },
  ];
};

const wholeMistakes = (announcement: Announcement, today: DistrictDate): Mistake[] => {
  const { announced, rest, work, year } = announcement;
  return [
    ...(announced > today
      ? [
          {
            ...placeAt(["announced"]),
            what: { zh: `${announced} 还没有到`, en: `${announced} is still to come` },
            remedy: { zh: "公布以后再录入", en: "Enter it once it has been announced." },
          },
        ]
      : []),
    ...(rest.length + work.length === 0
      ? [
          {
            ...placeAt([]),
            what: { zh: "没有写明任何一天", en: "names no day" },
            remedy: { zh: "请在 rest 或 work 中写明", en: "Name days to rest or days to work." },
          },
        ]
      : []),
    ...(year === undefined ? [] : yearMistakes(year, rest)),
  ];
};

/**
 * Checks an announcement of rest days and working days as a whole. With any mistake it is refused, with all of them.
 * @param today the present day in the district.
 */
export const checkAnnouncement = (raw: unknown, today: DistrictDate): CheckedAnnouncement => {
  const parsed = Announcement.safeParse(raw, { reportInput: true });
  const draft = AnnouncementDraft.safeParse(raw);
  const mistakes = [
    ...(parsed.success ? wholeMistakes(parsed.data, today) : shapeMistakes(raw, parsed.error.issues)),
    ...(draft.success ? dayMistakes(draft.data) : []),
  ];
  return parsed.success && mistakes.length === 0 ? { ok: true, announcement: parsed.data } : { ok: false, mistakes };
};
