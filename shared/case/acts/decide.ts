import type { Case } from "#case/state/case.ts";
import { type Decision, refuse } from "#case/state/decision.ts";
import type { World } from "#case/state/world.ts";
import { openStation, replaceExecution } from "./arrival.ts";
import { renewCode } from "./code.ts";
import type { Command } from "./command.ts";
import { handOver } from "./hand-over.ts";
import { withWhatLapses } from "./lapse.ts";
import { askMailboxAgain } from "./mailbox.ts";
import { renewLink } from "./new-link.ts";
import { passOn } from "./pass-on.ts";
import { decidePetitioner } from "./petitioner-acts.ts";
import { recount } from "./recount.ts";
import { releaseClock } from "./release-clock.ts";
import { ring } from "./ring.ts";
import { decideStaff } from "./staff-acts.ts";
import { waitingForMorning } from "./waiting-for-morning.ts";

/**
 * Judges a command to a case: the one door for staff, petitioner, clock and workflow.
 * Pure: the same case, command and world give the same decision. Returns the events to store, or why not.
 */
export const decide = (c: Case, command: Command, world: World): Decision =>
  waitingForMorning(c, withWhatLapses(c, judge(c, command, world)), world);

const judge = (c: Case, command: Command, world: World): Decision => {
  switch (command.type) {
    case "staff":
      return decideStaff(c, command, world);
    case "petitioner":
      return decidePetitioner(c, command.act, command.saw, world);
    case "askMailboxAgain":
      return askMailboxAgain(c);
    case "renewLink":
      return renewLink(c, command.link, world);
    case "renewCode":
      return renewCode(c, command, world);
    case "openStation":
      return openStation(c, command, world);
    case "ring":
      return ring(c, command.clock, world);
    case "passOn":
      return passOn(c, command.turn, command.unreachable, world);
    case "handOver":
      return handOver(c, world);
    case "releaseClock":
      return releaseClock(c, command.clock, command.by, world);
    case "recount":
      return recount(c, command, world);
    case "replaceExecution":
      return c.epoch === command.epoch
        ? replaceExecution(c, "executionGone", world, command.lost)
        : refuse("executionSuperseded");
  }
};
