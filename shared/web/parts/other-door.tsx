import type { Case } from "#case/state/case.ts";
import { doorOf, furtherDoorsOf, type TaskDoorName, taskAddresses } from "#case/state/task-door.ts";
import type { Role } from "#case/state/turn.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";

const say = {
  further: {
    zh: "其他办理：申请延期、请其他单位协办、提出管辖异议等",
    en: "Other steps: ask for more time or for assistance, object that it is another unit’s, and more",
  },
  back: { zh: "回到办理页", en: "Back to the task" },
} satisfies Record<string, Bilingual>;

type OtherDoor = { petition: Case; role: Role; here: TaskDoorName; token: string; lang: Lang };

/** The way to what else the owner of a step may do, at another door, and back. */
export const OtherDoor = ({ petition, role, here, token, lang }: OtherDoor) => {
  const its = doorOf(petition, role);
  const [further] = furtherDoorsOf(petition, role);
  const leads = here === its ? further : its;
  return leads === undefined ? null : (
    <p>
      <a href={`${taskAddresses[leads]}#${token}`}>{say[here === its ? "further" : "back"][lang]}</a>
    </p>
  );
};
