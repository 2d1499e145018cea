import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { authorize, endedBy, type Movable, stillRefused, withdraw } from '../../policies/arrows.ts';
import { compile } from '../../policies/compile.ts';
import { decide } from '../../policies/decide.ts';
import type { Rule } from '../../policies/rules.ts';
import {
  allowing,
  centre,
  daycare,
  home,
  julie,
  julieAtWork,
  nadia,
  phone,
  refusing,
  ruleId,
  tablet,
} from './people.ts';

const test = suite('the arrows of « Une personne »');

const atWork = julieAtWork();
const atHome = julieAtWork({ network: home, places: { inside: [], perhaps: [] } });
/** Julie with the tablet of the room, seen at the centre and at home. */
const movable: Movable = { userId: julie, browserId: tablet, hasKey: true, seen: [atWork, atHome] };
const without: Movable = {
  ...movable,
  hasKey: false,
  seen: [atWork, atHome, atWork].map((facts) => ({ ...facts, proof: 'unproven' })),
};
const compiled = (...rules: readonly Rule[]) => compile(rules, 17);

const always = { validFrom: 'always', validUntil: 'always' } as const;
const authorized = { effect: 'allow', conditions: { userId: julie, browserId: tablet }, ...always } as const;
const refused = { effect: 'deny', conditions: { userId: julie, browserId: tablet }, ...always } as const;

test('the right arrow authorizes Julie with a tablet that has a key from anywhere', () => {
  assert.equal(authorize(movable, compiled()), [authorized]);
});

test('and so too where only one of the places she was seen at lets her in', () => {
  assert.equal(authorize(movable, compiled(allowing({ placeId: centre }))), [authorized]);
});

test('it writes nothing where she is let in already', () => {
  assert.equal(authorize(movable, compiled(allowing({ userId: julie }))), []);
});

test('a tablet without a key is authorized on each network it was seen on, once', () => {
  const on = (network: typeof home) => ({
    ...authorized,
    conditions: { ...authorized.conditions, network },
  });
  assert.equal(authorize(without, compiled()), [on(daycare), on(home)]);
});

test('nobody is authorized on a network that could not be seen', () => {
  const hidden: Movable = { ...without, seen: [julieAtWork({ network: 'unknown', proof: 'unproven' })] };
  assert.equal(authorize(hidden, compiled()), []);
});

test('after the right arrow she enters wherever she was seen, with a key or without', () => {
  for (const moved of [movable, without]) {
    const rules = authorize(moved, compiled()).map((terms, at) => ({ id: ruleId(`${at}`), ...terms }));
    const outcomes = moved.seen.map((facts) => decide(facts, compiled(...rules)).outcome);
    assert.ok(outcomes.every((outcome) => outcome === 'allow'));
  }
});

test('the left arrow writes nothing where nothing broader lets her in', () => {
  assert.equal(withdraw(movable, compiled()), []);
  assert.equal(withdraw(movable, compiled(refusing({}), allowing({ userId: julie }))), []);
});

test('where something broader still does, at one place only, it refuses her with this tablet', () => {
  assert.equal(withdraw(movable, compiled(allowing({ placeId: centre }))), [refused]);
});

/** Rules of this person and browser, and of others that look like it. */
const rules: readonly Rule[] = [
  allowing({ userId: julie, browserId: tablet }, { id: 'hers' }),
  allowing({ userId: julie, browserId: tablet, network: home }, { id: 'hers at home' }),
  refusing({ userId: julie, browserId: tablet }, { id: 'her refusal' }),
  allowing({ userId: julie }, { id: 'Julie' }),
  refusing({ userId: julie }, { id: 'not Julie' }),
  allowing({ browserId: tablet }, { id: 'the tablet' }),
  refusing({ browserId: tablet }, { id: 'not the tablet' }),
  allowing({ userId: nadia, browserId: tablet }, { id: 'nadia’s' }),
  refusing({ userId: julie, browserId: phone }, { id: 'not her phone' }),
  allowing({}, { id: 'everyone' }),
];

test('the right arrow ends the refusals of this person with this browser, and no other', () => {
  assert.equal(endedBy('authorize', rules, [movable]), ['her refusal']);
});

test('the left arrow ends the authorizations of this person with this browser, and no other', () => {
  assert.equal(endedBy('withdraw', rules, [movable]), ['hers', 'hers at home']);
});

test('several are moved at once, in their order', () => {
  const nadias: Movable = { ...movable, userId: nadia };
  assert.equal(endedBy('withdraw', rules, [nadias, movable]), ['nadia’s', 'hers', 'hers at home']);
  assert.equal(endedBy('authorize', rules, []), []);
});

test('whom something broader still refuses, at one place only, is told', () => {
  const nadias: Movable = { ...movable, userId: nadia, seen: [julieAtWork({ userId: nadia })] };
  const refusal = refusing({ userId: julie, network: home });
  assert.equal(stillRefused([nadias, movable], compiled(refusal)), [movable]);
  assert.equal(stillRefused([nadias, movable], compiled()), []);
});

test.run();
