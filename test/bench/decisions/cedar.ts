import {
  type AuthorizationAnswer,
  type EntityJson,
  preparsePolicySet,
  type StatefulAuthorizationCall,
  statefulIsAuthorized,
} from '@cedar-policy/cedar-wasm/nodejs';
import type { Outcome } from '../../../policies/decision.ts';
import type { SignInFacts } from '../../../policies/facts.ts';
import type { Rule } from '../../../policies/rules.ts';
import type { Load } from './engine.ts';
import { addressOf, clockOf, demandsProof, hoursOf, isRange } from './translation.ts';

// One policy a rule, with what tells most in its scope: the person or her role is the principal, the application
// the action, the browser the resource, which is in its device, kind and family. The set is parsed once and kept by
// Cedar; a call hands over two small entities. Texts load faster than JSON, and static policies are decided on as fast
// as links of a template. Cedar evaluates every policy of the set at each call.

const setName = 'rules';

export const load: Load = async (rules) => {
  const staticPolicies = Object.fromEntries(rules.map((rule) => [rule.id, policyOf(rule)]));
  const parsed = preparsePolicySet(setName, { staticPolicies });
  if (parsed.type === 'failure') throw new Error(parsed.errors[0]?.message ?? 'a policy cannot be parsed');
  return {
    prepare: (facts) => {
      const call = callOf(facts);
      return () => outcomeOf(statefulIsAuthorized(call));
    },
  };
};

/** What nothing permits is a question; what something forbids is a refusal. */
function outcomeOf(answer: AuthorizationAnswer): Outcome {
  if (answer.type === 'failure') throw new Error(answer.errors[0]?.message ?? 'a call failed');
  const { decision, diagnostics } = answer.response;
  if (diagnostics.errors.length > 0) throw new Error(diagnostics.errors[0]?.error.message);
  if (decision === 'allow') return 'allow';
  return diagnostics.reason.length > 0 ? 'deny' : 'ask';
}

function policyOf(rule: Rule): string {
  const { userId, role, applicationId, browserId } = rule.conditions;
  const principal = userId ? `principal == ${uid('User', userId)}` : role ? inRole(role) : 'principal';
  const action = applicationId ? `action == ${uid('Action', applicationId)}` : 'action';
  const resource = browserId ? `resource == ${uid('Browser', browserId)}` : 'resource';
  const more = [...(userId && role ? [inRole(role)] : []), ...clauses(rule)];
  const when = more.length > 0 ? ` when { ${more.join(' && ')} }` : '';
  return `${rule.effect === 'allow' ? 'permit' : 'forbid'}(${principal}, ${action}, ${resource})${when};`;
}

const uid = (type: string, id: string) => `${type}::${JSON.stringify(id)}`;
const inRole = (role: string) => `principal in ${uid('Role', role)}`;

/** The quickest first: the first that fails ends the policy. */
function clauses(rule: Rule): readonly string[] {
  const { deviceId, deviceKind, browserFamily, placeId, network, region, country, schedule } =
    rule.conditions;
  const { validFrom, validUntil } = rule;
  return [
    ...(deviceId ? [`resource in ${uid('Device', deviceId)}`] : []),
    ...(placeId ? [`context.places.contains(${uid('Place', placeId)})`] : []),
    ...(network && !isRange(network) ? [`context.network == ${JSON.stringify(network)}`] : []),
    ...(region ? [`context.region == ${JSON.stringify(region)}`] : []),
    ...(country ? [`context.country == ${JSON.stringify(country)}`] : []),
    ...(deviceKind ? [`resource in ${uid('Kind', deviceKind)}`] : []),
    ...(browserFamily ? [`resource in ${uid('Family', browserFamily)}`] : []),
    ...(demandsProof(rule) ? ['context.proven'] : []),
    ...(validFrom === 'always' ? [] : [`context.at >= ${validFrom}`]),
    ...(validUntil === 'always' ? [] : [`context.at < ${validUntil}`]),
    ...(schedule ? [within(schedule)] : []),
    ...(network && isRange(network) ? [`context.address.isInRange(ip(${JSON.stringify(network)}))`] : []),
  ];
}

function within(schedule: string): string {
  const { days, from, until } = hoursOf(schedule);
  return `context.minute >= ${from} && context.minute < ${until} && [${days.join(', ')}].contains(context.day)`;
}

function callOf(facts: SignInFacts): StatefulAuthorizationCall {
  const { userId, membership, browserId, device, browserFamily, places } = facts;
  const principal = { type: 'User', id: userId };
  const resource = { type: 'Browser', id: browserId };
  const roles = membership === 'none' ? [] : membership.roles;
  const entities: EntityJson[] = [
    { uid: principal, attrs: {}, parents: roles.map((id) => ({ type: 'Role', id })) },
    {
      uid: resource,
      attrs: {},
      parents: [
        { type: 'Device', id: device.id },
        { type: 'Kind', id: device.kind },
        { type: 'Family', id: browserFamily },
      ],
    },
  ];
  return {
    principal,
    action: { type: 'Action', id: facts.application.id },
    resource,
    context: {
      ...clockOf(facts),
      at: facts.at,
      places: (places === 'unknown' ? [] : places.inside).map((id) => ({ __entity: { type: 'Place', id } })),
      network: facts.network,
      address: { __extn: { fn: 'ip', arg: addressOf(facts) } },
      region: facts.region,
      country: facts.country,
      proven: facts.proof === 'proven',
    },
    entities,
    preparsedPolicySetId: setName,
  };
}
