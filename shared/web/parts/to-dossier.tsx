import type { Case } from "#case/state/case.ts";
import type { ReviewBody } from "#directory/review-bodies.ts";
import type { Lang } from "#ground/bilingual.ts";

const say = {
  title: { zh: "移送案卷", en: "Give out the file" },
  hint: {
    zh: "复查机关要调阅案卷时用；取出有记录，信访人看得到",
    en: "For the body that reviews the answer, when it asks for the file; to take it out is recorded, and the petitioner sees it",
  },
} satisfies Record<string, Record<Lang, string>>;

/** Where whoever holds an answer takes the case's file out. */
export const dossierAddress = "/dossier";

/** The file as a paper. */
export const dossierPaperAddress = "/dossier/paper";

/** 复查机关: the body that is given the file of a case, once its answer is delivered; none where nothing is reviewed. */
export const dossierFor = (petition: Case): ReviewBody | undefined => {
  if (petition.status !== "window") return undefined;
  const { remedy } = petition.letter;
  return remedy.kind === "review" ? remedy.review.body : undefined;
};

export type ToDossierShown = { petition: Case; token: string; lang: Lang };

/** The way there from the task of the answer. */
export const ToDossier = ({ petition, token, lang }: ToDossierShown) =>
  dossierFor(petition) === undefined ? null : (
    <div class="panel no-print">
      <p>
        <a href={`${dossierAddress}#${token}`}>{say.title[lang]}</a>
        <br />
        <small class="quiet">{say.hint[lang]}</small>
      </p>
    </div>
  );
