import type { Directory } from "#directory/directory.ts";
import type { Bilingual } from "#ground/bilingual.ts";

/** Somebody to call at once: a number as it is written, and who answers it. */
type EmergencyCall = { number: string; name: Bilingual };

/** The numbers of the whole country. */
export const nationalCalls: readonly EmergencyCall[] = [
  { number: "119", name: { zh: "火警、抢险救援", en: "Fire and rescue" } },
  { number: "110", name: { zh: "报警", en: "Police" } },
  { number: "120", name: { zh: "急救", en: "Ambulance" } },
];

/** Whom to call in danger: the country's numbers, and the district's own lines. */
export const emergencyCalls = ({ district }: Pick<Directory, "district">): readonly EmergencyCall[] => [
  ...nationalCalls,
  ...district.emergencyLines.map(({ phone: number, name }) => ({ number, name })),
];
