import type { Lang } from "#ground/bilingual.ts";
import { Hidden } from "./form.tsx";
import { petitionerAddresses } from "./petitioner-door.tsx";

const say = { back: { zh: "回到办理进度", en: "Back to the progress" } } satisfies Record<string, Record<Lang, string>>;

/** The way back to how the case stands, with the key that opens it. */
export const ToProgress = ({ keyed, lang }: { keyed: Readonly<Record<"code" | "phoneTail", string>>; lang: Lang }) => (
  <form class="no-print" method="post" action={petitionerAddresses.progress}>
    <Hidden fields={keyed} />
    <button type="submit" class="outline">
      {say.back[lang]}
    </button>
  </form>
);
