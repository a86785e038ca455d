import type { ratings } from "#case/acts/rating.ts";
import { proseLimits } from "#case/forms/form-text.ts";
import { type Case, isIn } from "#case/state/case.ts";
import { type Rating, Satisfaction } from "#case/state/facts/rating.ts";
import { isPoor, rateableStates, rateableUntil, unitRated } from "#case/state/rating.ts";
import { districtDate } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import { ChoiceField, TextArea } from "#web/parts/form.tsx";
import { reviewOf } from "#web/parts/review.tsx";
import { satisfactionNames } from "#words/acts/rating.ts";
import { dateWords, latestWords, lengthWords } from "#words/dates.ts";
import { capitalised, unbroken } from "#words/phrasing.ts";
import { unitName } from "#words/words.ts";
import { type ChecksOf, ChooseForm, type PanelDrawn, type PanelsOf, type SentAct } from "./petitioner-panel.tsx";

const say = {
  title: { zh: "评价办理情况", en: "Rate how it was handled" },
  yours: { zh: "您的评价", en: "Your rating" },
  bureau: { zh: "信访局：", en: "The petition office: " },
  rate: { zh: "评价", en: "Rate it" },
  change: { zh: "改评价", en: "Change my rating" },
  check: { zh: "评价办理情况", en: "Rate how it was handled" },
  send: { zh: "提交评价", en: "Save my rating" },
  free: {
    zh: "评不评由您决定，只有您本人能评。怎么评，都不影响您的诉求和您的任何权利。",
    en: "Whether you rate is up to you, and only you can. However you rate, nothing changes for your petition or any of your rights.",
  },
  unseen: {
    zh: "您这一件怎么评的，工作人员看不到，也没有人会为此找您。单位只看得到一个月的合计，满五件评价才有。",
    en: "Nobody of the office is shown how you rated this petition, and nobody turns to you about it. Units see sums of a month only, once there are five ratings in it.",
  },
  words: {
    zh: "写的话加密保存；评价到期以后，不带姓名和编号，才可以给信访局和承办单位看。写在这里的没有人答复，请不要写姓名、电话和住址。",
    en: "What you write is sealed. Only when the time for rating is over may the petition office and the unit read it, without name and number. Nobody answers it, so please leave out names, phone numbers and addresses.",
  },
  ofBureau: { zh: "对信访局", en: "The petition office" },
  ofBureauHint: {
    zh: "登记、受理、转办和告知您进度。",
    en: "It registered your petition, passed it on and told you how it stood.",
  },
  ofUnitHint: { zh: "办理和答复您的诉求。", en: "It handled your petition and answered it." },
  wordsLabel: { zh: "您想说的", en: "What you want to say" },
  called: {
    zh: "支持您的诉求、办结以后，没有经手此件的工作人员会打电话回访，没有办到的可以要求重新办理。",
    en: "If it ends with something granted, somebody who had no hand in it calls you afterwards; what is not done can be taken up anew.",
  },
  disagree: { zh: "不同意答复的", en: "If you disagree with the answer" },
} satisfies Record<string, Record<Lang, string>>;

/** Until when, and that the last one counts. Of a case that goes on the day is not known yet. */
const Until = ({ petition, calendar, directory, now, lang }: PanelDrawn) => {
  const until = rateableUntil(petition, { calendar, directory });
  const length = lengthWords(directory.policy.clocks.rating, lang);
  const today = districtDate(now);
  const time: Record<Lang, string> =
    until === undefined
      ? { zh: `办结后 ${length}内`, en: `${length} after the end` }
      : { zh: latestWords(until, today), en: dateWords(until, "en", today) };
  return (
    <p>
      {
        {
          zh: `${time.zh}，可以评，也可以改，以最后一次为准。`,
          en: `You can rate until ${time.en}, and change it; the last rating counts.`,
        }[lang]
      }
    </p>
  );
};

