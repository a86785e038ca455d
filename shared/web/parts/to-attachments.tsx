import type { Lang } from "#ground/bilingual.ts";

const words = { zh: "给答复附照片和 PDF", en: "Attach photos and PDFs to the answer" };

/** Where an assisting unit attaches something to its answer. */
export const attachmentsAddress = "/attachments";

/** @param token of the link; none where its tab has it already */
export type ToAttachmentsShown = { token?: string | undefined; lang: Lang };

/** The way there. */
export const ToAttachments = ({ token = "", lang }: ToAttachmentsShown) => (
  <p class="no-print">
    <a href={`${attachmentsAddress}#${token}`}>{words[lang]}</a>
  </p>
);
