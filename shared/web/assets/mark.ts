/** The mark: two arcs answering each other, on a square of 32. */
export const markArcs = ["M13 5.5A11 11 0 0 0 13 26.5", "M19 10A6.5 6.5 0 0 1 19 22"] as const;

/** The mark as a file, for the browser's tab. */
export const markFile = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke="#0b6163" stroke-width="4" stroke-linecap="round">${markArcs.map((arc) => `<path d="${arc}"/>`).join("")}</svg>`;
