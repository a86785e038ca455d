import type { MailboxSeen } from "#case/state/mailbox.ts";
import type { BilingualSentence, Lang } from "#ground/bilingual.ts";
import { maskedAddress } from "#words/masked-address.ts";
import { KeyedButton } from "./keyed-button.tsx";

const says: Record<MailboxSeen["is"], BilingualSentence<string>> = {
  asked: {
    zh: (address) =>
      `我们给${address}发过一封邮件，还没有确认。要收到进展的邮件，请打开那封邮件，点“确认邮箱”；不确认就不再发邮件，所有进展都在本页。`,
    en: (address) =>
      `We have written to ${address}, and the address is not confirmed yet. To hear from us by email, open that email and press “Confirm this address”; until then no more is emailed, and everything can be read here.`,
  },
  confirmed: {
    zh: (address) => `有进展时，会发邮件到 ${address}。`,
    en: (address) => `When something important happens we write to ${address}.`,
  },
  disowned: {
    zh: (address) =>
      `${address} 的使用者说，这个邮箱不是提交诉求的人的，所以不再发邮件。请用查询码在本页查看进度；邮箱是您的，请打开那封邮件改回来。`,
    en: (address) =>
      `Whoever reads ${address} says that it is not the address of the person who filed this, so no more is emailed. Please follow the matter here, with your code; if the address is yours, open that email and change the answer.`,
  },
  refused: {
    zh: () => "发到您所留邮箱的邮件被退回，今后不再发送。请用查询码在本页查看进度。",
    en: () =>
      "Email to the address that you left was refused, so no more is sent. Please follow the matter here, with your code.",
  },
};

const again = { zh: "重发确认邮件", en: "Send that email again" };

type MailboxLineProps = {
  mailbox: MailboxSeen;
  keyed: { code: string; phoneTail: string };
  /** Whether anything more would be mailed. */
  goesOn: boolean;
  lang: Lang;
};

/** How the petitioner's mailbox stands, and, where it was asked and did not answer, a way to have it asked again. */
export const MailboxLine = ({ mailbox: { is, address }, keyed, goesOn, lang }: MailboxLineProps) => (
  <>
    <p class="quiet">{says[is][lang](maskedAddress(address))}</p>
    {is === "asked" && goesOn && <KeyedButton to="/decide/mailbox" keyed={keyed} label={again[lang]} />}
  </>
);
