import type { contactCorrections } from "#case/acts/contact.ts";
import type { BilingualSentence, Lang } from "#ground/bilingual.ts";
import { withoutExtension } from "#ground/phone.ts";
import { CheckField, TextField } from "#web/parts/form.tsx";
import { maskedAddress } from "#words/masked-address.ts";
import { type ChecksOf, ChooseForm, type PanelDrawn, type PanelsOf } from "./petitioner-panel.tsx";

const say = {
  title: { zh: "您的联系方式", en: "How we reach you" },
  phone: { zh: "电话", en: "Phone" },
  email: { zh: "电子邮箱", en: "Email" },
  none: { zh: "没有留", en: "none" },
  correct: { zh: "更正联系方式", en: "Correct this" },
  check: { zh: "更正联系方式", en: "Correct how we reach you" },
  send: { zh: "提交更正", en: "Save the correction" },
  means: {
    zh: "只填要改的，留空的不变。承办单位马上看到新的；办理明细里只写您更正过，不写内容。",
    en: "Enter only what has to change; what you leave empty stays. The unit in charge sees the new data at once. The history says that you corrected them, and not to what.",
  },
  name: {
    zh: "姓名在这里改不了；写错了的，请告诉信访局。",
    en: "Your name cannot be changed here; if it is wrong, please tell the petition office.",
  },
  newPhone: { zh: "新的电话号码", en: "New phone number" },
  newPhoneHint: {
    zh: "改了以后，凭查询码查询时用新的号码；自定了号码的，仍用自定的。",
    en: "With your code you are then asked for the new number, unless you chose a number of your own.",
  },
  newEmail: { zh: "新的电子邮箱", en: "New email address" },
  newEmailHint: {
    zh: "我们会发一封邮件，请在里面点“确认邮箱”。旧邮箱不再收到邮件，里面的链接也不再有用。",
    en: "We write to it once: please press “Confirm this address” there. The old address gets no more email, and its link no longer works.",
  },
  address: { zh: "收信地址", en: "Postal address" },
  left: { zh: "已留", en: "left" },
  newAddress: { zh: "新的收信地址", en: "New postal address" },
  newAddressHint: {
    zh: "留了收信地址，书面答复可以邮寄。",
    en: "With a postal address the written answer can be posted to you.",
  },
  dropEmail: { zh: "不再用邮箱，删掉原来的", en: "No more email: remove the address" },
} satisfies Record<string, Record<Lang, string>>;

/** Enough of a number that its owner knows it again. */
const endsIn: BilingualSentence<string> = {
  zh: (phone) => `尾号 ${withoutExtension(phone).slice(-4)}`,
  en: (phone) => `ends in ${withoutExtension(phone).slice(-4)}`,
};

/** What there is now, masked: whoever has the code and four digits learns no more by it. */
const Present = ({ contact: { phone, email, address }, lang }: PanelDrawn) => (
  <dl class="facts">
    <div>
      <dt>{say.phone[lang]}</dt>
      <dd>{phone === undefined ? say.none[lang] : endsIn[lang](phone)}</dd>
    </div>
    <div>
      <dt>{say.email[lang]}</dt>
      <dd>{email === undefined ? say.none[lang] : maskedAddress(email)}</dd>
    </div>
    <div>
      <dt>{say.address[lang]}</dt>
      <dd>{address === undefined ? say.none[lang] : say.left[lang]}</dd>
    </div>
  </dl>
);

const Contact = (drawn: PanelDrawn) => {
  const { lang } = drawn;
  return (
    <section class="panel no-print" id="contact" aria-labelledby="contact-title">
      <h2 id="contact-title">{say.title[lang]}</h2>
      <Present {...drawn} />
      <ChooseForm {...drawn} command="correctContact" button={say.correct[lang]} outline />
    </section>
  );
};

const Fields = ({ contact, lang, sent }: PanelDrawn) => {
  const refused = sent?.command === "correctContact" ? sent : undefined;
  return (
    <>
      <TextField
        id="phone"
        lang={lang}
        label={say.newPhone[lang]}
        hint={say.newPhoneHint[lang]}
        required={false}
        value={refused?.typed.phone}
        error={refused?.errors.phone}
        input={{ inputMode: "tel", autocomplete: "tel", class: "mono phone" }}
      />
      <TextField
        id="email"
        lang={lang}
        label={say.newEmail[lang]}
        hint={say.newEmailHint[lang]}
        required={false}
        value={refused?.typed.email}
        error={refused?.errors.email}
        input={{ inputMode: "email", autocomplete: "email", autocapitalize: "off", spellcheck: false }}
      />
      {contact.email !== undefined && (
        <CheckField
          id="dropEmail"
          lang={lang}
          label={say.dropEmail[lang]}
          required={false}
          value={refused?.typed.dropEmail}
          error={refused?.errors.dropEmail}
        />
      )}
      <TextField
        id="address"
        lang={lang}
        label={say.newAddress[lang]}
        hint={say.newAddressHint[lang]}
        required={false}
        value={refused?.typed.address}
        error={refused?.errors.address}
      />
    </>
  );
};

/** 更正联系方式: what there is, and the way to correct it. */
export const contactPanels: PanelsOf<typeof contactCorrections> = {
  correctContact: { place: "possible", draw: (drawn) => <Contact {...drawn} /> },
};

/** 更正联系方式: the form, and what comes of it. */
export const contactChecks: ChecksOf<typeof contactCorrections> = {
  correctContact: {
    title: say.check,
    button: say.send,
    draw: (drawn) => (
      <>
        <Present {...drawn} />
        <p>{say.means[drawn.lang]}</p>
        <p class="quiet">{say.name[drawn.lang]}</p>
      </>
    ),
    fields: (drawn) => <Fields {...drawn} />,
  },
};
