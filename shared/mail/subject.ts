import type { Case } from "#case/state/case.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import { categoryName, communityName } from "#words/words.ts";

/** What a mail may say of a matter without opening it: its kind and where it is. Never who brought it, nor the story. */
export type MatterTold = Pick<Case, "category" | "community" | "urgent">;

/** `住房与老旧小区·南园社区`. */
export const matterWords = ({ category, community }: MatterTold, directory: Directory, lang: Lang): string =>
  [categoryName(directory, category, lang), communityName(directory, community, lang)].join(
    { zh: "·", en: ", " }[lang],
  );

/** What a subject is made of. `about`: what helps to choose, the most telling first, as inboxes cut the end off. */
export type SubjectParts = { urgent?: boolean | undefined; kind: string; about: readonly string[] };

/** The one form of a subject: `【紧急】【回音】待办：住房与老旧小区·南园社区，最迟3月6日（周五）`. */
export const subjectLine = ({ urgent = false, kind, about }: SubjectParts, lang: Lang): string =>
  ({
    zh: `${urgent ? "【紧急】" : ""}【回音】${kind}：${about.join("，")}`,
    en: `${urgent ? "[Urgent] " : ""}[Huiyin] ${kind}: ${about.join("; ")}`,
  })[lang];
