import { linkHash } from "#access/task-link.ts";
import { hashLinks } from "#case/acts/carry-out.ts";
import { decide } from "#case/acts/decide.ts";
import { record } from "#case/state/record.ts";
import { notActing } from "../support/acting.ts";
import type { District } from "./district.ts";
import { tokenFor } from "./machine.ts";
import { forEachOf, upTo } from "./moments.ts";
import { samplePetition } from "./samples.ts";

/**
 * Many cases at the department. Each is filed and its step opened in one transaction: to do that one by one would
 * take most of the time of a race.
 * @returns their ids.
 */
export const placeAtDepartment = (district: District, count: number): Promise<string[]> => {
  const machine = district.machine({
    commit: async ({ before, after: filed, events: registering, ...along }, cases) => {
      const world = await district.world();
      const opening = decide(filed, { type: "openStation", epoch: 1, station: "department" }, world);
      const [first, ...rest] = "refused" in opening ? [] : opening.events;
      if (first === undefined) throw new Error(`The step of ${filed.id} does not open`);
      const { after, events } = record(filed.id, filed, [first, ...rest], world.now);
      const links = await hashLinks({ before: filed, after, events }, (link) =>
        Promise.resolve(linkHash(tokenFor(link))),
      );
      const all = { before, after, events: [...registering, ...events], ...along, links };
      await notActing(() => cases.commit(all));
    },
  });
  return forEachOf(upTo(count), async () => {
    const form = samplePetition();
    const { petition, code } = await machine.file(form);
    district.keepKey(petition.id, { code, phoneTail: form.keyNumber });
    return petition.id;
  });
};
