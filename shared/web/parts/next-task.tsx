import type { Case } from "#case/state/case.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";

/** The turn that somebody has next: the door that it is at, and their token to it. */
export type NextTurn = { address: string; token: string };

const say = {
  goOn: { zh: "继续办理这件事项", en: "Go on with this petition" },
  toDelivery: { zh: "打印答复，登记送达", en: "Print it and record the delivery" },
} satisfies Record<string, Bilingual>;

/** The way to what a reader has to do next with a case: where, with the token of their turn. */
export const NextTask = ({ petition, next, lang }: { petition: Case; next: NextTurn; lang: Lang }) => (
  <p>
    <a href={`${next.address}#${next.token}`} class="action">
      {say[petition.status === "delivering" ? "toDelivery" : "goOn"][lang]}
    </a>
  </p>
);
