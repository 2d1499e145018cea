import type { Access, SignInFacts } from '../../policies/facts.ts';
import { type Changed, entersOnceClosed } from '../acts/index.ts';
import type { Visit } from './visit.ts';

/** Who acts, and her own way in, under the access that she would have: only whom the rules let in can they cut off. */
export async function acting(
  { administrator, needs, padlock }: Visit,
  access?: Access,
): Promise<{
  readonly organizationId: Visit['administrator']['organizationId'];
  readonly by: Visit['administrator']['userId'];
  readonly closer?: SignInFacts;
}> {
  const { organizationId, userId: by, facts } = administrator;
  const { rules } = await needs.rulebookOf(organizationId, padlock.policyVersion);
  const { membership } = facts;
  const becomes = access === undefined || membership === 'none' ? membership : { ...membership, access };
  return {
    organizationId,
    by,
    ...(entersOnceClosed(facts, rules) && { closer: { ...facts, membership: becomes } }),
  };
}

/** Why nothing was done: somebody else changed it, or nobody, or not even whoever acts, could enter afterwards. */
export const nothingDone = (
  changed: Extract<Changed<unknown>, { readonly kind: 'stale' | 'locks-out' }>,
): 'stale' | 'locks-out' | 'locks-you-out' => {
  if (changed.kind === 'stale') return 'stale';
  return changed.whom === 'closer' ? 'locks-you-out' : 'locks-out';
};
