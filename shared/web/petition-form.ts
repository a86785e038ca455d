/** The fields of the petition form, in the order of its questions. */
export const petitionFields = ["story", "category", "community", "place", "ask", "name", "phone", "email"] as const;
export type PetitionField = (typeof petitionFields)[number];

/** The most characters that each free text may have. */
export const petitionLimits = { story: 5000, place: 200, ask: 2000, name: 50 } as const;
