import type { Case } from "#case/state/case.ts";
import { doorOf, furtherDoorsOf, type TaskDoorName, taskAddresses } from "#case/state/task-door.ts";
import type { Role } from "#case/state/turn.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";

const say = {
  beside: {
    zh: "其他办理：申请延期、请其他单位协办、提出管辖异议等",
    en: "Other steps: ask for more time or for assistance, object that it is another unit’s, and more",
  },
  together: {
    zh: "会商：召集有关单位、记会商纪要",
    en: "Meetings: call the units together, record the minutes",
  },
} satisfies Partial<Record<TaskDoorName, Bilingual>>;
const back: Bilingual = { zh: "回到办理页", en: "Back to the task" };

type OtherDoor = { petition: Case; role: Role; here: TaskDoorName; token: string; lang: Lang };

/** The ways to what else the owner of a step may do, at other doors, and back. */
export const OtherDoor = ({ petition, role, here, token, lang }: OtherDoor) => {
  const its = doorOf(petition, role);
  const further = furtherDoorsOf(petition, role);
  const ways: [TaskDoorName, Bilingual][] = here === its ? further.map((door) => [door, say[door]]) : [[its, back]];
  return ways.map(([door, words]) => (
    <p key={door}>
      <a href={`${taskAddresses[door]}#${token}`}>{words[lang]}</a>
    </p>
  ));
};
