import type { Case, Ended, In } from "#case/state/case.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { acceptanceEndings, acceptanceRefusals } from "./acts/acceptance.ts";
import { agentRefusals } from "./acts/agent.ts";
import { answerEndings, answerRefusals } from "./acts/answer.ts";
import { assistanceRefusals } from "./acts/assistance.ts";
import { climbRefusals } from "./acts/climb.ts";
import { codeRefusals } from "./acts/code.ts";
import { communityRefusals } from "./acts/community.ts";
import { correctionRefusals } from "./acts/correction.ts";
import { deliveryRefusals } from "./acts/delivery.ts";
import { extensionRefusals } from "./acts/extension.ts";
import { guidanceEndings, guidanceRefusals } from "./acts/guidance.ts";
import { hearingRefusals } from "./acts/hearing.ts";
import type { EndingWords, FieldWords } from "./acts/matter-words.ts";
import { newLinkRefusals } from "./acts/new-link.ts";
import { objectionRefusals } from "./acts/objection.ts";
import { promiseRefusals } from "./acts/promise.ts";
import { settlementRefusals } from "./acts/settlement.ts";
import { simpleRefusals } from "./acts/simple.ts";
import { stepRefusals } from "./acts/step.ts";
import { withdrawalEndings, withdrawalRefusals } from "./acts/withdrawal.ts";

const endingWords: { readonly [S in Ended["status"]]: EndingWords<S> } = {
  ...acceptanceEndings,
  ...guidanceEndings,
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
  withdrawing: { zh: "已撤回，可以恢复", en: "Withdrawn, can be undone" },
  withdrawn: endingWords.withdrawn.name,
};

/** Why something was not done, and what to do instead. Nothing has changed when one of these is shown. */
export const refusalWords: Readonly<Record<Refusal, Bilingual>> = {
  movedOn: {
    zh: "事项已经转到别处，您的操作没有生效",
    en: "The case has moved on; nothing was recorded",
  },
  ended: { zh: "事项已经结束，不能再办理", en: "The case has ended; nothing more can be done on it" },
  notAtThisLevel: {
    zh: "本环节不能这样办理，请选择页面上列出的办法",
    en: "This step does not allow that; please choose one of the actions shown",
  },
  pageOutdated: {
    zh: "您打开这一页以后，事项有了新的进展，您的决定没有记录。请看下面的最新情况，再作决定",
    en: "Something has happened since you opened that page, so your decision was not recorded. Please read the latest below and decide again",
  },
  ...acceptanceRefusals,
  ...communityRefusals,
  ...guidanceRefusals,
  ...stepRefusals,
  ...hearingRefusals,
  ...settlementRefusals,
  ...promiseRefusals,
  ...answerRefusals,
  ...deliveryRefusals,
  ...correctionRefusals,
  ...climbRefusals,
  ...extensionRefusals,
  ...objectionRefusals,
  ...assistanceRefusals,
  ...simpleRefusals,
  ...newLinkRefusals,
  ...withdrawalRefusals,
  ...agentRefusals,
  ...codeRefusals,
  executionSuperseded: { zh: "流程已由新的一轮接替", en: "A newer execution has taken over" },
  recordIsElsewhere: { zh: "事项不在这个环节", en: "The case is not at this station" },
};

/** The field in which somebody says why. */
export const reason: FieldWords = {
  name: { zh: "理由", en: "The reason" },
  missing: { zh: "请写明理由", en: "Give the reason" },
};
