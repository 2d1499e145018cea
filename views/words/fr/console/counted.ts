export const written = new Intl.NumberFormat('fr-CA');

/** « 1 personne », « 42 personnes »; French counts nothing in the singular. */
export function counted(count: number, one: string, several: string): string {
  return `${written.format(count)}\u00a0${count < 2 ? one : several}`;
}

export const countConnections = (count: number) => counted(count, 'connexion', 'connexions');
