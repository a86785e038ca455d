import type { withdrawalUndoings } from "#case/acts/withdrawal.ts";
import { lastDayOf } from "#case/state/running.ts";
import { districtDate } from "#clock/period.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { dateWords, latestWords } from "#words/dates.ts";
import { ActForm, type ChecksOf, type PanelDrawn, type PanelsOf } from "./petitioner-panel.tsx";

const say = {
  notYou: {
    zh: "这次撤回是信访局按一份书面材料登记的。不是您本人签的，请马上恢复办理，并打电话告诉信访局。",
    en: "The petition office recorded this withdrawal from a signed paper. If it was not you who signed it, undo it now and call the petition office.",
  },
  title: { zh: "改了主意？", en: "Changed your mind?" },
  undo: { zh: "恢复办理", en: "Undo the withdrawal" },
} satisfies Record<string, Record<Lang, string>>;

const untilWords = (until: DistrictDate, today: DistrictDate): Bilingual => ({
  zh: `${latestWords(until, today)}，您可以恢复办理：事项从原来的层级继续，法定期限一直没有停。不用说明理由。过了这一天，会给您撤回确认书。`,
  en: `Until ${dateWords(until, "en", today)} you can undo it, and need not say why: the matter goes on where it stood, and the law's time never stops. After that day you get a letter that confirms the withdrawal.`,
});

const Undoing = (drawn: PanelDrawn) => {
  const { lang, petition, now } = drawn;
  if (petition.status !== "withdrawing") return null;
  return (
    <section class="panel no-print" id="undo-withdrawal" aria-labelledby="undo-withdrawal-title">
      <h2 id="undo-withdrawal-title">{say.title[lang]}</h2>
      <p>{untilWords(lastDayOf(petition, "withdrawal"), districtDate(now))[lang]}</p>
      {petition.signedOn !== undefined && <p>{say.notYou[lang]}</p>}
      <ActForm {...drawn} command="undoWithdrawal" button={say.undo[lang]} />
    </section>
  );
};

/** 恢复办理: while it can be undone. */
export const withdrawalUndoingPanels: PanelsOf<typeof withdrawalUndoings> = {
  undoWithdrawal: { place: "asked", holdsForm: true, draw: (drawn) => <Undoing {...drawn} /> },
};
export const withdrawalUndoingChecks: ChecksOf<typeof withdrawalUndoings> = { undoWithdrawal: "at once" };
