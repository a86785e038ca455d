import type { ComponentChildren } from "preact";
import type { Case } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { World } from "#case/state/world.ts";
import type { ClockRow } from "#clock/clock.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { UnitId } from "#ground/ids.ts";
import { turnToPetitioners } from "#words/turn-to-petitioners.ts";
import { Clocks } from "./clocks.tsx";
import { CaseHeadline } from "./headline.tsx";
import { LedPanel } from "./led.tsx";
import { PromisesPanel } from "./promises.tsx";
import type { View } from "./view.ts";

/** What the page of a case is drawn of for whoever follows it: its petitioner, an agent, or somebody who has joined. */
export type CaseFollowed = World & {
  view: View;
  petition: Case;
  events: readonly CaseEvent[];
  clocks: readonly ClockRow[];
  /** What was asked for, by number, once it is answered. */
  requests: readonly string[];
  code: string;
  phoneTail: string;
  /** What has just been done, in a sentence. */
  notice?: string | undefined;
};

type Stands = World & {
  petition: Case;
  /** The unit that has the petition in which this one is handled, where it is. */
  leadUnit?: UnitId | undefined;
  lang: Lang;
  /** What the reader can do now. */
  children?: ComponentChildren;
};

/** Above all else for whoever follows a case: where it stands, who has it, and the clocks that run. */
export const WhereItStands = ({ children = null, leadUnit, ...scene }: Stands) => (
  <>
    <div class="top">
      <CaseHeadline {...scene} leadUnit={leadUnit} turn={turnToPetitioners}>
        {children}
      </CaseHeadline>
      <Clocks {...scene} />
    </div>
    <LedPanel {...scene} />
    {scene.petition.status !== "delivering" && <PromisesPanel {...scene} lines={scene.petition.promised ?? []} />}
  </>
);
