import type { FactOf } from "#case/state/event.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { dateWords } from "#words/dates.ts";
import { deliveryNames } from "#words/delivery-names.ts";

const say = {
  title: { zh: "答复的送达", en: "How the answer was delivered" },
  how: { zh: "方式", en: "How" },
  on: { zh: "送达日期", en: "Delivered on" },
  counts: { zh: "视为送达", en: "Counts as delivered on" },
  tracking: { zh: "邮件号", en: "Tracking number" },
  postedOn: { zh: "公告日期", en: "Put up on" },
  posted: { zh: "公告说明", en: "Where, and why" },
  wrong: {
    zh: "没有收到，或者日期不对？请联系办理单位，或者拨打页面下方的电话。",
    en: "Has it not reached you, or is the day wrong? Tell the unit, or call the number below.",
  },
} satisfies Record<string, Record<Lang, string>>;

type DeliveredOf = { delivery: FactOf<"delivered">; lang: Lang; today: DistrictDate };

/** 送达: how and when the letter reached its petitioner, from which day the time for a review is counted. */
export const Delivered = ({ delivery: { how, on, tracking, postedOn, posted }, lang, today }: DeliveredOf) => (
  <section class="panel" aria-labelledby="delivered-title">
    <h2 id="delivered-title">{say.title[lang]}</h2>
    <dl class="facts">
      <div>
        <dt>{say.how[lang]}</dt>
        <dd>{deliveryNames[how][lang]}</dd>
      </div>
      {tracking !== undefined && (
        <div>
          <dt>{say.tracking[lang]}</dt>
          <dd>{tracking}</dd>
        </div>
      )}
      {postedOn !== undefined && (
        <div>
          <dt>{say.postedOn[lang]}</dt>
          <dd>{dateWords(postedOn, lang, today)}</dd>
        </div>
      )}
      <div>
        <dt>{(postedOn === undefined ? say.on : say.counts)[lang]}</dt>
        <dd>{dateWords(on, lang, today)}</dd>
      </div>
      {posted !== undefined && (
        <div>
          <dt>{say.posted[lang]}</dt>
          <dd class="own-words">{posted}</dd>
        </div>
      )}
    </dl>
    {how !== "opened" && <p class="quiet">{say.wrong[lang]}</p>}
  </section>
);
