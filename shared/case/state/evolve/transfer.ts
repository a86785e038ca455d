import { common, type Evolutions, from } from "./evolution.ts";

type TransferFactType = "transferred" | "transferReceived" | "transferSilent";

export const transferEvolutions: Evolutions<TransferFactType> = {
  // What the bureau was late with is done with the transfer.
  transferred: from(["screening"], ({ supervisedSince: _, ...c }, { letter }, { at }) => ({
    ...c,
    track: letter.body.track,
    status: "transferring",
    transferredAt: at,
    body: letter.body,
  })),
  transferReceived: from(["transferring"], (c, { on, reference }, { at }) => ({
    ...common(c),
    status: "transferred",
    closedAt: at,
    body: c.body,
    receivedOn: on,
    reference,
  })),
  transferSilent: from(["transferring"], (c) => c),
};