/** What its petitioner has said by now. */
const Yours = ({ rating, directory, lang }: { rating: Rating; directory: Directory; lang: Lang }) => {
  const unit = capitalised(unitName(directory, rating.unit, lang));
  return (
    <>
      <ul>
        <li>
          {say.bureau[lang]}
          <strong>{satisfactionNames[rating.bureauRating][lang]}</strong>
        </li>
        <li>
          {{ zh: `${unit}：`, en: `${unit}: ` }[lang]}
          <strong>{satisfactionNames[rating.unitRating][lang]}</strong>
        </li>
      </ul>
      {rating.remark !== undefined && <blockquote class="own-words">{rating.remark}</blockquote>}
    </>
  );
};

/** 复查: where and until when, as the letter says, for whoever is not satisfied. Offered, and nothing more. */
const Disagree = ({ petition, now, lang }: PanelDrawn) => {
  const review = reviewOf(petition);
  if (review === undefined) return null;
  const { body } = review.rights.review;
  const day = dateWords(review.until, lang, districtDate(now));
  const phone = unbroken(body.phone);
  return (
    <p id="disagree">
      <strong>{say.disagree[lang]}</strong>
      {
        {
          zh: `，可以向${body.name.zh}申请复查，最迟${day}，含当日。地址：${body.address.zh}；电话：${phone}。评价不代替申请复查。`,
          en: `, you may ask ${body.name.en} for a review by ${day}: ${body.address.en}; phone ${phone}. A rating does not ask for one.`,
        }[lang]
      }
    </p>
  );
};

/** What is rated now, as a panel may say it: nothing of a case that has no result. */
const ratedIn = (petition: Case) => (isIn(petition, rateableStates) ? unitRated(petition) : undefined);

/** 评价: what was said by now, and the way to its form. */
export const ratingPanels: PanelsOf<typeof ratings> = {
  rate: {
    place: "asked",
    draw: (drawn) => {
      const { petition, directory, lang } = drawn;
      const { rating } = petition;
      return (
        <section class="panel no-print" id="rating" aria-labelledby="rating-title">
          <h2 id="rating-title">{say[rating === undefined ? "title" : "yours"][lang]}</h2>
          {rating === undefined ? <p>{say.free[lang]}</p> : <Yours {...{ rating, directory, lang }} />}
          {rating !== undefined && isPoor(rating) && (
            <>
              <Disagree {...drawn} />
              {directory.policy.followUpAfter.length > 0 && <p>{say.called[lang]}</p>}
            </>
          )}
          <Until {...drawn} />
          <ChooseForm {...drawn} command="rate" button={say[rating === undefined ? "rate" : "change"][lang]} outline />
        </section>
      );
    },
  },
};

const Fields = ({ petition, directory, lang, sent }: PanelDrawn) => {
  const refused = sent?.command === "rate" ? sent : undefined;
  const unit = ratedIn(petition);
  const choices = Satisfaction.options.map((value) => ({ value, label: capitalised(satisfactionNames[value][lang]) }));
  const { bureauRating, unitRating, remark }: SentAct["typed"] = { ...petition.rating, ...refused?.typed };
  return (
    <>
      <ChoiceField
        id="bureauRating"
        lang={lang}
        label={say.ofBureau[lang]}
        hint={say.ofBureauHint[lang]}
        choices={choices}
        value={bureauRating}
        error={refused?.errors.bureauRating}
      />
      <ChoiceField
        id="unitRating"
        lang={lang}
        label={
          unit === undefined
            ? ""
            : { zh: `对${unitName(directory, unit, "zh")}`, en: capitalised(unitName(directory, unit, "en")) }[lang]
        }
        hint={say.ofUnitHint[lang]}
        choices={choices}
        value={unitRating}
        error={refused?.errors.unitRating}
      />
      <TextArea
        id="remark"
        lang={lang}
        most={proseLimits.remark}
        label={say.wordsLabel[lang]}
        hint={say.words[lang]}
        required={false}
        value={remark}
        error={refused?.errors.remark}
        rows={4}
      />
    </>
  );
};

/** 评价: the form, and what comes of it. */
export const ratingChecks: ChecksOf<typeof ratings> = {
  rate: {
    title: say.check,
    button: say.send,
    draw: (drawn) => (
      <>
        <p>{say.free[drawn.lang]}</p>
        <p>{say.unseen[drawn.lang]}</p>
        <Until {...drawn} />
      </>
    ),
    fields: (drawn) => <Fields {...drawn} />,
  },
};
