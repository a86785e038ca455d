import type { acceptanceActs } from "#case/acts/acceptance.ts";
import { AnsweredTrack } from "#clock/track.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { ChoiceField, TextArea } from "#web/parts/form.tsx";
import { trackMeanings, trackNames } from "#words/track-words.ts";
import { explanationSeen } from "./explanation.tsx";
import type { FormsOf } from "./form-fields.tsx";
import { notSimpleForm } from "./simple.tsx";

const say = {
  track: { zh: "办理途径", en: "Way of handling" },
  reason: { zh: "改变办理途径的理由", en: "Why another way than its category's" },
  reasonHint: {
    zh: "与类别的办理途径不同才填，信访人会看到原文。",
    en: "Only if you choose another way. The petitioner reads it as you write it.",
  },
  ground: { zh: "不予受理的依据", en: "Ground" },
  where: { zh: "根据在哪里", en: "What shows it" },
  whereHint: {
    zh: "依据里注明“须写明”的才填。只写机关、单位和日期，不写其他信访人的姓名、号码。信访人会看到原文。",
    en: "Only for a ground that asks for it. Name the body and the day, and nobody else who has petitioned. The petitioner reads it as you write it.",
  },
} satisfies Record<string, Record<Lang, string>>;

const hintOf = (article: Bilingual, shows: Bilingual | undefined, lang: Lang): string =>
  shows === undefined
    ? article[lang]
    : { zh: `${article.zh}；须写明：${shows.zh}`, en: `${article.en}; has to show: ${shows.en}` }[lang];

/** 受理: the forms of the bureau's decision. */
export const acceptanceForms: FormsOf<typeof acceptanceActs> = {
  accept: {
    track: ({ field, petition, lang }) => (
      <ChoiceField
        {...field}
        value={field.value ?? petition.track}
        label={say.track[lang]}
        choices={AnsweredTrack.options
          // That a simple category's matter is an ordinary one has an act of its own.
          .filter((track) => track !== (petition.track === "simple" ? "petition" : "simple"))
          .map((track) => ({ value: track, label: trackNames[track][lang], hint: trackMeanings[track][lang] }))}
      />
    ),
    reason: ({ field, lang }) => (
      <TextArea {...field} label={say.reason[lang]} hint={say.reasonHint[lang]} rows={2} required={false} />
    ),
  },
  acceptOrdinary: notSimpleForm,
  notAccept: {
    ground: ({ field, directory, lang }) => (
      <ChoiceField
        {...field}
        label={say.ground[lang]}
        choices={directory.policy.grounds.map(({ id, text, article, shows }) => ({
          value: id,
          label: text[lang],
          hint: hintOf(article, shows, lang),
        }))}
      />
    ),
    where: ({ field, lang }) => (
      <TextArea {...field} label={say.where[lang]} hint={say.whereHint[lang]} rows={2} required={false} />
    ),
    explanation: explanationSeen,
  },
};
