import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compile } from '../../policies/compile.ts';
import type { MembershipFacts, Network, PlaceId, UserId } from '../../policies/facts.ts';
import {
  type Area,
  authorizeThere,
  canMove,
  endedThere,
  everyoneAt,
  everyoneRules,
  isSameArea,
  sideOf,
  standingAt,
  type Visitor,
  withdrawThere,
} from '../../policies/place-arrows.ts';
import type { Rule } from '../../policies/rules.ts';
import {
  allowing,
  centre,
  daycare,
  educator,
  home,
  hours,
  julie,
  julieAtWork,
  nadia,
  network,
  phone,
  place,
  quebec,
  range,
  refusing,
  reglages,
  ruleId,
  tablet,
  tabletOfTheRoom,
} from './people.ts';

const test = suite('the arrows of « Tous les endroits »');

const compiled = (...rules: readonly Rule[]) => compile(rules, 17);
const always = { validFrom: 'always', validUntil: 'always' } as const;
const atTheCentre: Area = { kind: 'place', placeId: centre };
const atHome: Area = { kind: 'network', network: home };
/** The centre has two lines. */
const otherLine = network('198.51.100.8');
const areaOf = (one: Network): Area =>
  one === daycare || one === otherLine ? atTheCentre : { kind: 'network', network: one };

const tabletThere = julieAtWork();
const phoneThere = julieAtWork({ browserId: phone, proof: 'unproven' });
const julieThere: Visitor = { userId: julie, area: atTheCentre, seen: [tabletThere, phoneThere] };
const homeFacts = julieAtWork({ network: home, places: { inside: [], perhaps: [] } });
const julieHome: Visitor = { userId: julie, area: atHome, seen: [homeFacts] };
const nadiaThere: Visitor = { userId: nadia, area: atTheCentre, seen: [julieAtWork({ userId: nadia })] };
const withAccess = (access: MembershipFacts['access']) =>
  julieAtWork({ membership: { ...educator, access } });

const atCentre = (effect: 'allow' | 'deny', userId: UserId = julie, placeId: PlaceId = centre) =>
  ({ effect, conditions: { userId, placeId }, ...always }) as const;

test('Julie waits there, is let in, or is refused: the strictest of all that she used there counts', () => {
  assert.is(standingAt(julieThere, compiled()), 'waits');
  assert.is(standingAt(julieThere, compiled(allowing({ userId: julie, placeId: centre }))), 'let-in');
  const tabletOnly = allowing({ userId: julie, browserId: tablet });
  assert.is(standingAt(julieThere, compiled(tabletOnly)), 'waits', 'her phone is not authorized');
  assert.is(
    standingAt(julieThere, compiled(tabletOnly, refusing({ browserId: phone }, { id: 'b' }))),
    'refused',
  );
});

test('what no rule changes is left apart: a stolen tablet, an application without the role, an access withdrawn', () => {
  const everyone = compiled(allowing({ placeId: centre }));
  const stolen = julieAtWork({ device: { ...tabletOfTheRoom, status: 'stolen' } });
  const console = julieAtWork({ application: reglages });
  for (const facts of [stolen, console, withAccess('never')])
    assert.is(standingAt({ ...julieThere, seen: [facts] }, everyone), 'apart');
  assert.is(standingAt({ ...julieThere, seen: [stolen, tabletThere] }, everyone), 'let-in');
  assert.is(standingAt({ ...julieThere, seen: [stolen, tabletThere] }, compiled()), 'waits');
  assert.is(standingAt({ ...julieThere, seen: [] }, everyone), 'apart');
});

test('full access is told from an authorization', () => {
  assert.is(standingAt({ ...julieThere, seen: [withAccess('always')] }, compiled()), 'always');
});

test('a line is authorized when everyone on it is let in', () => {
  assert.is(sideOf(['let-in', 'let-in']), 'authorized');
  assert.is(sideOf(['let-in', 'apart', 'always']), 'authorized');
  assert.is(sideOf(['always']), 'authorized');
  assert.is(sideOf(['let-in', 'waits']), 'not-authorized');
  assert.is(sideOf(['let-in', 'refused']), 'not-authorized');
  assert.is(sideOf(['apart']), 'not-authorized');
  assert.is(sideOf([]), 'not-authorized');
});

test('arrows move whom rules decide about', () => {
  const moved = (arrow: 'authorize' | 'withdraw') =>
    (['refused', 'waits', 'let-in', 'always', 'apart'] as const).filter((one) => canMove(arrow, one));
  assert.equal(moved('authorize'), ['refused', 'waits']);
  assert.equal(moved('withdraw'), ['refused', 'waits', 'let-in']);
});

test('the right arrow authorizes Julie at the centre with anything, and at home on its network', () => {
  assert.equal(authorizeThere(julieThere, compiled()), [atCentre('allow')]);
  assert.equal(authorizeThere(julieHome, compiled()), [
    { effect: 'allow', conditions: { userId: julie, network: home }, ...always },
  ]);
});

test('it writes nothing for whom is let in already, and nothing for what no rule changes', () => {
  assert.equal(authorizeThere(julieThere, compiled(allowing({ placeId: centre }))), []);
  assert.equal(authorizeThere({ ...julieThere, seen: [withAccess('never')] }, compiled()), []);
  assert.equal(authorizeThere({ ...julieThere, seen: [withAccess('always')] }, compiled()), []);
});

