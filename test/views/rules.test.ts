import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Reason } from '../../policies/decision.ts';
import type { RuleId, ScheduleText } from '../../policies/facts.ts';
import type { UnmetCondition } from '../../policies/rules.ts';
import { scheduleText } from '../../policies/schedules.ts';
import { sayDecision, sayRule, sayWhyNot } from '../../views/index.ts';
import type { Moment, NamedConditions, NamedRule } from '../../views/model.ts';
import { plain } from './markup.ts';
import { languages } from './samples.ts';

// The brands of ids exist in types only.
const ruleId = 'r1' as RuleId;
const inMontreal = (at: number): Moment => ({
  at,
  now: Date.UTC(2026, 10, 23, 11, 49),
  timeZone: 'America/Toronto',
});
const midnight = inMontreal(Date.UTC(2026, 11, 4, 5));
const iPad = { device: 'tablet', browser: 'safari', model: 'iPad' } as const;

function said(conditions: NamedConditions, changes: Partial<NamedRule> = {}): string {
  return plain(
    sayRule({ effect: 'allow', conditions, validFrom: 'always', validUntil: 'always', ...changes }, 'fr'),
  );
}
function saidInEnglish(conditions: NamedConditions, changes: Partial<NamedRule> = {}): string {
  return plain(
    sayRule({ effect: 'allow', conditions, validFrom: 'always', validUntil: 'always', ...changes }, 'en'),
  );
}

test('Sylvie reads a rule as one sentence: who, with what, where, when, until when', () => {
  const rule = {
    person: 'Julie Tremblay',
    browser: iPad,
    place: 'CPE Les Papillons',
    schedule: 'mon-fri 06:30-18:00' as ScheduleText,
  };
  assert.is(
    said(rule, { validUntil: midnight }),
    'Autorisation : Julie Tremblay, avec un iPad (Safari), au CPE Les Papillons, du lundi au vendredi de 6 h 30 à 18 h, jusqu’au 3 décembre 2026.',
  );
  assert.is(
    saidInEnglish(rule, { validUntil: midnight }),
    'Authorization: Julie Tremblay, with an iPad (Safari), at CPE Les Papillons, Monday to Friday from 6:30 a.m. to 6:00 p.m., until December 3, 2026.',
  );
});

test('A rule without conditions is about everyone', () => {
  assert.is(said({}), 'Autorisation : tout le monde.');
  assert.is(said({ deviceKind: 'phone' }, { effect: 'deny' }), 'Refus : tout le monde, avec un téléphone.');
});

test('Each condition has its words', () => {
  for (const [conditions, words] of [
    [{ role: 'administration' }, 'toute personne qui a le rôle Administration'],
    [{ role: 'remplaçante' }, 'toute personne qui a le rôle remplaçante'],
    [{ person: 'Marc Roy', role: 'administration' }, 'Marc Roy (rôle Administration)'],
    [{ application: 'Amisgest SDG' }, 'tout le monde, dans Amisgest SDG'],
    [{ device: 'iPad des Coccinelles' }, 'tout le monde, avec l’appareil « iPad des Coccinelles »'],
    [{ browserFamily: 'safari' }, 'tout le monde, avec le navigateur Safari'],
    [{ browserFamily: 'app' }, 'tout le monde, avec l’application Amisgest'],
    [
      { deviceKind: 'tablet', browserFamily: 'samsung' },
      'tout le monde, avec une tablette (Samsung Internet)',
    ],
    [{ network: '24.48.0.0/24' }, 'tout le monde, sur le réseau 24.48.0.0/24'],
    [{ network: '192.168.0.7' }, 'tout le monde, sur le réseau local'],
    [{ region: 'Québec', country: 'CA' }, 'tout le monde, au Québec, au Canada'],
  ] as const satisfies readonly (readonly [NamedConditions, string])[])
    assert.is(said(conditions), `Autorisation : ${words}.`);
});

