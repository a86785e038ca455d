import type { Directory } from "#directory/directory.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { dialled } from "#ground/service-number.ts";
import { emergencyCalls, nationalCalls } from "#words/emergency-words.ts";
import { unbroken } from "#words/phrasing.ts";

const say = {
  writing: {
    title: { zh: "先打电话，再填写", en: "Call first, then write" },
    why: {
      zh: "网上提交的内容，不会马上有人看到。有危险的，请现在就打电话。",
      en: "What you file here is not read at this very moment. If there is danger, call now.",
    },
  },
  filed: {
    title: { zh: "险情还在的，请马上打电话", en: "If the danger goes on, call now" },
    why: {
      zh: "在这里办理代替不了报警和抢险。",
      en: "Your petition is at work, but it takes the place of no rescue.",
    },
  },
} satisfies Record<string, Record<"title" | "why", Bilingual>>;

/** The country's numbers in a line, each a tap away. */
export const EmergencyNumbers = () => (
  <strong class="numbers">
    {nationalCalls.map(({ number }) => (
      <a href={`tel:${number}`} key={number}>
        {number}
      </a>
    ))}
  </strong>
);

type EmergencyOf = { directory: Pick<Directory, "district">; lang: Lang; when: keyof typeof say };

/** 紧急电话: whom to call now, each a tap away. It stands before writing, and on every page about an urgent case. */
export const Emergency = ({ directory, lang, when }: EmergencyOf) => (
  <aside class="emergency" aria-label={say[when].title[lang]}>
    <p>
      <strong class="lead">{say[when].title[lang]}</strong> {say[when].why[lang]}
    </p>
    <ul class="calls">
      {emergencyCalls(directory).map(({ number, name }) => (
        <li key={number}>
          <a class="call" href={`tel:${dialled(number) ?? number}`}>
            <strong>{unbroken(number)}</strong> {name[lang]}
          </a>
        </li>
      ))}
    </ul>
  </aside>
);
