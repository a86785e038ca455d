import { common, type Evolutions, from } from "./evolution.ts";

type DeliveryFactType = "delivered" | "toldByPhone" | "deliveryAsked" | "deliveryOverdue";

export const deliveryEvolutions: Evolutions<DeliveryFactType> = {
  delivered: from(["delivering"], (c, { type: _, ...delivery }, { at }) => {
    const { answeredAt, answeredBy, ownersUnit, deliverer, level, letter, review, renewals } = c;
    return {
      ...common(c),
      ...{ answeredAt, answeredBy, ownersUnit, level, letter },
      ...(deliverer !== undefined && { deliverer }),
      ...(review !== undefined && { review }),
      ...(renewals !== undefined && { renewals }),
      status: "window",
      delivery: { at, ...delivery },
    };
  }),
  toldByPhone: from(["delivering"], (c) => c),
  deliveryAsked: from(["delivering"], (c, _, { at }) => ({ ...c, deliveryAskedAt: at })),
  deliveryOverdue: from(["delivering"], (c) => c),
};
