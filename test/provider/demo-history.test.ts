import { suite } from 'uvu';
import { equal, ok } from 'uvu/assert';
import { timeZone } from '../../provider/demo/data.ts';
import { type Arrival, arrivalsUntil, closingBefore } from '../../provider/demo/history.ts';

const history = suite('the month behind the demonstration');

const local = new Intl.DateTimeFormat('en-CA', {
  timeZone,
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const clock = (at: number) => {
  const parts = new Map(local.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    weekday: parts.get('weekday') ?? '',
    minutes: Number(parts.get('hour')) * 60 + Number(parts.get('minute')),
  };
};
const atACentre = ({ network }: Arrival): boolean => ['longueuil', 'brossard', 'rosemont'].includes(network);

/** A Sunday, both nights when the clocks change, a night, a morning before opening, and a leap day. */
const instants = [
  '2026-11-22T08:00-05:00',
  '2026-11-05T12:00-05:00',
  '2026-03-12T17:59-04:00',
  '2027-01-01T00:00-05:00',
  '2027-06-14T06:29-04:00',
  '2028-02-29T23:59-05:00',
].map((text) => Date.parse(text));

for (const now of instants) {
  const about = new Date(now).toISOString();
  const arrivals = arrivalsUntil(now, timeZone);

  history(`is the same each time, ${about}`, () => {
    equal(arrivalsUntil(now, timeZone), arrivals);
  });

  history(`is past, in order, and a month long, ${about}`, () => {
    ok(arrivals.every(({ at }, index) => at < now && at >= (arrivals[index - 1]?.at ?? 0)));
    const days = ((arrivals.at(-1)?.at ?? 0) - (arrivals[0]?.at ?? 0)) / 86_400_000;
    ok(days >= 25, `${days} days`);
  });

  history(`has people at a centre on weekdays only, between 6:30 and 18:00, ${about}`, () => {
    for (const arrival of arrivals.filter(atACentre)) {
      const { weekday, minutes } = clock(arrival.at);
      ok(weekday !== 'Sat' && weekday !== 'Sun', `${arrival.email} on ${weekday}`);
      ok(minutes >= 6 * 60 + 30 && minutes < 18 * 60, `${arrival.email} at ${minutes} minutes`);
    }
  });

  history(`has some evenings from home, ${about}`, () => {
    ok(
      arrivals.some(
        ({ at, email }) => email === 'sylvie.gagnon@papillons.test' && clock(at).minutes > 19 * 60,
      ),
    );
  });

  history(`has the padlock closed on a weekday, within the last two weeks, ${about}`, () => {
    const closing = closingBefore(now, timeZone);
    ok(now - closing > 7 * 86_400_000 && now - closing < 14 * 86_400_000);
    ok(!clock(closing).weekday.startsWith('S'));
  });
}

history.run();
