import type { PublicOffice } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import { dialled } from "#ground/service-number.ts";
import { officeName } from "#words/office-words.ts";
import { unbroken } from "#words/phrasing.ts";
import type { DistrictShown } from "./view.ts";

const say = {
  phone: { zh: "电话", en: "Phone" },
  hours: { zh: "接待时间", en: "Open" },
  address: { zh: "地址", en: "Address" },
  way: { zh: "怎么去", en: "How to get there" },
} satisfies Record<string, Record<Lang, string>>;

/** A number to call: pressed on a phone it dials. */
export const Dial = ({ phone }: { phone: PublicOffice["phone"] }) => (
  <a href={`tel:${dialled(phone) ?? phone}`}>{unbroken(phone)}</a>
);

/** 接待场所: whom to call, when to come and where to. */
export const Office = ({ district, lang }: { district: DistrictShown; lang: Lang }) => {
  const { phone, hours, address, way } = district.office;
  return (
    <>
      <p>
        <strong>{officeName(district, lang)}</strong>
      </p>
      <dl class="office">
        <div>
          <dt>{say.phone[lang]}</dt>
          <dd>
            <Dial phone={phone} />
          </dd>
        </div>
        <div>
          <dt>{say.hours[lang]}</dt>
          <dd>{hours[lang]}</dd>
        </div>
        <div>
          <dt>{say.address[lang]}</dt>
          <dd>{address[lang]}</dd>
        </div>
        {way !== undefined && (
          <div>
            <dt>{say.way[lang]}</dt>
            <dd>{way[lang]}</dd>
          </div>
        )}
      </dl>
    </>
  );
};
