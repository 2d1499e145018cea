/** A date and a time of day as form fields write them (HTML, section 2.3.5), on the clock of a time zone. */
export interface LocalTime {
  /** `2026-11-25` */
  readonly date: string;
  /** `06:45`, or empty: the day as a whole. */
  readonly time: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(timeZone, format);
  return format;
}

/** What the clock on the wall shows at an instant, to the minute. */
export function localTimeOf(at: number, timeZone: string): LocalTime {
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return {
    date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** As if the clock were Greenwich's. */
function asGreenwich({ date, time }: LocalTime): number | 'none' {
  const at = Date.parse(`${date}T${time}:00Z`);
  const isReal = !Number.isNaN(at) && new Date(at).toISOString().startsWith(`${date}T${time}`);
  return isReal ? at : 'none';
}

/**
 * The instant, in milliseconds UTC; none for what is no date or time. Of an hour that is doubled in autumn the first,
 * of one that is missing in spring what the clock shows once it was put forward.
 */
export function instantOf({ date, time }: LocalTime, timeZone: string): number | 'none' {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time)) return 'none';
  const wanted = asGreenwich({ date, time });
  if (wanted === 'none') return 'none';
  const offsetAt = (at: number): number => {
    const shown = asGreenwich(localTimeOf(at, timeZone));
    return shown === 'none' ? 0 : shown - Math.floor(at / minute) * minute;
  };
  const [before, after] = [offsetAt(wanted - day), offsetAt(wanted + day)];
  const candidates = [wanted - before, wanted - after].toSorted((one, other) => one - other);
  return candidates.find((at) => at + offsetAt(at) === wanted) ?? wanted - before;
}

/** The day after, by the calendar. */
export function nextDay(date: string): string | 'none' {
  const at = asGreenwich({ date, time: '12:00' });
  return at === 'none' ? 'none' : new Date(at + day).toISOString().slice(0, 10);
}

export function dayBefore(date: string): string | 'none' {
  const at = asGreenwich({ date, time: '12:00' });
  return at === 'none' ? 'none' : new Date(at - day).toISOString().slice(0, 10);
}
