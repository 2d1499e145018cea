export interface Patience {
  readonly withinMilliseconds?: number;
  /** Milliseconds between two looks. */
  readonly every?: number;
  /** What is awaited, for the sentence of the failure. */
  readonly what?: string | (() => string);
}

type NotYet = undefined | null | false;

/**
 * Looks again and again until the condition gives something, and returns that.
 * Throws when time runs out; an error thrown by the condition ends the wait at once.
 */
export async function until<Found>(
  condition: () => Found | NotYet | Promise<Found | NotYet>,
  { withinMilliseconds = 10_000, every = 25, what = String(condition) }: Patience = {},
): Promise<Found> {
  const deadline = performance.now() + withinMilliseconds;
  for (;;) {
    const found = await condition();
    if (found !== undefined && found !== null && found !== false) return found;
    if (performance.now() >= deadline) break;
    await new Promise((resolve) => setTimeout(resolve, every));
  }
  throw new Error(`not within ${withinMilliseconds} ms: ${typeof what === 'string' ? what : what()}`);
}
