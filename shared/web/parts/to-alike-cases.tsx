import type { Case } from "#case/state/case.ts";
import type { Lang } from "#ground/bilingual.ts";

const say = {
  title: { zh: "看有没有同一事项的信访件", en: "Look for other petitions of the same matter" },
  hint: {
    zh: "按类别、地点和诉求的文字比对，不比对信访人",
    en: "Compared by category, place and words, never by who filed them",
  },
} satisfies Record<string, Record<Lang, string>>;

/** Where whoever has a step looks for petitions of the same matter. */
export const alikeCasesAddress = "/case-alike";

/** The way there from the task, for the owner of a step; of a report of misconduct there is none. */
export const ToAlikeCases = ({ petition, token, lang }: { petition: Case; token: string; lang: Lang }) =>
  (petition.status === "screening" || petition.status === "handling") && petition.track !== "accusation" ? (
    <div class="panel no-print">
      <p>
        <a href={`${alikeCasesAddress}#${token}`}>{say.title[lang]}</a>
        <br />
        <small class="quiet">{say.hint[lang]}</small>
      </p>
    </div>
  ) : null;
