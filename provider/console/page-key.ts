export interface PageKey {
  readonly at: number;
  readonly id: string;
}

/** Where the page before ended, `1780000000000.id`, as an address gives it: an instant, then whose line it was. */
export function pageKeyIn(text: unknown): PageKey | 'none' {
  const [, at, id] = /^(\d{1,15})\.([\w.:/-]{1,64})$/.exec(String(text)) ?? [];
  return at === undefined || id === undefined ? 'none' : { at: Number(at), id };
}