test('after it she enters there with her tablet, and with her phone that shows no key', () => {
  for (const visitor of [julieThere, julieHome]) {
    const rules = authorizeThere(visitor, compiled()).map((terms) => ({ id: ruleId('new'), ...terms }));
    assert.is(standingAt(visitor, compiled(...rules)), 'let-in');
  }
});

test('a broader refusal wins over what the right arrow writes', () => {
  const broader = refusing({ deviceKind: 'tablet' });
  assert.equal(authorizeThere(julieThere, compiled(broader)), [atCentre('allow')]);
  const after = compiled(broader, allowing({ userId: julie, placeId: centre }));
  assert.is(standingAt(julieThere, after), 'refused');
});

test('the left arrow writes nothing where nothing else lets her in', () => {
  assert.equal(withdrawThere(julieThere, compiled()), []);
  assert.equal(withdrawThere(julieThere, compiled(allowing({ userId: nadia }))), []);
  assert.equal(withdrawThere({ ...julieThere, seen: [withAccess('always')] }, compiled()), []);
});

test('where something broader still does, be it for her tablet only, it refuses her there', () => {
  const region = compiled(allowing({ userId: julie, browserId: tablet, region: quebec }));
  assert.equal(withdrawThere(julieThere, region), [atCentre('deny')]);
  assert.equal(withdrawThere(julieHome, region), [
    { effect: 'deny', conditions: { userId: julie, network: home }, ...always },
  ]);
});

test('after the left arrow she enters there with nothing, and elsewhere as before', () => {
  const broad = [allowing({ userId: julie })];
  const written = withdrawThere(julieThere, compiled(...broad)).map((terms) => ({
    id: ruleId('new'),
    ...terms,
  }));
  const after = compiled(...broad, ...written);
  assert.is(standingAt(julieThere, after), 'refused');
  assert.is(standingAt(julieHome, after), 'let-in');
});

/** Rules about Julie at the centre, and others that look like it. */
const rules: readonly Rule[] = [
  allowing({ userId: julie, placeId: centre }, { id: 'a there' }),
  allowing({ userId: julie, placeId: centre, browserId: tablet }, { id: 'b there, tablet' }),
  allowing({ userId: julie, network: otherLine }, { id: 'c a line of there' }),
  allowing({ userId: julie, placeId: centre, schedule: hours('mon-fri 06:30-18:00') }, { id: 'd hours' }),
  allowing({ userId: julie, network: range('198.51.100.0/24') }, { id: 'e the whole street' }),
  allowing({ userId: julie, network: home }, { id: 'f home' }),
  allowing({ userId: julie, placeId: place('another') }, { id: 'g another place' }),
  allowing({ userId: julie, region: quebec }, { id: 'h Québec' }),
  allowing({ userId: julie }, { id: 'i anywhere' }),
  allowing({ userId: nadia, placeId: centre }, { id: 'j Nadia’s' }),
  allowing({ placeId: centre }, { id: 'k everyone there' }),
  refusing({ userId: julie, placeId: centre }, { id: 'l not there' }),
  refusing({ userId: julie, placeId: centre, browserId: phone }, { id: 'm not her phone there' }),
  refusing({ userId: julie, placeId: centre, browserId: 'unseen' as typeof phone }, { id: 'n not another' }),
  refusing({ userId: julie, browserId: tablet }, { id: 'o not this tablet' }),
  refusing({ placeId: centre }, { id: 'p nobody there' }),
];

test('the left arrow ends the authorizations of Julie there, with whatever, and none that reaches further', () => {
  assert.equal(endedThere('withdraw', compiled(...rules), [julieThere], areaOf), [
    'a there',
    'b there, tablet',
    'c a line of there',
    'd hours',
  ]);
  assert.equal(endedThere('withdraw', compiled(...rules), [julieHome], areaOf), ['f home']);
});

test('the right arrow lifts the refusals of Julie there of what she used there', () => {
  assert.equal(endedThere('authorize', compiled(...rules), [julieThere], areaOf), [
    'l not there',
    'm not her phone there',
  ]);
});

test('several people are moved at once; a network that cannot be read is none', () => {
  const unreadable = allowing({ userId: julie, network: network('nowhere') }, { id: 'z' });
  const all = compiled(...rules, unreadable);
  assert.equal(endedThere('withdraw', all, [nadiaThere, julieHome], areaOf), ['j Nadia’s', 'f home']);
  assert.equal(endedThere('withdraw', all, [], areaOf), []);
});

test('« Tout le monde ici » is a rule that names the place and nothing else', () => {
  assert.equal(everyoneAt(centre), { effect: 'allow', conditions: { placeId: centre }, ...always });
  assert.equal(everyoneRules(compiled(...rules), centre), ['k everyone there']);
  const until = allowing({ placeId: centre }, { id: 'until', validUntil: 1 });
  assert.equal(everyoneRules(compiled(until, refusing({ placeId: centre })), centre), []);
});

test('an area is itself, and no other', () => {
  assert.ok(isSameArea(atTheCentre, { kind: 'place', placeId: centre }));
  assert.not.ok(isSameArea(atTheCentre, atHome));
});

test.run();
