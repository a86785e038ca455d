import type { DeliveryWay } from "#case/state/facts/delivery.ts";
import type { Bilingual } from "#ground/bilingual.ts";

/** 送达方式, as pages name it. */
export const deliveryNames: Readonly<Record<DeliveryWay, Bilingual>> = {
  opened: { zh: "凭查询码打开", en: "opened with the query code" },
  byHand: { zh: "当面送交", en: "handed over in person" },
  byPost: { zh: "邮寄", en: "sent by post" },
  byNotice: { zh: "公告", en: "by public notice" },
};
