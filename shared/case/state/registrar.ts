import type { StaffId, UnitId } from "#ground/ids.ts";
import type { CaseEvent } from "./event.ts";

/** 登记人: who has registered a case for its petitioner, and of which unit; `undefined` where they filed it themselves. */
export const registrarOf = ([first]: readonly CaseEvent[]): { by: StaffId; unit: UnitId } | undefined =>
  first?.fact.type === "registered" && first.fact.brought !== undefined && first.by.kind === "staff"
    ? { by: first.by.id, unit: first.fact.brought.unit }
    : undefined;
