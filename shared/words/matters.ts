import type { Case, Ended, In } from "#case/state/case.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { acceptanceEndings } from "./acts/acceptance.ts";
import { answerEndings } from "./acts/answer.ts";
import { guidanceEndings } from "./acts/guidance.ts";
import type { EndingWords, FieldWords } from "./acts/matter-words.ts";
import { transferEndings } from "./acts/transfer.ts";
import { withdrawalEndings } from "./acts/withdrawal.ts";

const endingWords: { readonly [S in Ended["status"]]: EndingWords<S> } = {
  ...acceptanceEndings,
  ...guidanceEndings,
  ...transferEndings,
  ...answerEndings,
  ...withdrawalEndings,
};

/** The row of a state says how a case in it ended; a union type would lose the tie between them. */
const howEnded = <S extends Ended["status"]>(status: S, c: In<S>): Bilingual => endingWords[status].says(c);

/** How a case ended, in a sentence. */
export const endingSays = (c: Ended): Bilingual => howEnded(c.status, c);

/** Where a case stands, as a heading. */
export const statusNames: Readonly<Record<Case["status"], Bilingual>> = {
  registered: { zh: "已登记", en: "Registered" },
  screening: { zh: "正在审查是否受理", en: "Being examined for acceptance" },
  accepted: { zh: "等待签收", en: "To be acknowledged" },
  handling: { zh: "办理中", en: "Being handled" },
  performing: { zh: "已经承诺，正在兑现", en: "Promised, being carried out" },
  delivering: { zh: "已书面答复", en: "Answered in writing" },
  window: { zh: "已书面答复", en: "Answered in writing" },
  closed: endingWords.closed.name,
  notAccepted: endingWords.notAccepted.name,
  guided: endingWords.guided.name,
  transferring: { zh: "已转送，等待对方收到", en: "Transferred, to be received" },
  transferred: endingWords.transferred.name,
  merged: { zh: "合并办理", en: "Handled with others" },
  withdrawing: { zh: "已撤回，可以恢复", en: "Withdrawn, can be undone" },
  withdrawn: endingWords.withdrawn.name,
};

/** The field in which somebody says why. */
export const reason: FieldWords = {
  name: { zh: "理由", en: "The reason" },
  missing: { zh: "请写明理由", en: "Give the reason" },
};
