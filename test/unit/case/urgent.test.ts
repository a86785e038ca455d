import { describe, expect, test } from "vitest";
import { offeredToPetitioner } from "#case/acts/petitioner-acts.ts";
import { offeredTo } from "#case/acts/staff-acts.ts";
import { filed, letter, promised, settled } from "./story.ts";

const upward = { command: "reportUpward", reason: "-" } as const;
const atTownship = (category: "hazard" | "estate") => filed(category).opens().owner(upward).opens();

describe("an urgent case", () => {
  test("gets no more time: the form is not shown, and sending it all the same is refused", () => {
    const { state, world } = atTownship("hazard");
    expect(offeredTo("owner", state, world)).not.toContain("askExtension");
    expect(atTownship("hazard").ownerRefused({ command: "askExtension", days: 5, reason: "-" })).toBe(
      "urgentNotExtended",
    );
    expect(offeredTo("owner", atTownship("estate").state, world)).toContain("askExtension");
  });

  test("is not settled, at whatever level: neither what is done nor what is promised can be proposed", () => {
    for (const story of [filed("hazard").opens(), atTownship("hazard")]) {
      expect(offeredTo("owner", story.state, story.world)).not.toContain("proposeSettlement");
      expect(story.ownerRefused(settled())).toBe("urgentNotSettled");
      expect(story.ownerRefused(promised("2026-03-05"))).toBe("urgentNotSettled");
    }
    const { state, world } = filed("estate").opens();
    expect(offeredTo("owner", state, world)).toContain("proposeSettlement");
  });

  test("accepts nothing that was asked or proposed before it was urgent", () => {
    const { state, world } = atTownship("estate")
      .owner({ command: "askExtension", days: 5, reason: "-" })
      .owner(settled());
    const urgent = { ...state, urgent: true as const };
    expect(offeredTo("head", urgent, world)).not.toContain("approveExtension");
    expect(offeredTo("head", urgent, world)).toContain("refuseExtension");
    const offered = offeredToPetitioner(urgent, world);
    expect(offered).not.toContain("confirmSettlement");
    expect(offered).toContain("declineSettlement");
  });

  test("is answered in writing", () => {
    expect(atTownship("hazard").owner({ command: "reply", ...letter }).state.status).toBe("delivering");
  });
});
