/** 1 is what `npm test` does; `CADENAS_TEST_EFFORT=10` tries ten times as many cases, and mutants do with far fewer. */
const effort = Number(process.env.CADENAS_TEST_EFFORT ?? 1);

/** How many cases to try where so many are usual. */
export const times = (usual: number): number => Math.max(1, Math.round(usual * effort));
