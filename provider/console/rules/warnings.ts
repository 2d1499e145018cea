import type { Member } from '../../../db/grid.ts';
import type { Names } from '../../../db/names.ts';
import type { RuleTerms } from '../../../policies/approval.ts';
import { compile } from '../../../policies/compile.ts';
import { decide } from '../../../policies/decide.ts';
import { type RuleId, type SignInFacts, unknown } from '../../../policies/facts.ts';
import { parseRange } from '../../../policies/ranges.ts';
import type { RuleWarning } from '../../../views/console/rules/model.ts';

interface Warned {
  readonly terms: RuleTerms;
  readonly padlock: 'open' | 'closed';
  /** Whoever writes it, as she is here now. */
  readonly writer: SignInFacts;
  readonly members: readonly Member[];
  readonly rolesOf: (member: Member) => readonly string[];
  readonly names: Names;
}

/** What a director would not expect of this rule. */
export function warningsOf(warned: Warned): readonly RuleWarning[] {
  const { terms, padlock, writer } = warned;
  const { effect, conditions } = terms;
  return [
    ...(effect === 'deny' && stops(terms, writer) ? [{ kind: 'own-connection' } as const] : []),
    ...(effect === 'allow' && conditions.placeId === undefined && conditions.network === undefined
      ? [{ kind: 'needs-key' } as const]
      : []),
    ...(effect === 'allow' && isWide(conditions.network) ? [{ kind: 'wide-network' } as const] : []),
    ...byAccess(warned),
    ...(padlock === 'open' ? [{ kind: 'padlock-open' } as const] : []),
  ];
}

/**
 * An authorization that names no person, no machine, no place and no narrow network lets in whoever has a password;
 * a refusal is meant so broadly when it names nothing at all. Hours or an application make neither narrower.
 */
export function isForEveryone({ effect, conditions }: RuleTerms): boolean {
  const { applicationId: _application, schedule: _schedule, network, ...narrowing } = conditions;
  if (effect === 'deny')
    return Object.keys(narrowing).length === 0 && (network === undefined || prefixOf(network) === 0);
  const { userId, browserId, deviceId, placeId } = narrowing;
  return (
    [userId, browserId, deviceId, placeId].every((named) => named === undefined) &&
    (network === undefined || isWide(network))
  );
}

function prefixOf(network: string): number {
  const range = parseRange(network);
  return range === unknown ? Number.POSITIVE_INFINITY : range.prefix;
}

/** So many addresses are no place any more. */
function isWide(network: string | undefined): boolean {
  if (network === undefined) return false;
  return prefixOf(network) < (network.includes(':') ? 32 : 16);
}

/** Whether this refusal alone would turn her away, were the padlock closed and her access by rules. */
function stops(terms: RuleTerms, writer: SignInFacts): boolean {
  if (writer.membership === 'none' || writer.membership.access !== 'by_rules') return false;
  const rule = { ...terms, id: 'this one' as RuleId }; // of nothing written
  const facts = { ...writer, padlock: 'closed', approval: 'none' } as const;
  return decide(facts, compile([rule], writer.policyVersion)).outcome === 'deny';
}

/** An access that decides alone leaves a rule nothing to say. */
function byAccess({ terms, members, rolesOf, names }: Warned): readonly RuleWarning[] {
  const { userId, role } = terms.conditions;
  const meant = members.filter(
    (member) =>
      member.active &&
      (userId === undefined || member.id === userId) &&
      (role === undefined || rolesOf(member).includes(role)),
  );
  const nameOf = ({ id, givenName, familyName }: Member) =>
    names.people.get(id) ?? `${givenName} ${familyName}`;
  const always = meant.filter(({ access }) => access === 'always').map(nameOf);
  const never = meant.filter(({ access }) => access === 'never').map(nameOf);
  if (terms.effect === 'deny') return always.length === 0 ? [] : [{ kind: 'always-refused', names: always }];
  if (userId === undefined) return [];
  return [
    ...(always.length === 0 ? [] : [{ kind: 'always-allowed', names: always } as const]),
    ...(never.length === 0 ? [] : [{ kind: 'never-allowed', names: never } as const]),
  ];
}
