import { openPromises } from "#case/state/promise.ts";
import { PromisesPanel } from "./promises.tsx";
import type { TaskReading } from "./task-panel.ts";

/** 承诺事项: what whoever keeps a promise, or has a broken one kept, has to do with: each of theirs. */
export const PromisesToKeep = ({ petition, person, role, ...scene }: TaskReading) =>
  role === "promiser" || role === "overseer" ? (
    <PromisesPanel
      {...scene}
      lines={openPromises(petition).filter(({ holder, overseer }) =>
        role === "promiser" ? holder.staff === person.id : overseer?.staff === person.id,
      )}
    />
  ) : null;
