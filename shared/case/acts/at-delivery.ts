import { correctionActs } from "./correction.ts";
import { deliveryActs } from "./delivery.ts";

/** What may be done with an answer that was written, in the order of likelihood. */
export const actsAtDelivery = { ...deliveryActs, ...correctionActs };
