export interface Patience {
  readonly withinMilliseconds?: number;
  /** Milliseconds between two looks. */
  readonly every?: number;
  /** What is awaited, for the sentence of the failure. */
  readonly what?: string;
}

type NotYet = undefined | null | false;

/**
 * Looks again and again until the condition gives something, and returns that.
 * Throws when time runs out; an error thrown by the condition ends the wait at once.
 */
export async function until<Found>(
  condition: () => Found | NotYet | Promise<Found | NotYet>,
  patience: Patience = {},
): Promise<Found> {
  const { withinMilliseconds = 10_000, every = 25, what = condition.toString() } = patience;
  const deadline = performance.now() + withinMilliseconds;
  for (;;) {
    const found = await condition();
    if (found !== undefined && found !== null && found !== false) return found;
    if (performance.now() >= deadline) throw new Error(`not within ${withinMilliseconds} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