test('Julie who is refused for a quarter of an hour reads the minute when it ends', () => {
  assert.is(
    said({ person: 'Julie' }, { effect: 'deny', validUntil: inMontreal(Date.UTC(2026, 10, 23, 12, 4)) }),
    'Refus : Julie, jusqu’au 23 novembre 2026 à 7 h 04.',
  );
  assert.is(
    said({}, { validFrom: inMontreal(Date.UTC(2026, 11, 1, 5)) }),
    'Autorisation : tout le monde, à partir du 1er décembre 2026.',
  );
  assert.is(
    saidInEnglish({}, { validUntil: inMontreal(Date.UTC(2026, 10, 23, 12, 4)) }),
    'Authorization: everyone, until November 23, 2026 at 7:04 a.m.',
  );
});

test('Hours of the week are told as people tell them', () => {
  for (const [schedule, french, english] of [
    ['mon-sun 00:00-24:00', 'tous les jours toute la journée', 'every day all day'],
    [
      'sat,sun 08:00-12:00',
      'le samedi et le dimanche de 8 h à 12 h',
      'on Saturday and on Sunday from 8:00 a.m. to 12:00 p.m.',
    ],
    [
      'fri 22:00-06:00',
      'le vendredi de 22 h à 6 h le lendemain',
      'on Friday from 10:00 p.m. to 6:00 a.m. the next day',
    ],
    ['mon 18:00-24:00', 'le lundi de 18 h à minuit', 'on Monday from 6:00 p.m. to midnight'],
    [
      'mon-thu,sun 06:30-18:00; fri 06:30-12:00',
      'du lundi au jeudi et le dimanche de 6 h 30 à 18 h et le vendredi de 6 h 30 à 12 h',
      'Monday to Thursday and on Sunday from 6:30 a.m. to 6:00 p.m. and on Friday from 6:30 a.m. to 12:00 p.m.',
    ],
    ['mon 25', 'à l’horaire « mon 25 »', 'at the hours “mon 25”'],
  ] as const) {
    assert.is(said({ schedule: schedule as ScheduleText }), `Autorisation : tout le monde, ${french}.`);
    const words = saidInEnglish({ schedule: schedule as ScheduleText });
    assert.is(words, `Authorization: everyone, ${english}.`.replace(/\.\.$/, '.'));
  }
});

test('Every schedule as it is stored can be read', () => {
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
  for (let chosen = 1; chosen < 128; chosen += 1) {
    const text = scheduleText([
      { days: days.filter((_, day) => (chosen >> day) % 2 === 1), from: '06:30', to: '24:00' },
    ]);
    assert.not.match(said({ schedule: text as ScheduleText }), /horaire/, text);
  }
});

test('Sylvie reads what was decided, and why', () => {
  assert.is(
    plain(sayDecision('ask', [{ kind: 'impossible-travel', kilometers: 540, hours: 0.9 }], 'fr')),
    'Autorisation demandée. À 540 km de sa dernière connexion, 54 min plus tôt.',
  );
  const doubt: Reason = { kind: 'refusal-undecided', ruleId, unknown: 'network' };
  assert.is(
    plain(sayDecision('ask', [doubt], 'fr')),
    'Autorisation demandée. Un refus pourrait s’appliquer. On ne sait pas d’où vient la connexion.',
  );
  assert.is(sayDecision('deny', [{ kind: 'refused', ruleId }], 'en'), 'Sign-in refused. A refusal applies.');
  assert.is(
    sayDecision('allow', [{ kind: 'padlock-open' }], 'fr'),
    'Connexion autorisée. Le cadenas est ouvert.',
  );
});

test('Sylvie reads why a rule did not decide', () => {
  assert.is(sayWhyNot('deviceId', 'different', 'fr'), 'L’appareil n’est pas celui de cette règle.');
  assert.is(sayWhyNot('network', 'unknown', 'fr'), 'On ne sait pas d’où vient la connexion.');
  assert.is(sayWhyNot('outranked', 'none', 'fr'), 'Elle s’appliquait, mais autre chose a décidé.');
  const unmet =
    'userId role applicationId deviceId browserId deviceKind browserFamily placeId network region country schedule validFrom validUntil proof';
  for (const language of languages)
    for (const one of unmet.split(' ') as UnmetCondition[])
      assert.is.not(sayWhyNot(one, 'different', language), sayWhyNot(one, 'unknown', language), one);
});

test('A rule about somebody whose name has line breaks stays on its line', () => {
  assert.is(said({ person: 'Julie\r\nRefus' }), 'Autorisation : Julie Refus.');
});

test.run();
