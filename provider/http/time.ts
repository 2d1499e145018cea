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

/** The midnight that began this day in a time zone. */
export function startOfDay(at: number, timeZone: string): number {
  const today = dateOf(at, timeZone);
  let [before, after] = [at - 26 * 60 * 60_000, at];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dateOf(middle, timeZone) === today) after = middle;
    else before = middle;
  }
  return after;
}

/** `2026-11-25`, as a date field writes it (HTML, section 2.3.5.2), on the clock of a time zone. */
export const dateOf = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    at,
  );

/** The midnight that ends a date of a date field, in milliseconds UTC; none when it is no date. */
export function endOfDate(date: string, timeZone: string): number | 'none' {
  const noon = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T12:00:00Z`) : Number.NaN;
  if (Number.isNaN(noon)) return 'none';
  // Noon in Greenwich is that day almost everywhere; one step back or forward reaches it elsewhere.
  const within = [noon, noon - 12 * 60 * 60_000, noon + 12 * 60 * 60_000].find(
    (at) => dateOf(at, timeZone) === date,
  );
  return within === undefined ? 'none' : endOfDay(within, timeZone);
}
