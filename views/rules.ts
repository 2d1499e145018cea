import type { ScheduleText } from '../policies/facts.ts';
import type { Language, Moment, NamedConditions, NamedRule, UsedWith } from './model.ts';
import { isMidnight, sayClock, sayDate } from './moments.ts';
import { isLocalNetwork, oneLine, sayBrowser } from './said.ts';
import { sayInWhere } from './where.ts';
import { type Words, wordsFor } from './words/index.ts';
import { type Clock, readWeek, type WeekPeriod } from './words/week.ts';

/** « Autorisation : Julie Tremblay, avec un iPad (Safari), au CPE Les Papillons, jusqu’au 3 décembre 2026. » */
export function sayRule(rule: NamedRule, language: Language): string {
  const words = wordsFor(language).rules;
  return words.sentence(words.effects[rule.effect], partsOf(rule, language));
}

/** « Julie Tremblay, avec un iPad (Safari). »: where what it does stands beside it. */
export function sayTerms(rule: NamedRule, language: Language): string {
  const terms = wordsFor(language).rules.terms(partsOf(rule, language));
  return terms.charAt(0).toUpperCase() + terms.slice(1);
}

/** « Avec un iPad (Safari) », of a rule that says no more than with what. */
export function sayWithWhat(rule: NamedRule, language: Language): string {
  const what = withWhat(rule.conditions, language).join(', ');
  return what.charAt(0).toUpperCase() + what.slice(1);
}

function partsOf(rule: NamedRule, language: Language): readonly string[] {
  const words = wordsFor(language).rules;
  const { conditions } = rule;
  return [
    who(conditions, words),
    ...withWhat(conditions, language),
    ...fromWhere(conditions, language),
    ...(conditions.schedule === undefined ? [] : [saySchedule(conditions.schedule, language)]),
    ...(rule.validFrom === 'always' ? [] : [words.from(instant(rule.validFrom, language))]),
    ...(rule.validUntil === 'always' ? [] : [words.until(lastInstant(rule.validUntil, language))]),
  ];
}

function who({ person, role }: NamedConditions, words: Words['rules']): string {
  if (role === undefined) return person === undefined ? words.everyone : oneLine(person);
  const known: Readonly<Record<string, string>> = words.roles;
  const name = known[role] ?? oneLine(role);
  return person === undefined ? words.role(name) : words.personWithRole(oneLine(person), name);
}

function withWhat(conditions: NamedConditions, language: Language): readonly string[] {
  const { application, device, browser, deviceKind, browserFamily } = conditions;
  const words = wordsFor(language).rules;
  return [
    ...(application === undefined ? [] : [words.application(oneLine(application))]),
    ...(device === undefined ? [] : [words.device(oneLine(device))]),
    ...(browser === undefined ? [] : [oneBrowser(browser, language)]),
    ...(deviceKind === undefined && browserFamily === undefined
      ? []
      : [
          kindOf(
            { device: deviceKind ?? 'unknown', browser: browserFamily ?? 'unknown', model: 'unknown' },
            language,
          ),
        ]),
  ];
}

/** « avec un iPad (Safari) ». */
function oneBrowser(usedWith: UsedWith, language: Language): string {
  const { rules: words, devices } = wordsFor(language);
  const device = oneLine(devices.one(usedWith));
  const browser = oneLine(sayBrowser(usedWith, language));
  return browser === '' ? words.kind(device) : words.kindAndBrowser(device, browser);
}

/** Any browser of a kind: « avec le navigateur Safari » when the device does not matter. */
function kindOf(usedWith: UsedWith, language: Language): string {
  const words = wordsFor(language).rules;
  if (usedWith.device !== 'unknown') return oneBrowser(usedWith, language);
  return usedWith.browser === 'app' ? words.ownApp : words.browser(sayBrowser(usedWith, language));
}

function fromWhere(
  { place, network, region, country }: NamedConditions,
  language: Language,
): readonly string[] {
  return [
    ...(place === undefined ? [] : [sayInWhere({ kind: 'place', name: place }, language)]),
    ...(network === undefined ? [] : [onNetwork(oneLine(network), language)]),
    ...(region === undefined ? [] : [sayInWhere({ kind: 'region', region }, language)]),
    ...(country === undefined ? [] : [sayInWhere({ kind: 'country', country }, language)]),
  ];
}

function onNetwork(network: string, language: Language): string {
  const { rules, where } = wordsFor(language);
  return isLocalNetwork(network) ? where.onLocal : rules.network(network);
}

/** « du lundi au vendredi de 6 h 30 à 18 h »; what cannot be read is shown as it was written. */
export function saySchedule(schedule: ScheduleText, language: Language): string {
  const words = wordsFor(language).rules;
  const periods = readWeek(schedule);
  if (periods === 'unreadable') return words.unreadable(oneLine(schedule));
  return words.periods(periods.map((period) => sayPeriod(period, language)));
}

function sayPeriod({ runs, from, to }: WeekPeriod, language: Language): string {
  const { rules: words } = wordsFor(language);
  const [only, ...more] = runs;
  const everyDay = only?.first === 'mon' && only.last === 'sun' && more.length === 0;
  const overnight = to.hour * 60 + to.minute < from.hour * 60 + from.minute;
  const allDay = from.hour === 0 && from.minute === 0 && to.hour === 24;
  const end = sayTime(to, language);
  return words.period(
    everyDay ? words.everyDay : words.days(runs),
    allDay ? words.allDay : words.hours(sayTime(from, language), overnight ? words.nextDay(end) : end),
  );
}

function sayTime({ hour, minute }: Clock, language: Language): string {
  const { rules, moments } = wordsFor(language);
  return hour % 24 === 0 && minute === 0 ? rules.midnight : moments.clock(hour, minute);
}

/** A day that begins needs no hour. */
function instant(moment: Moment, language: Language): string {
  const date = sayDate(moment, language);
  if (isMidnight(moment)) return date;
  return wordsFor(language).rules.dateAndClock(date, sayClock(moment, language));
}

/** What ends at midnight lasts until the end of the day before. */
function lastInstant(moment: Moment, language: Language): string {
  return isMidnight(moment) ? sayDate({ ...moment, at: moment.at - 1 }, language) : instant(moment, language);
}
