import { offer } from "./offer.ts";

/** 送达: an answer waits to be opened until it is delivered in one way or another. */
export const answerOpeningOffers = {
  openAnswer: offer({ agent: "receive", at: ["delivering"] }),
};
