import type { ComponentChildren } from "preact";
import type { IssuedLetter } from "#case/state/event.ts";
import type { Lang } from "#ground/bilingual.ts";
import { unbroken } from "#words/phrasing.ts";
import { Dial } from "./office.tsx";

const say = {
  phone: { zh: "电话 ", en: "phone " },
} satisfies Record<string, Record<Lang, string>>;
const comma = { zh: "，", en: ", " } satisfies Record<Lang, string>;

type Contact = { letter: Pick<IssuedLetter, "by" | "office">; lang: Lang; children: ComponentChildren };

/** 联系方式: where the office that issued it is, and the district's, as they were on the day of the letter. */
export const LetterContact = ({ letter: { by, office }, lang, children }: Contact) => {
  const own = [by.address, by.phone === undefined ? undefined : `${say.phone[lang]}${unbroken(by.phone)}`];
  const said = own.filter((part) => part !== undefined).join(comma[lang]);
  return (
    <address>
      {said !== "" && (
        <p>
          {by.name[lang]}
          {lang === "zh" ? "：" : ": "}
          {said}
        </p>
      )}
      <p>
        {office.name[lang]}
        {lang === "zh" ? "：" : ": "}
        {office.address[lang]}
        {comma[lang]}
        {say.phone[lang]}
        <Dial phone={office.phone} />
      </p>
      {children}
    </address>
  );
};
