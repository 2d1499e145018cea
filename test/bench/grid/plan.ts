/** What an organization of the bench is made of: the same seed makes the same one, its instants counted back from now. */
export interface Plan {
  readonly alias: string;
  readonly people: number;
  /** A multiple of `people`: as many browsers each has used. */
  readonly connections: number;
  readonly signIns: number;
  /** How long ago the first sign-in was. */
  readonly days: number;
  /** No two organizations of a run have the same. */
  readonly seed: number;
}

export interface Plans {
  readonly big: Plan;
  readonly small: Plan;
}

/** Both fill a page: the small one began four weeks ago, the big one keeps its twelve months. */
export const plansOf = (signIns: number, seed: number): Plans => ({
  big: { alias: 'grande', people: 500, connections: 20_000, signIns, days: 365, seed },
  small: { alias: 'petite', people: 25, connections: 100, signIns: 1000, days: 28, seed: seed + 1 },
});

/** The first person of each organization; she may always enter. */
export const administratorOf = ({ alias }: Plan): string => `personne-0@${alias}.test`;
export const password = 'Cadenas-2026';
