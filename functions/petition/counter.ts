import { letterIn } from "#case/state/event.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import type { RegisterPasses } from "#case/store/pass-store.ts";
import { districtDate } from "#clock/period.ts";
import { EnterFilesNow } from "#web/parts/files-now.tsx";
import { ReceiptNotice } from "#web/parts/receipt-notice.tsx";
import type { FiledAt } from "./petition-pages.ts";

type CounterPorts = { passes: Pick<RegisterPasses, "holder">; cases: Pick<CaseStore, "history"> };

/**
 * 代登记: whoever has a pass registers for others, as long as it is good and they are in the directory. What is registered is
 * the petitioner's like any other: nothing is listed and nobody is looked up here, and the receipt alone is shown again.
 */
export const atCounter = ({ passes, cases }: CounterPorts): FiledAt => ({
  at: { form: "/register", drafts: "/register", receipts: "/register/receipt" },
  keptAs: "handedOver",

  clerkOf: async ({ pass = "" }, { directory, now }) => {
    const holder = await passes.holder(pass, districtDate(now));
    const person = directory.staff.find(({ id }) => id === holder);
    return person === undefined ? "nobody" : { staff: person.id, unit: person.unit, pass };
  },

  noticeOf: async (caseId) => {
    for (const { fact } of (await cases.history(caseId)).events) {
      const letter = letterIn(fact);
      if (letter?.kind === "receipt") return letter;
    }
    return undefined;
  },
  drawn: (letter, view) => ReceiptNotice({ letter, view }),
  filesWith: (petition, pass, { lang }) => EnterFilesNow({ petition, pass, lang }),
});
