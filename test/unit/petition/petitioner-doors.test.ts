import { describe, expect, test } from "vitest";
import { everyPetitionerAct } from "#case/acts/every-petitioner-act.ts";
import type { PetitionerActName } from "#case/acts/petitioner-acts.ts";
import { AgentScope } from "#case/state/facts/agent.ts";
import { petitionerAddresses } from "#web/parts/petitioner-door.tsx";
import { bringingGiven } from "../../../functions/petition/add-material.ts";
import { petitionerDoors } from "../../fixtures/every-petitioner-door.ts";
import { namesAgent } from "../case/story.ts";
import { directory, type Sample, samples } from "../web/samples.ts";

const { progress, decisions, own } = petitionerDoors;
const { forms } = everyPetitionerAct;
const agentsFor = (sample: Sample): Sample[] => AgentScope.options.map((scope) => sample.does(namesAgent([scope])));

describe("the doors of petitioners", () => {
  test("give each act at one of them, or at the page for material", () => {
    const givers = [decisions.given, own.given, bringingGiven];
    const times = forms.names.map((name) => [name, givers.filter((given) => given.forms.isName(name)).length]);
    expect(times).toEqual(forms.names.map((name) => [name, 1]));
  });

  test("offer with the progress just what the doors do to which it leads, to petitioners and to agents of every scope", () => {
    const offered = new Set<PetitionerActName>();
    const withdraw = { type: "petitioner", act: { command: "withdraw", understood: "yes" } } as const;
    const resting = samples.inCommunity.does(withdraw);
    const cases = [...Object.values(samples), resting].flatMap((sample) => [
      { ...sample, agent: undefined },
      ...(["handling", "performing"].includes(sample.petition.status)
        ? agentsFor(sample).map((made) => ({ ...made, agent: 1 }))
        : []),
    ]);
    for (const { petition, now, calendar, agent } of cases) {
      const world = { now, calendar, directory };
      const there = [decisions.given, bringingGiven].flatMap((given) =>
        given.offeredToPetitioner(petition, world, agent),
      );
      const here = progress.offered(petition, world, agent);
      expect(here).toEqual(there);
      for (const name of here) offered.add(name);
    }
    const { names } = forms;
    expect(names.filter((name) => !own.given.forms.isName(name) && !offered.has(name))).toEqual([]);
  });

  test("hold the form of an act in its panel just where it is done at once", () => {
    for (const door of [decisions, own]) {
      for (const name of door.given.forms.names) {
        const panel = door.panels[name];
        const holds = typeof panel === "object" && panel.holdsForm === true;
        expect([name, holds]).toEqual([name, door.checks[name] === "at once"]);
      }
    }
  });

  test("lead to the door of what is decided, and nowhere with anything else", () => {
    const led = [...forms.names, "addMaterial", "", "toString", undefined].filter((name) =>
      progress.leadsOn?.isName(name),
    );
    expect(new Set(led)).toEqual(new Set(decisions.given.forms.names));
    expect(petitionerAddresses[progress.leadsOn?.to ?? "progress"]).toBe("/decide");
  });
});
