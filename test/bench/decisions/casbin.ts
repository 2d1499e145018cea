import { newEnforcer, newModelFromString, StringAdapter } from 'casbin';
import type { Outcome } from '../../../policies/decision.ts';
import type { SignInFacts } from '../../../policies/facts.ts';
import type { Rule } from '../../../policies/rules.ts';
import type { Load } from './engine.ts';
import { addressOf, clockOf, demandsProof, type Hours, hoursOf, isRange } from './translation.ts';

// Attributes in, with the documented effect in which a refusal wins. One policy a rule, a column a condition, an empty
// one for what a rule does not ask; the request is one object, which casbin copies faster than sixteen words; what
// tells most is compared first. Refusals stand first, since one that matches ends the search.
// Casbin evaluates the matcher for every policy at each call.

const columns = [
  'user',
  'browser',
  'place',
  'network',
  'role',
  'device',
  'region',
  'country',
  'kind',
  'family',
  'application',
  'proof',
  'begin',
  'end',
  'hours',
  'range',
  'eft',
] as const;
type Row = Readonly<Record<(typeof columns)[number], string>>;

const same = (column: string) => `(p.${column} == "" || p.${column} == r.request.${column})`;
/** Casbin binds `in` as loosely as `||`, and takes what stands behind a space and a bracket for a list. */
const among = (column: string, list: string) => `(p.${column} == "" ||(p.${column} in r.request.${list}))`;

const matcher = [
  same('user'),
  same('browser'),
  among('place', 'places'),
  same('network'),
  among('role', 'roles'),
  same('device'),
  same('region'),
  same('country'),
  same('kind'),
  same('family'),
  same('application'),
  same('proof'),
  '(p.begin == "" || r.request.at >= p.begin)',
  '(p.end == "" || r.request.at < p.end)',
  '(p.hours == "" || within(p.hours, r.request.day, r.request.minute))',
  '(p.range == "" || ipMatch(r.request.address, p.range))',
]
  // Without spaces, for the same reason.
  .join('&&');

const model = `
[request_definition]
r = request

[policy_definition]
p = ${columns.join(', ')}

[policy_effect]
e = some(where (p.eft == allow)) && !some(where (p.eft == deny))

[matchers]
m = ${matcher}
`;

export const load: Load = async (rules) => {
  const inOrder = rules.toSorted((one, other) => other.effect.localeCompare(one.effect)).map(rowOf);
  const lines = inOrder.map((row) => ['p', ...columns.map((column) => row[column])].join(', '));
  const enforcer = await newEnforcer(newModelFromString(model), new StringAdapter(lines.join('\n')));
  // What the adapter was made of would otherwise be counted as memory of the rules.
  enforcer.setAdapter(new StringAdapter(''));
  await enforcer.addFunction('within', createWithin());
  return {
    prepare: (facts) => {
      const request = requestOf(facts);
      return () => outcomeOf(enforcer.enforceExSync(request));
    },
  };
};

/** What no policy allows is a question; a refusal tells the policy that made it. */
function outcomeOf([allowed, because]: [boolean, string[]]): Outcome {
  if (allowed) return 'allow';
  return because.length > 0 ? 'deny' : 'ask';
}

/** Reads each schedule once. */
function createWithin() {
  const known = new Map<string, Hours>();
  return (schedule: string, day: number, minute: number): boolean => {
    const hours = known.get(schedule) ?? hoursOf(schedule);
    known.set(schedule, hours);
    return hours.from <= minute && minute < hours.until && hours.days.includes(day);
  };
}

function rowOf(rule: Rule): Row {
  const { conditions, validFrom, validUntil, effect } = rule;
  const { network = '' } = conditions;
  return {
    user: conditions.userId ?? '',
    browser: conditions.browserId ?? '',
    place: conditions.placeId ?? '',
    network: isRange(network) ? '' : network,
    role: conditions.role ?? '',
    device: conditions.deviceId ?? '',
    region: conditions.region ?? '',
    country: conditions.country ?? '',
    kind: conditions.deviceKind ?? '',
    family: conditions.browserFamily ?? '',
    application: conditions.applicationId ?? '',
    proof: demandsProof(rule) ? 'proven' : '',
    begin: validFrom === 'always' ? '' : String(validFrom),
    end: validUntil === 'always' ? '' : String(validUntil),
    hours: conditions.schedule ?? '',
    range: isRange(network) ? network : '',
    eft: effect,
  };
}

const requestOf = (facts: SignInFacts) => ({
  ...clockOf(facts),
  at: facts.at,
  user: facts.userId,
  roles: facts.membership === 'none' ? [] : facts.membership.roles,
  application: facts.application.id,
  browser: facts.browserId,
  device: facts.device.id,
  kind: facts.device.kind,
  family: facts.browserFamily,
  places: facts.places === 'unknown' ? [] : facts.places.inside,
  network: facts.network,
  address: addressOf(facts),
  region: facts.region,
  country: facts.country,
  proof: facts.proof,
});
