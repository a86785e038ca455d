import { openPromises } from "#case/state/promise.ts";
import { offer } from "./offer.ts";

/** 承诺: when a petitioner is asked whether something that a letter has promised is kept. */
const asked = offer({
  agent: "settle",
  at: ["window"],
  elsewhere: "promiseNotAsked",
  whyNot: (c) => (openPromises(c).some(({ performed }) => performed !== undefined) ? undefined : "promiseNotAsked"),
});
export const promiseOffers = { confirmPromise: asked, denyPromise: asked };
