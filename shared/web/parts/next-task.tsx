import type { Case } from "#case/state/case.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";

const say = {
  goOn: { zh: "继续办理这件事项", en: "Go on with this petition" },
  toDelivery: { zh: "打印答复，登记送达", en: "Print it and record the delivery" },
} satisfies Record<string, Bilingual>;

/** The way to what a reader has to do next with a case. @param next the token of their turn */
export const NextTask = ({ petition, next, lang }: { petition: Case; next: string; lang: Lang }) => (
  <p>
    <a href={`/task#${next}`} class="action">
      {say[petition.status === "delivering" ? "toDelivery" : "goOn"][lang]}
    </a>
  </p>
);
