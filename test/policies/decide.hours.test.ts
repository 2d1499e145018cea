import { suite } from 'uvu';
import { allowing, hours, julie, refusing } from './people.ts';
import { type Sentence, tell } from './sentences.ts';

const test = suite('rules by the clock on the wall of the centre');

/** In 2026 Montréal springs forward on March 8 at 2:00 (7:00 UTC) and falls back on November 1 at 2:00 (6:00 UTC). */
const spring = (hour: number, minute: number) => ({ at: Date.UTC(2026, 2, 8, hour, minute) });
const fall = (hour: number, minute: number) => ({ at: Date.UTC(2026, 10, 1, hour, minute) });

const during = (schedule: string) => [allowing({ userId: julie, schedule: hours(schedule) })];
const enters = 'allow authorized';
const waits = 'ask not-authorized';

const sentences: readonly Sentence[] = [
  [
    'the night shift enters before midnight',
    enters,
    { at: Date.UTC(2026, 2, 4, 4, 59) },
    during('tue 22:00-06:00'),
  ],
  ['and after it', enters, { at: Date.UTC(2026, 2, 4, 10, 59) }, during('tue 22:00-06:00')],
  ['not once it is over', waits, { at: Date.UTC(2026, 2, 4, 11, 0) }, during('tue 22:00-06:00')],
  [
    'nor on the morning that its Tuesday begins with',
    waits,
    { at: Date.UTC(2026, 2, 3, 6, 0) },
    during('tue 22:00-06:00'),
  ],
  ['a shift from Sunday to Monday', enters, { at: Date.UTC(2026, 2, 9, 9, 59) }, during('sun 22:00-06:00')],

  ['in spring, 1:59 is still before two', enters, spring(6, 59), during('sun 00:00-02:00')],
  ['a minute later it is three', enters, spring(7, 0), during('sun 03:00-04:00')],
  ['the hour that is missing lets nobody in before', waits, spring(6, 59), during('sun 02:00-03:00')],
  ['nor after', waits, spring(7, 0), during('sun 02:00-03:00')],
  ['a night shift goes on through it', enters, spring(7, 0), during('sat 22:00-06:00')],
  ['and ends at six by the new time', enters, spring(9, 59), during('sat 22:00-06:00')],
  ['to the minute', waits, spring(10, 0), during('sat 22:00-06:00')],

  ['in fall, half past one comes once', enters, fall(5, 30), during('sun 01:00-02:00')],
  ['and once more', enters, fall(6, 30), during('sun 01:00-02:00')],
  ['two o’clock comes once', waits, fall(7, 0), during('sun 01:00-02:00')],
  ['a night shift goes on through both', enters, fall(6, 30), during('sat 22:00-06:00')],
  ['and ends at six by the old time', enters, fall(10, 59), during('sat 22:00-06:00')],
  ['to the minute again', waits, fall(11, 0), during('sat 22:00-06:00')],

  [
    'a refusal outside of hours holds in the hour that comes twice',
    'deny refused',
    fall(6, 30),
    [allowing({ userId: julie }), refusing({ schedule: hours('sun 01:00-02:00') })],
  ],
];

tell(test, sentences);

test.run();
