import { attachmentsIn, lettersIn, looksIn, materialsIn } from "#case/account/own-file.ts";
import { districtDate } from "#clock/period.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { entrySentence } from "#words/event-sentence.ts";
import { statusNames } from "#words/matters.ts";
import { said } from "#words/said.ts";
import { toPetitioners } from "#words/to-petitioners.ts";
import { toldTo } from "#words/told-to.ts";
import { categoryName, communityName, unitName } from "#words/words.ts";
import type { FileSeen, WholeSeen } from "./own-file.ts";

/** A case with what people wrote on it in place of the names of that. */
export const fileSaid = <Seen extends FileSeen>(seen: Seen, lang: Lang): Seen => ({
  ...seen,
  petition: said(seen.petition, seen.texts, lang),
  events: seen.events.map((event) => said(event, seen.texts, lang)),
});

/** The form of the data; another `version` is another form. */
const form = { format: "huiyin-own-file", version: 1 } as const;

/**
 * 我的卷宗 as data, for another program to read (《个人信息保护法》 Art. 45): the same as the page prints. Names and sentences are in
 * `lang`; letters are as they were issued, in both languages; moments are in UTC, days are the district's.
 */
export const fileData = (seen: WholeSeen, { directory, now }: { directory: Directory; now: Instant }, lang: Lang) => {
  const { petition, events, party, matter, agents, looks } = fileSaid(seen, lang);
  const today = districtDate(now);
  const where = { directory, petition, agents };
  return {
    ...form,
    madeAt: now,
    lang,
    district: directory.district.name[lang],
    number: caseNumber(petition.id, directory),
    registeredAt: petition.registeredAt,
    ...(petition.receivedOn !== undefined && { receivedOn: petition.receivedOn }),
    status: statusNames[petition.status][lang],
    category: categoryName(directory, petition.category, lang),
    community: communityName(directory, petition.community, lang),
    about: petition.about.units.map((unit) => unitName(directory, unit, lang)),
    you: party,
    petition: matter,
    agents: agents.map(({ name, phone, scope }) => ({ name, phone, scope: scope ?? "over" })),
    added: materialsIn(events),
    attachedByUnits: attachmentsIn(events).map(({ unit, ...held }) => ({
      unit: unitName(directory, unit, lang),
      ...held,
    })),
    letters: lettersIn(events),
    history: toldTo("petitioner", events).map((entry) => ({
      at: entry.event.at,
      says: entrySentence(entry, where, lang, toPetitioners, today),
    })),
    looks: looksIn(looks).map(({ unit, ...look }) => ({ unit: unitName(directory, unit, lang), ...look })),
  };
};
