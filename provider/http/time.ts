/** The next midnight in a time zone, in milliseconds UTC; days have 23 to 25 hours. */
export function endOfDay(at: number, timeZone: string): number {
  const day = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const today = day.format(at);
  let [before, after] = [at, at + 26 * 60 * 60_000];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (day.format(middle) === today) before = middle;
    else after = middle;
  }
  return after;
}
