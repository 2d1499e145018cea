export const written = new Intl.NumberFormat('en-CA');

export function counted(count: number, one: string, several: string): string {
  return `${written.format(count)} ${count === 1 ? one : several}`;
}

export const countConnections = (count: number) => counted(count, 'connection', 'connections');
