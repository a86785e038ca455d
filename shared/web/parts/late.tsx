import { whatComesNext } from "#case/account/what-comes-next.ts";
import type { Case } from "#case/state/case.ts";
import { firstDue } from "#case/state/due.ts";
import type { World } from "#case/state/world.ts";
import { isOver } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import { officeName } from "#words/office-words.ts";
import { Dial } from "./office.tsx";

const say = {
  title: { zh: "期限已过，可以找谁", en: "It is late: whom to call" },
  says: {
    zh: "上面没有更高一级可以转，系统每个工作日催办，并列入督办。您也可以打电话询问，请报编号。",
    en: "There is no level above to pass it to: a reminder goes out every working day, and the bureau supervises it. You can also call and ask; please say the number of your case.",
  },
  urgent: {
    zh: "上面没有更高一级可以转，到时已发邮件催办，并列入督办。您也可以打电话询问，请报编号。",
    en: "There is no level above to pass it to: whoever has it was emailed at that minute, and the bureau supervises it. You can also call and ask; please say the number of your case.",
  },
  superior: {
    zh: "仍没有结果的，可以向上一级反映：",
    en: "If still nothing comes of it, you can turn to the next level up:",
  },
} satisfies Record<string, Record<Lang, string>>;

/** Whether it is late with somebody of the office who has nobody above them: no other level takes it over. */
export const isStuckLate = (petition: Case, world: World): boolean => {
  const { status } = petition;
  if (status !== "registered" && status !== "screening" && status !== "handling") return false;
  const [next, due] = [whatComesNext(petition, world), firstDue(petition)];
  return (next === undefined || next.when === "accepted") && due !== undefined && isOver(due.lastDay, world.now);
};

/** 逾期: whom the petitioner can call, and the next body up. */
export const LatePanel = ({
  petition,
  directory: { district },
  lang,
}: Pick<World, "directory"> & { petition: Case; lang: Lang }) => (
  <section class="panel" id="late" aria-labelledby="late-title">
    <h2 id="late-title">{say.title[lang]}</h2>
    <p>{say[petition.urgent ? "urgent" : "says"][lang]}</p>
    <p>
      <strong>{officeName(district, lang)}</strong> <Dial phone={district.office.phone} />{" "}
      <small class="quiet">{district.office.hours[lang]}</small>
    </p>
    {district.superior !== undefined && (
      <>
        <p>{say.superior[lang]}</p>
        <p>
          <strong>{district.superior.name[lang]}</strong> <Dial phone={district.superior.phone} />
        </p>
      </>
    )}
  </section>
);
