import { broken, type Evolutions } from "./evolution.ts";

export const registrationEvolutions: Evolutions<"registered"> = {
  registered: (before, event) => {
    if (before !== undefined) throw broken(event, "the case is there already");
    const { category, track, community, about, requests, urgent, unnamed, postal, responsible, brought } = event.fact;
    return {
      v: 1,
      id: event.caseId,
      version: event.seq,
      epoch: 1,
      head: event.hash,
      changedAt: event.at,
      category,
      track,
      ...(community !== undefined && { community }),
      about,
      requests,
      ...(urgent && { urgent }),
      ...(unnamed && { unnamed }),
      ...(postal && { postal }),
      registeredAt: event.at,
      ...(brought !== undefined && { receivedOn: brought.receivedOn }),
      stepNo: 0,
      responsible,
      handedBackBy: [],
      running: [],
      told: event.seq,
      status: "registered",
    };
  },
};
