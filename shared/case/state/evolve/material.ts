import type * as z from "zod";
import { type In, takingStates } from "#case/state/case.ts";
import type { MaterialAsked, materialFacts } from "#case/state/facts/material.ts";
import { type Evolutions, from } from "./evolution.ts";

type MaterialFactType = z.infer<(typeof materialFacts)[number]>["type"];

const over = (c: In<"handling">, how: NonNullable<MaterialAsked["over"]>): In<"handling"> =>
  c.material === undefined ? c : { ...c, material: { ...c.material, over: how } };

/** What was asked for is here. */
export const materialBrought = (c: In<"handling">): In<"handling"> => over(c, "brought");

export const materialEvolutions: Evolutions<MaterialFactType> = {
  materialAsked: from(["handling"], (c, { letter: { list, reason, bringTo, help, wantedBy } }, { at }) => ({
    ...c,
    material: { list, reason, bringTo, help, wantedBy, askedAt: at },
  })),
  materialAdded: from(takingStates, (c, { n, answers }) => ({
    ...(c.status === "handling" && answers ? materialBrought(c) : c),
    materials: n,
  })),
  materialNotBrought: from(["handling"], (c) => over(c, "notBrought")),
  materialLapsed: from(["handling"], ({ material: _, ...c }) => c),
};
