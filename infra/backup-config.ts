import * as z from "zod";

/** Whether copies of the tables lie in a vault beside them, and who may take them away. */
export const BackupConfig = z
  .literal("none")
  .or(
    z.strictObject({
      /** How long a copy is kept. */
      days: z.int().min(7).max(3650).default(90),
      /** `governance`: only who may change the vault can delete a copy early. `compliance`: nobody, and for good. */
      lock: z.enum(["none", "governance", "compliance"]).default("governance"),
    }),
  )
  .prefault("none");
export type BackupConfig = z.output<typeof BackupConfig>;
