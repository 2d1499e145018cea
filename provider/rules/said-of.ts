import type { BrowserLabels } from '../../db/browsers.ts';
import type { ApplicationId, Network, OrganizationId, Unknown } from '../../policies/facts.ts';
import type { UsedWith } from '../../views/model.ts';
import { usedWith } from '../recognition/labels.ts';
import type { Whereabouts, WhereaboutsOf } from './whereabouts.ts';

/** What pages and mails say of a request: with what, and from where. */
export interface SaidOf extends Whereabouts {
  readonly usedWith: UsedWith;
}

export interface Sayable {
  readonly applicationId: ApplicationId;
  readonly browser: BrowserLabels;
  readonly network: Network | Unknown;
}

export type DescribeIn = (organizationId: OrganizationId) => Promise<(request: Sayable) => SaidOf>;

/** A native application is its own browser, whatever its window says it is (RFC 8252). */
export function createDescriber(needs: {
  readonly whereaboutsOf: WhereaboutsOf;
  readonly isNative: (applicationId: ApplicationId) => boolean;
}): DescribeIn {
  return async (organizationId) => {
    const whereabouts = await needs.whereaboutsOf(organizationId);
    return ({ applicationId, browser, network }) => ({
      ...whereabouts(network),
      usedWith: usedWith(needs.isNative(applicationId) ? { ...browser, family: 'app' } : browser),
    });
  };
}
