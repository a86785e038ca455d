import type { Lang } from "#ground/bilingual.ts";
import { type Keyed, KeyedButton } from "./keyed-button.tsx";
import { petitionerAddresses } from "./petitioner-door.tsx";

const say = { back: { zh: "回到办理进度", en: "Back to the progress" } } satisfies Record<string, Record<Lang, string>>;

/** The way back to how the case stands, with the key that opens it. */
export const ToProgress = ({ keyed, lang }: { keyed: Keyed; lang: Lang }) => (
  <KeyedButton to={petitionerAddresses.progress} keyed={keyed} label={say.back[lang]} />
);
